import type { ImportAlias, ImportReport } from "../import-report.model.ts";
import { DEFAULT_IMPORT_OPTIONS, type ImportOptions } from "../import-options.model.ts";
import type { ImportSink } from "../import-sink.port.ts";
import { createMemorySource } from "../file-source.ts";
import { runImport } from "../run-import.ts";
import { type RecognisedFile, surveyFile } from "../survey-file.ts";

export interface ImportFilesOptions {
  readonly options?: Partial<ImportOptions>;
  readonly aliases?: readonly ImportAlias[];
  readonly signal?: AbortSignal;
  /** Corrects what was recognised. */
  readonly correct?: (file: RecognisedFile) => RecognisedFile;
  /** Bytes read at once; small ones cut records and characters in the middle. */
  readonly chunkBytes?: number;
}

/** Recognises and imports files in memory, as a user who accepts every mapping. `badRows` is the bad rows file. */
export async function importFiles(
  files: readonly { readonly name: string; readonly content: Uint8Array | string }[],
  sink: ImportSink,
  { options, aliases = [], signal, correct = (file) => file, chunkBytes }: ImportFilesOptions = {},
): Promise<{
  readonly report: ImportReport;
  readonly files: readonly RecognisedFile[];
  readonly badRows: string;
}> {
  const recognised = [];
  for (const { name, content } of files) {
    const source = createMemorySource(name, content, chunkBytes);
    recognised.push({ source, file: correct(await surveyFile(source, { dates: options?.dates })) });
  }
  let badRows = "";
  const report = await runImport({
    files: recognised,
    sink,
    options: { ...DEFAULT_IMPORT_OPTIONS, ...options },
    aliases,
    badRows: { write: (text) => void (badRows += text) },
    ...(signal === undefined ? {} : { signal }),
  });
  return { report, files: recognised.map(({ file }) => file), badRows };
}
