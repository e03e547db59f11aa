import { foldText } from "./fold-text.ts";
import { valueOf } from "./field.ts";
import type { Opportunity } from "./opportunity.ts";
import type { RecordId } from "./record-id.ts";

interface Named {
  readonly id: RecordId;
  readonly name: string;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The order of the port's lists: by name without case and accents, then id. */
export const byName = (one: Named, other: Named): number =>
  compare(foldText(one.name), foldText(other.name)) || compare(one.id, other.id);

/** The order of opportunities: newest first, those without a date last. */
export const byClosingDate = (one: Opportunity, other: Opportunity): number =>
  compare(valueOf(other.closeDate) ?? "", valueOf(one.closeDate) ?? "") || byName(one, other);
