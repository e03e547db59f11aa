import type { RecordId } from "@sweetspot/contract";
import type { MatchReason } from "./identity.ts";

/** Two records that may be one. `one` < `other`. */
export interface ScoredPair {
  readonly one: RecordId;
  readonly other: RecordId;
  /** The base-2 logarithm of the odds, and the same as a likelihood. */
  readonly bits: number;
  readonly score: number;
  /** Sure enough to be merged without asking, where nobody else is about as likely. */
  readonly sure: boolean;
  /** Told on demand: of a million pairs few are looked at. */
  explain(): readonly MatchReason[];
}

/** Finds records of one kind that may be one. Mutable. */
export interface MatchIndex<Kind> {
  /** Takes all in and tells all their pairs, each once, in any order. Asked once, before anything else. */
  readAll(records: ReadonlyMap<RecordId, Kind>): readonly ScoredPair[];
  /** Takes a record in and tells its pairs with those that are there. */
  add(id: RecordId, record: Kind): readonly ScoredPair[];
  remove(id: RecordId): void;
  /** The one string of an id that is there: a hundred thousand ties need not each keep their own. */
  nameOf(id: RecordId): RecordId | undefined;
  /** Could both be one at all? Asked of all records that a merge would bring together. */
  mayBeOne(one: RecordId, other: RecordId): boolean;
}
