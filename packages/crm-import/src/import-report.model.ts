import type { RecordId } from "@sweetspot/contract";
import type { FileProblemCode, ImportProblem } from "./import-problem.model.ts";
import type { ImportCounts, ImportKind, NamedKind } from "./import-sink.port.ts";

/** Where a running import stands. */
export interface ImportProgress {
  /** `checking` reads accounts once ahead of writing, to know every parent. */
  readonly phase: "checking" | "writing" | "matching" | "done";
  readonly file: string | undefined;
  /** Bytes of the files as they lie on disk; read once for each pass. */
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: RowCounts;
}

/** Rows read so far, by kind. */
export type RowCounts = Readonly<
  Partial<Record<ImportKind, { readonly good: number; readonly bad: number }>>
>;

/** What an import did. */
export interface ImportReport {
  /** `cancelled`: files finished before stay, the file at hand changed nothing. */
  readonly outcome: "finished" | "cancelled" | "failed";
  readonly files: readonly FileReport[];
  readonly counts: ImportCounts;
  /** The first problems; all of them are in the bad rows file. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  /** Names and ids that rows point at and nobody has, most rows first. */
  readonly unmatched: readonly UnmatchedReference[];
  /** Why the import stopped, where it failed. */
  readonly failure?: string;
  readonly durationMs: number;
}

export interface FileReport {
  readonly name: string;
  readonly kind: ImportKind | "ignored";
  readonly good: number;
  /** Rows left out. */
  readonly bad: number;
  /** Rows the CRM itself marks as deleted, and report footers. */
  readonly skipped: number;
  /** Set where the whole file was refused and nothing of it written. */
  readonly refused?: { readonly code: FileProblemCode; readonly message: string };
}

/** A name or id nobody has, with what may have been meant. Fixed by an alias. */
export interface UnmatchedReference {
  readonly kind: NamedKind;
  /** As the file writes it. */
  readonly text: string;
  readonly rows: number;
  readonly file: string;
  readonly line: number;
  /** Best first, at most five. */
  readonly suggestions: readonly { readonly id: RecordId; readonly name: string }[];
}

/** "Where a file says `text`, it means `target`"; null: nobody, and stop asking. */
export interface ImportAlias {
  readonly kind: NamedKind;
  readonly text: string;
  readonly target: RecordId | null;
}
