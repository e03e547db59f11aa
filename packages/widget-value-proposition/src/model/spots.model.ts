import { foldText, type RecordId } from "@sweetspot/contract";
import { sideOf, type Spot } from "@sweetspot/strategy-overlap";
import { audienceName, groupsOf, type ToldGroup } from "./audience.model.ts";
import type { StoryReading } from "./reading.model.ts";

/** A sweet spot as a rep finds it in the list: both sides in words, and what is told about it. */
export interface SpotEntry {
  readonly id: RecordId;
  readonly level: RecordId;
  readonly levelName: string;
  readonly customer: readonly string[];
  /** Those of the customer's that are not for us only: they may stand on what he gets. */
  readonly aims: readonly string[];
  readonly provider: readonly string[];
  readonly messages: readonly string[];
  readonly groups: readonly ToldGroup[];
  /** How many of its insights the customer has confirmed. */
  readonly confirmed: number;
}

/** All sweet spots in the order of the board, those without a proposition among them. */
export const spotEntries = (story: StoryReading): readonly SpotEntry[] =>
  story.board.spots.map((spot) => toEntry(story, spot));

function toEntry(story: StoryReading, spot: Spot): SpotEntry {
  const insights = (side: "customer" | "provider") =>
    sideOf(spot, side).flatMap((id) => story.board.insight(id) ?? []);
  const customer = insights("customer");
  return {
    id: spot.id,
    level: spot.fields.level,
    levelName: story.board.level(spot.fields.level)?.fields.name ?? "",
    customer: customer.map(({ fields }) => fields.statement),
    aims: customer.filter(({ fields }) => fields.internal !== true).map(({ fields }) => fields.statement),
    provider: insights("provider").map(({ fields }) => fields.statement),
    messages: story.messages
      .filter(({ fields }) => fields.sweetSpot === spot.id)
      .map(({ fields }) => fields.statement),
    groups: groupsOf(story, spot.id),
    confirmed: customer.filter(({ fields }) => fields.state === "confirmed" || fields.state === "done")
      .length,
  };
}

/** What names a sweet spot in one line: the customer's side, else ours. */
export const titleOf = ({ customer, provider, messages }: SpotEntry): string =>
  customer[0] ?? provider[0] ?? messages[0] ?? "";

/** What a proposition is called at first. The name goes out with it, so it holds nothing that is for us only. */
export const firstNameOf = ({ aims, messages, levelName }: SpotEntry): string =>
  aims[0] ?? messages[0] ?? levelName;

export interface SpotFilter {
  readonly text: string;
  readonly without: boolean;
}

export const isFiltering = ({ text, without }: SpotFilter): boolean => text.trim() !== "" || without;

/** What an entry is found by, made once: a key in the search asks all of them. */
const texts = new WeakMap<SpotEntry, string>();

/** Does a sweet spot pass? Others fade, so that places are kept. */
export function passes(story: StoryReading, entry: SpotEntry, filter: SpotFilter): boolean {
  if (filter.without && entry.groups.length > 0) return false;
  const words = foldText(filter.text).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return true;
  const text = texts.get(entry) ?? textOf(story, entry);
  texts.set(entry, text);
  return words.every((word) => text.includes(word));
}

const textOf = (story: StoryReading, entry: SpotEntry): string =>
  foldText(
    [
      entry.levelName,
      ...entry.customer,
      ...entry.provider,
      ...entry.messages,
      ...entry.groups.flatMap(({ audience, variants }) => [
        audienceName(story, audience),
        ...variants.map(({ fields }) => fields.name),
      ]),
    ].join(" "),
  );
