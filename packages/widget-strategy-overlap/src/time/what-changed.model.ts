import type { Change, IsoInstant, PlanFields, RecordId } from "@sweetspot/contract";
import {
  coreMessage,
  dismissedMatch,
  insight,
  insightLink,
  knowledgeGap,
  messageReader,
  sameValue,
  strategyLevel,
  sweetSpot,
} from "@sweetspot/plan-model";
import type { TextKey } from "../workspace/use-text.ts";

/** What happened to a record, as a word there is a text for. */
export type Deed =
  | "added"
  | "removed"
  | "reworded"
  | "renamed"
  | "moved"
  | "confirmed"
  | "unconfirmed"
  | "done"
  | "detailed"
  | "matched"
  | "rematched"
  | "unmatched"
  | "dismissed"
  | "reconsidered"
  | "linked"
  | "unlinked"
  | "asked"
  | "assigned"
  | "answered"
  | "told"
  | "checked"
  | "put-on-list"
  | "learnt"
  | "taken-off-list";

/** One thing somebody did on the board. */
export interface Happening {
  readonly record: RecordId;
  readonly type: string;
  readonly deed: Deed;
  /** What the record said then: its statement, question or name. Undefined where it has none of its own. */
  readonly title: string | undefined;
  /** What a reworded one said before. */
  readonly was: string | undefined;
  readonly by: RecordId;
  readonly at: IsoInstant;
}

/** What one person did in one go. */
export interface ChangeGroup {
  readonly by: RecordId;
  readonly at: IsoInstant;
  readonly happenings: readonly Happening[];
}

/**
 * A plan's history as things people did on the board, newest first, gathered by person and commit. Records of other
 * widgets, and places that were only counted anew, are passed over.
 *
 * @param titleOf what records say now, for those that have no words of their own, such as sweet spots
 */
export function whatChanged(
  changes: readonly Change[],
  titleOf: (record: RecordId, fields: PlanFields, type: string) => string | undefined,
): readonly ChangeGroup[] {
  const groups = new Map<number, Happening[]>();
  for (const change of changes) {
    const deed = deedOf(change);
    if (deed === undefined) continue;
    const { record, type, before, after, by, at, version } = change;
    const fields = after ?? before ?? {};
    const was = deed === "reworded" || deed === "renamed" ? wordsOf(type, before ?? {}) : undefined;
    const title = wordsOf(type, fields) ?? titleOf(record, fields, type);
    const happening: Happening = { record, type, deed, title, was, by, at };
    groups.set(version, [...(groups.get(version) ?? []), happening]);
  }
  return [...groups]
    .toSorted(([one], [other]) => other - one)
    .flatMap(([, happenings]) => {
      const [first] = happenings;
      return first ? [{ by: first.by, at: first.at, happenings }] : [];
    });
}

/** The text for what happened to what. */
export const deedKey = ({ type, deed }: Pick<Happening, "type" | "deed">): DeedKey =>
  `time.deed.${type}.${deed}` as DeedKey;

/** Pairs that happen; each has its own sentence, because languages inflect. */
export type DeedKey = Extract<TextKey, `time.deed.${string}`>;

const wordsOf = (type: string, fields: PlanFields): string | undefined => {
  const name = type === knowledgeGap.name ? "question" : type === strategyLevel.name ? "name" : "statement";
  const words = fields[name];
  return typeof words === "string" ? words : undefined;
};

type Reading = (
  before: PlanFields,
  after: PlanFields,
  isOther: (field: string) => boolean,
) => Deed | undefined;

/** For each entity of the board: what its creation, its removal and a change of it are called. */
const READINGS: Readonly<Record<string, readonly [created: Deed, removed: Deed, changed: Reading]>> = {
  [insight.name]: [
    "added",
    "removed",
    (_, after, isOther) => {
      if (isOther("statement")) return "reworded";
      if (isOther("state")) return toState(after["state"]);
      if (isOther("level") || isOther("kind")) return "moved";
      return DETAILS.some(isOther) ? "detailed" : undefined;
    },
  ],
  [sweetSpot.name]: [
    "matched",
    "unmatched",
    (_, __, isOther) =>
      ["customerInsights", "providerInsights", "explanation", "level"].some(isOther)
        ? "rematched"
        : undefined,
  ],
  [coreMessage.name]: [
    "told",
    "removed",
    (_, __, isOther) => {
      if (isOther("statement")) return "reworded";
      return isOther("remembered") || isOther("passedOn") ? "checked" : undefined;
    },
  ],
  [messageReader.name]: [
    "put-on-list",
    "taken-off-list",
    (_, after, isOther) =>
      isOther("confirmedVersion") && after["confirmedVersion"] !== undefined ? "learnt" : undefined,
  ],
  [knowledgeGap.name]: [
    "asked",
    "removed",
    (_, after, isOther) => {
      if (isOther("answer")) return after["answer"] === undefined ? "asked" : "answered";
      if (isOther("question")) return "reworded";
      return ["owner", "due", "member"].some(isOther) ? "assigned" : undefined;
    },
  ],
  [strategyLevel.name]: [
    "added",
    "removed",
    (_, __, isOther) => (isOther("name") ? "renamed" : isOther("order") ? "moved" : undefined),
  ],
  [insightLink.name]: ["linked", "unlinked", (_, __, isOther) => (isOther("kind") ? "linked" : undefined)],
  [dismissedMatch.name]: ["dismissed", "reconsidered", () => undefined],
};

const DETAILS = [
  "sourceKind",
  "toldBy",
  "sourceLink",
  "sourceDate",
  "confidence",
  "member",
  "teamMember",
  "internal",
  "notes",
];

const toState = (state: unknown): Deed => (state === "confirmed" || state === "done" ? state : "unconfirmed");

function deedOf({ type, before, after }: Change): Deed | undefined {
  const reading = READINGS[type];
  // A question of the white-space grid stands on no level of the board.
  if (!reading || (type === knowledgeGap.name && (after ?? before)?.["level"] === undefined))
    return undefined;
  const [created, removed, changed] = reading;
  if (before === null) return created;
  if (after === null) return removed;
  return changed(before, after, (field) => !sameValue(before[field], after[field]));
}
