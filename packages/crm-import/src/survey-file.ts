import { type ByteSurveyOptions, surveyBytes } from "./byte-survey.ts";
import { type CsvFormat, findCsvFormat } from "./csv-format.ts";
import type { DateOrder, FileMapping } from "./file-mapping.model.ts";
import { checkMapping } from "./check-mapping.ts";
import { type FileProblemCode, ImportFileError } from "./import-problem.model.ts";
import type { ImportSource } from "./import-source.port.ts";
import {
  type FileShape,
  mapColumns,
  recognise,
  recogniseShape,
  signatureOf,
  withNewStages,
} from "./recognise.ts";
import type { TextEncoding } from "./text-encoding.ts";

/** A file as it was found: how to read it and what its columns seem to mean. Plain data. */
export interface RecognisedFile {
  readonly name: string;
  /** Size on disk. */
  readonly bytes: number;
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  /** Physical line of the header. */
  readonly headerLine: number;
  readonly shape: FileShape;
  /** Same for all files with these columns: the key of a saved mapping. */
  readonly signature: string;
  readonly mapping: FileMapping;
  /** True where the mapping is one the user saved, not a guess. */
  readonly mappingIsSaved: boolean;
  /** The first rows, for showing. */
  readonly sample: readonly (readonly string[])[];
  /** Set where nothing of the file can be imported. */
  readonly refused?: { readonly code: FileProblemCode; readonly message: string };
}

export interface SurveyOptions extends ByteSurveyOptions {
  /** Order of day and month where a column does not decide it. */
  readonly dates?: DateOrder | undefined;
  /** The kind a user says the file is of; its columns are guessed for that kind. */
  readonly kind?: FileMapping["kind"];
  /** Finds the mapping a user saved for files with these columns. */
  readonly savedMapping?: (signature: string) => Promise<FileMapping | undefined>;
}

const SHOWN_ROWS = 5;

/** Looks at the whole file. A file that cannot be imported is answered with `refused`; only an abort throws. */
export async function surveyFile(source: ImportSource, options: SurveyOptions = {}): Promise<RecognisedFile> {
  try {
    const { encoding, head, whole } = await surveyBytes(source, options);
    const format = await findCsvFormat(source.name, head, whole);
    return await toRecognised(source, encoding, format, options);
  } catch (error) {
    if (error instanceof ImportFileError) return refusedFile(source, error);
    throw error;
  }
}

async function toRecognised(
  source: ImportSource,
  encoding: TextEncoding,
  format: CsvFormat,
  { dates, kind, savedMapping }: SurveyOptions,
): Promise<RecognisedFile> {
  const signature = signatureOf(format.header);
  const guessed =
    kind === undefined ? recognise(source.name, format, dates) : mapColumns(kind, format, dates);
  const saved = kind === undefined ? await savedMapping?.(signature) : undefined;
  const usable = saved !== undefined && checkMapping(saved, format.header).length === 0;
  return {
    name: source.name,
    bytes: source.bytes,
    encoding,
    delimiter: format.delimiter,
    headerLine: format.headerLine,
    shape: recogniseShape(format.header),
    signature,
    mapping: usable ? withNewStages(saved, guessed) : guessed,
    mappingIsSaved: usable,
    sample: format.sample.slice(0, SHOWN_ROWS).map(({ cells }) => cells.map((cell) => cell.slice(0, 200))),
  };
}

const refusedFile = (source: ImportSource, { code, message }: ImportFileError): RecognisedFile => ({
  name: source.name,
  bytes: source.bytes,
  encoding: "utf-8",
  delimiter: ",",
  headerLine: 0,
  shape: "generic",
  signature: "",
  mapping: { kind: "ignored", columns: [], key: "id", stages: {} },
  mappingIsSaved: false,
  sample: [],
  refused: { code, message },
});
