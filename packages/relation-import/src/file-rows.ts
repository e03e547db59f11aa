import type { ImportSource } from "@sweetspot/crm-import";
import {
  decodeText,
  ImportFileError,
  readBytes,
  surveyBytes,
  type TextEncoding,
} from "@sweetspot/crm-import/reading";
import { type Field, findField } from "./fields.ts";
import { type FileLayout, findDelimiter, findLayout } from "./file-layout.ts";
import { createQuickCsvReader } from "./quick-csv.ts";
import type { RelationProblemCode } from "./relation-report.model.ts";
import type { RelationKind } from "./relation-sink.port.ts";

/** A file as it was found: how to read it and what is in it. */
export interface RelationFile {
  readonly source: ImportSource;
  readonly encoding: TextEncoding;
  readonly form:
    | { readonly json: true }
    | { readonly json: false; readonly delimiter: string; readonly layout: FileLayout };
}

/** One row, unchecked. */
export interface FileRow {
  readonly line: number;
  readonly kind: RelationKind | undefined;
  /** Texts as they stand there; of JSON numbers too. */
  readonly values: Readonly<Partial<Record<Field, unknown>>>;
  /** Why it cannot be read at all. */
  readonly broken?: { readonly code: RelationProblemCode; readonly value: string };
}

export interface ReadRowsOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onBytes?: (bytes: number) => void;
  /** Rows of these kinds alone. */
  readonly kinds: readonly RelationKind[];
  /** Also lines of which nobody can tell what they are. */
  readonly broken: boolean;
}

/**
 * Looks at every byte, so that a file that breaks in its middle is refused before anything is written.
 *
 * @throws ImportFileError
 */
export async function openRelationFile(
  source: ImportSource,
  options: { readonly signal?: AbortSignal | undefined },
): Promise<RelationFile> {
  const { encoding, head } = await surveyBytes(source, options);
  if (head.trimStart().startsWith("{")) return { source, encoding, form: { json: true } };
  const headerLine = head.split(/[\r\n]+/u, 2).find((line) => line.trim() !== "") ?? "";
  const delimiter = findDelimiter(headerLine);
  const reader = createQuickCsvReader(source.name, delimiter);
  try {
    const [header] = [...(await reader.push(`${headerLine}\n`)), ...(await reader.end())];
    const names = (header?.cells ?? []).map((cell) => cell.trim());
    return { source, encoding, form: { json: false, delimiter, layout: findLayout(source.name, names) } };
  } finally {
    reader.destroy();
  }
}

/** Batches of rows; reading goes on only as they are taken. */
export async function* readRows(
  { source, encoding, form }: RelationFile,
  options: ReadRowsOptions,
): AsyncGenerator<readonly FileRow[]> {
  const text = decodeText(readBytes(source, options), encoding);
  yield* form.json ? readJsonLines(source.name, text, options) : readCsv(source.name, text, form);
}

async function* readCsv(
  file: string,
  pieces: AsyncIterable<string>,
  { delimiter, layout }: { readonly delimiter: string; readonly layout: FileLayout },
): AsyncGenerator<readonly FileRow[]> {
  const reader = createQuickCsvReader(file, delimiter);
  let header = true;
  const toRows = (
    records: readonly { readonly line: number; readonly cells: readonly string[] }[],
  ): readonly FileRow[] => {
    const rows: FileRow[] = [];
    for (const { line, cells } of records) {
      if (header) header = false;
      else if (cells.some((cell) => cell.trim() !== "")) rows.push(toCsvRow(line, cells, layout));
    }
    return rows;
  };
  try {
    for await (const piece of pieces) yield toRows(await reader.push(piece));
    yield toRows(await reader.end());
  } finally {
    reader.destroy();
  }
}

function toCsvRow(line: number, cells: readonly string[], { kind, fields, header }: FileLayout): FileRow {
  // A spreadsheet leaves out empty cells at the end; more cells than columns mean a stray delimiter.
  if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== ""))
    return { line, kind, values: {}, broken: { code: "wrong-column-count", value: String(cells.length) } };
  const values: Partial<Record<Field, string>> = {};
  for (let at = 0; at < cells.length; at += 1) {
    const field = fields[at];
    const cell = cells[at];
    if (field !== undefined && cell !== undefined && cell !== "") values[field] = cell;
  }
  return { line, kind, values };
}

/** Longest line taken, in characters. */
const LONGEST_LINE = 1024 * 1024;

async function* readJsonLines(
  file: string,
  pieces: AsyncIterable<string>,
  options: ReadRowsOptions,
): AsyncGenerator<readonly FileRow[]> {
  let rest = "";
  let line = 0;
  const toRows = (lines: readonly string[]): readonly FileRow[] => {
    const rows: FileRow[] = [];
    for (const text of lines) {
      line += 1;
      const row = toJsonRow(line, text, options);
      if (row) rows.push(row);
    }
    return rows;
  };
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > LONGEST_LINE)
      throw new ImportFileError(
        "unreadable",
        file,
        `${file} holds a line ${line + lines.length + 1} of more than a million characters. Write one record in each line.`,
      );
    yield toRows(lines);
  }
  yield toRows([rest]);
}

const KINDS: Readonly<Record<string, RelationKind>> = {
  person: "people",
  people: "people",
  body: "bodies",
  bodies: "bodies",
  organisation: "bodies",
  tie: "ties",
  ties: "ties",
};
/** Tells most lines that are passed over without taking them apart. */
const BEGINS = /^\{\s*"kind"\s*:\s*"([a-z]+)"/u;

function toJsonRow(line: number, text: string, { kinds, broken }: ReadRowsOptions): FileRow | undefined {
  const begins = KINDS[BEGINS.exec(text)?.[1] ?? ""];
  if (begins !== undefined && !kinds.includes(begins)) return undefined;
  if (text.trim() === "") return undefined;
  const parsed = parseObject(text);
  const fail = (code: RelationProblemCode, value: string): FileRow | undefined =>
    broken || begins !== undefined ? { line, kind: begins, values: {}, broken: { code, value } } : undefined;
  if (parsed === undefined) return fail("broken-json", text);
  const word = parsed["kind"];
  const kind = typeof word === "string" ? KINDS[word.toLowerCase()] : undefined;
  if (kind === undefined) return fail("unknown-kind", JSON.stringify(word) ?? "");
  if (!kinds.includes(kind)) return undefined;
  const values: Partial<Record<Field, unknown>> = {};
  for (const [name, value] of Object.entries(parsed)) {
    const field = findField(kind, name);
    if (field !== undefined && value !== null && value !== "") values[field] ??= value;
  }
  return { line, kind, values };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
