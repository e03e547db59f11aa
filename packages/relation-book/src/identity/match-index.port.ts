import type { RecordId } from "@sweetspot/contract";
import type { MatchReason } from "./identity.ts";

/** Two records that may be one. `one` < `other`. */
export interface ScoredPair {
  readonly one: RecordId;
  readonly other: RecordId;
  readonly score: number;
  /** Sure enough to be merged without asking. */
  readonly sure: boolean;
  /** Told on demand: of a million pairs few are looked at. */
  explain(): readonly MatchReason[];
}

/** Finds records of one kind that may be one. Mutable. */
export interface MatchIndex<Kind> {
  /** All pairs among the records, each once, in any order. */
  readAll(records: ReadonlyMap<RecordId, Kind>): readonly ScoredPair[];
  /** Takes a record in and tells its pairs with those that are there. */
  add(id: RecordId, record: Kind): readonly ScoredPair[];
  remove(id: RecordId): void;
  /** Could both be one at all? Asked of all records that a merge would bring together. */
  mayBeOne(one: Kind, other: Kind): boolean;
}

/** For tests, and for kinds whose records nobody compares: every record is somebody of his own. */
export const NO_MATCHES: MatchIndex<unknown> = {
  readAll: () => [],
  add: () => [],
  remove: () => undefined,
  mayBeOne: () => true,
};
