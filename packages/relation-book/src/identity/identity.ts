import type { IsoInstant, RecordId } from "@sweetspot/contract";

/** What speaks for or against two records being one, each with its weight: the base-2 logarithm of a likelihood ratio. */
export interface MatchReason {
  readonly reason:
    | "name"
    | "name-order"
    | "name-initials"
    | "name-spelling"
    | "name-part-missing"
    | "name-conflict"
    | "city"
    | "birth-date"
    | "title"
    | "body"
    | "register"
    | "place"
    | "legal-form"
    | "prior";
  /** Do the two agree? `partly`: as far as both are written. */
  readonly verdict: "same" | "partly" | "different" | "unknown";
  /** Positive: speaks for one; bits. */
  readonly weight: number;
}

export interface MatchScore {
  /** How likely both are one, from 0 to 1. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

/** What a person decided about two records. It outlasts re-imports; of two that contradict each other the later counts. */
export interface MatchDecision {
  readonly one: RecordId;
  readonly other: RecordId;
  readonly same: boolean;
  /** The team member who decided. */
  readonly by: RecordId;
  readonly at: IsoInstant;
}

/** Two records taken for one, by the rules or by a decision. */
export interface Merge extends MatchScore {
  readonly one: RecordId;
  readonly other: RecordId;
  readonly decided: boolean;
}

/** Two records that may be one: a person has to say. `one` < `other`. */
export interface MatchProposal extends MatchScore {
  readonly one: RecordId;
  readonly other: RecordId;
}

/** Who is who. */
export interface Identities {
  /** The first of `recordsOf` stands for all. Undefined for unknown records. */
  identityOf(record: RecordId): RecordId | undefined;
  /** All records of the same person (or body), those of registers first, then by id. */
  recordsOf(record: RecordId): readonly RecordId[];
  /** All of them, each once. */
  identities(): Iterable<RecordId>;
  /** Why records are one: for each identity of n records at least n − 1. */
  readonly merged: readonly Merge[];
  /** The likeliest first. */
  readonly proposals: readonly MatchProposal[];
}

export interface IdentityOptions {
  /** Likelier pairs are merged by themselves. Default .99. */
  readonly mergeFrom?: number;
  /** Likelier pairs are proposed. Default .5. */
  readonly proposeFrom?: number;
}
