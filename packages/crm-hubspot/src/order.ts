import { foldText, type Opportunity, type RecordId, valueOf } from "@sweetspot/contract";

interface Named {
  readonly id: RecordId;
  readonly name: string;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** By name without case and accents, then id. */
export const byName = (one: Named, other: Named): number =>
  compare(foldText(one.name), foldText(other.name)) || compare(one.id, other.id);

/** Newest first, those without a date last. */
export const byClosingDate = (one: Opportunity, other: Opportunity): number =>
  compare(valueOf(other.closeDate) ?? "", valueOf(one.closeDate) ?? "") || byName(one, other);
