import type { ImportKind } from "./import-sink.port.ts";
import type { ImportSource } from "./import-source.port.ts";
import type { ImportTally } from "./import-tally.ts";
import type { RecognisedFile } from "./survey-file.ts";

/** A file on its way in, and the one kind of records it holds. */
export interface JobFile {
  readonly source: ImportSource;
  readonly file: RecognisedFile;
  readonly kind: ImportKind;
}

/** False once the file has been refused. */
export const isWanted = ({ file }: JobFile, tally: ImportTally): boolean =>
  tally.of(file).refused === undefined;
