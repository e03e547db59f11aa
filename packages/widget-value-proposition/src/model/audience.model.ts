import type { RecordId } from "@sweetspot/contract";
import type { PropositionRecord, StoryReading } from "./reading.model.ts";

/** Whom a proposition speaks to: everybody on a level, or one person. */
export type Audience =
  | { readonly kind: "level"; readonly level: RecordId }
  | { readonly kind: "member"; readonly member: RecordId };

/** One audience's proposition for one sweet spot: the wording that is told, and the others. */
export interface ToldGroup {
  readonly spot: RecordId;
  readonly audience: Audience;
  readonly told: PropositionRecord;
  /** Told first, then the other wordings in their order. */
  readonly variants: readonly PropositionRecord[];
}

export const audienceKey = (audience: Audience): string =>
  audience.kind === "member" ? `member ${audience.member}` : `level ${audience.level}`;

/**
 * The propositions of a sweet spot, one group an audience (method §5–6: told per level and per contact). Two first
 * wordings for one audience, which two people may begin at once, are wordings of one proposition.
 */
export function groupsOf(story: StoryReading, spot: RecordId): readonly ToldGroup[] {
  const own = story.propositions.filter(({ fields }) => fields.sweetSpot === spot);
  const byId = new Map(own.map((one) => [one.id, one]));
  const groups = new Map<string, { audience: Audience; all: PropositionRecord[] }>();
  for (const one of own) {
    const audience = audienceOf(rootOf(one, byId), story, spot);
    const key = audienceKey(audience);
    const group = groups.get(key);
    if (group) group.all.push(one);
    else groups.set(key, { audience, all: [one] });
  }
  const levels = story.board.levels.map(({ id }) => id);
  const placeOf = ({ audience }: { readonly audience: Audience }): number =>
    audience.kind === "level" ? levels.indexOf(audience.level) : levels.length;
  return [...groups.values()]
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .flatMap(({ audience, all }): ToldGroup[] => {
      const told = all.find(({ fields }) => fields.variantOf === undefined) ?? all[0];
      if (!told) return [];
      return [{ spot, audience, told, variants: [told, ...all.filter((one) => one !== told)] }];
    });
}

/** Levels to which nobody tells this sweet spot yet. */
export function freeLevels(story: StoryReading, groups: readonly ToldGroup[]): readonly RecordId[] {
  const taken = new Set(groups.map(({ audience }) => audienceKey(audience)));
  return story.board.levels
    .map(({ id }) => id)
    .filter((level) => !taken.has(audienceKey({ kind: "level", level })));
}

/** People to whom it is told already, by their ids as members and as contacts of the CRM. */
export function peopleTold(story: StoryReading, groups: readonly ToldGroup[]): ReadonlySet<RecordId> {
  const told = groups.flatMap(({ audience }) => (audience.kind === "member" ? [audience.member] : []));
  const contacts = story.members.flatMap(({ id, fields }) =>
    told.includes(id) && fields.contact !== undefined ? [fields.contact] : [],
  );
  return new Set([...told, ...contacts]);
}

/** The audience's name in the plan; empty where its level or person is gone. */
export function audienceName(story: StoryReading, audience: Audience): string {
  return audience.kind === "level"
    ? (story.board.level(audience.level)?.fields.name ?? "")
    : (story.members.find(({ id }) => id === audience.member)?.fields.name ?? "");
}

function audienceOf(one: PropositionRecord, story: StoryReading, spot: RecordId): Audience {
  const { member, level } = one.fields;
  if (member !== undefined) return { kind: "member", member };
  const own = story.board.spots.find(({ id }) => id === spot)?.fields.level;
  return { kind: "level", level: level ?? own ?? spot };
}

function rootOf(one: PropositionRecord, byId: ReadonlyMap<RecordId, PropositionRecord>): PropositionRecord {
  const seen = new Set<RecordId>();
  let at = one;
  for (;;) {
    seen.add(at.id);
    const above = at.fields.variantOf === undefined ? undefined : byId.get(at.fields.variantOf);
    if (!above || seen.has(above.id)) return at;
    at = above;
  }
}
