import type { MatchReason } from "./identity.ts";

/** How the records of one kind are compared. `Features` is what is known of one record, made once. */
export interface MatchScheme<Kind, Features> {
  /** Takes a record in: how rare its words are depends on all that are there. */
  read(record: Kind): Features;
  /** The record is no more. */
  forget(features: Features): void;
  /** Records without a key in common are never compared. */
  keysOf(features: Features): readonly number[];
  /** Groups that are too large are sorted by this; only neighbours are compared then. */
  orderOf(features: Features): string;
  /** A quick look, before the long one: false only where the bits would be too few. */
  isWorthComparing(one: Features, other: Features): boolean;
  /** How strongly it is believed that both are one: bits, the base-2 logarithm of the odds. */
  weigh(one: Features, other: Features): Verdict;
  explain(one: Features, other: Features): readonly MatchReason[];
  /** Could both be one at all? */
  mayBeOne(one: Features, other: Features): boolean;
}

export interface Verdict {
  readonly bits: number;
  /** Nothing forbids to merge both unasked, if the bits are enough. */
  readonly clean: boolean;
}
