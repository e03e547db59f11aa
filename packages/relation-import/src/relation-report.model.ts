import type { RelationCounts, RelationKind } from "./relation-sink.port.ts";

/** Everything that can be wrong with a row. Pages translate the code; `message` and `remedy` are the English text. */
export const RELATION_PROBLEM_CODES = [
  "wrong-column-count",
  "broken-json",
  "broken-value",
  "unknown-kind",
  "missing-key",
  "duplicate-key",
  "missing-name",
  "missing-type",
  "unknown-type",
  "missing-end",
  "too-many-ends",
  "self-tie",
  "unknown-person",
  "unknown-body",
  "erased-person",
  "impossible-date",
  "dates-reversed",
  "broken-number",
  "share-out-of-range",
  "shares-over-100",
  "ownership-cycle",
  "too-long",
] as const;
export type RelationProblemCode = (typeof RELATION_PROBLEM_CODES)[number];

/** One thing wrong with one row of one file. */
export interface RelationProblem {
  readonly file: string;
  /** Undefined where the row does not even say what it is. */
  readonly kind: RelationKind | undefined;
  /** Physical line of the file on which the row begins; the first line is 1. */
  readonly line: number;
  readonly column?: string;
  /** As the file has it, cut at 200 characters; never of a person who was erased. */
  readonly value?: string;
  readonly code: RelationProblemCode;
  /** `row`: the row was left out. `value`: the row was taken, without this value. `none`: it was taken as it is. */
  readonly effect: "row" | "value" | "none";
  readonly message: string;
  readonly remedy: string;
}

export interface RelationFileReport {
  readonly name: string;
  /** Rows taken by kind, and rows left out. */
  readonly good: Readonly<Record<RelationKind, number>>;
  readonly bad: number;
  /** Why nothing of the file could be read. */
  readonly refused?: { readonly code: string; readonly message: string };
}

export interface RelationImportReport {
  /** Only what is `finished` has changed anything. */
  readonly outcome: "finished" | "cancelled" | "failed";
  readonly files: readonly RelationFileReport[];
  readonly counts: RelationCounts;
  /** The first ones; all of them are in the bad rows file. */
  readonly problems: readonly RelationProblem[];
  readonly problemCount: number;
  /** Why it failed, in English. */
  readonly failure?: string;
  readonly durationMs: number;
}

export interface RelationImportProgress {
  /** `looking`: at the encoding of every byte, before anything is written. */
  readonly phase: "looking" | "reading" | "finishing" | "done";
  /** The file at hand. */
  readonly file?: string;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly good: number;
  readonly bad: number;
}
