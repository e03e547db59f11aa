import type { ImportKind } from "./import-sink.port.ts";

/** Everything that can be wrong with a row. Pages translate the code; `message` and `remedy` are the English text. */
export const PROBLEM_CODES = [
  "missing-id",
  "missing-name",
  "missing-reference",
  "duplicate-id",
  "duplicate-name",
  "broken-number",
  "broken-date",
  "broken-boolean",
  "broken-currency",
  "too-long",
  "wrong-column-count",
  "unknown-account",
  "unknown-opportunity",
  "unknown-product",
  "unknown-owner",
  "unknown-parent",
  "ambiguous-name",
  "cyclic-parent",
  "attribute-too-long",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One thing wrong with one row of one file. */
export interface ImportProblem {
  readonly file: string;
  readonly kind: ImportKind;
  /** Physical line of the file on which the record begins; the first line is 1. */
  readonly line: number;
  /** Header of the column, where one is to blame. */
  readonly column?: string;
  /** The cell as the file has it, cut at 200 characters. */
  readonly value?: string;
  readonly code: ProblemCode;
  /** `row`: the row was left out. `value`: the row was taken, without this value. */
  readonly effect: "row" | "value";
  readonly message: string;
  readonly remedy: string;
}

/** Why a whole file was refused; nothing of it was written. */
export const FILE_PROBLEM_CODES = [
  "empty",
  "binary",
  "spreadsheet",
  "web-page",
  "broken-gzip",
  "broken-encoding",
  "broken-quotes",
  "no-header",
  "incomplete-mapping",
  "unreadable",
] as const;
export type FileProblemCode = (typeof FILE_PROBLEM_CODES)[number];

/** A file that cannot be imported. The message says what is wrong and what to do. */
export class ImportFileError extends Error {
  override readonly name = "ImportFileError";
  readonly code: FileProblemCode;
  readonly file: string;

  constructor(code: FileProblemCode, file: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.file = file;
  }
}
