import type { ImportKind } from "../import-sink.port.ts";

/** A file of an export, and what its columns are called. */
export interface KindHeaders {
  readonly file: string;
  /** Header by target. */
  readonly columns: Readonly<Record<string, string>>;
}

/** The files of one kind of export. */
export type ExportHeaders = Readonly<Partial<Record<ImportKind, KindHeaders>>>;
