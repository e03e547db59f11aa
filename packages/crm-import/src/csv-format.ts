import { createCsvReader, type CsvRecord } from "./csv-reader.ts";
import { isKnownHeader } from "./header-index.ts";
import { ImportFileError } from "./import-problem.model.ts";

/** How a text is cut into records, and where its header stands. */
export interface CsvFormat {
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Physical line of the header; title lines of a report stand before it. */
  readonly headerLine: number;
  /** The records after the header, as far as the head reaches. */
  readonly sample: readonly CsvRecord[];
}

const DELIMITERS = [",", ";", "\t", "|"];
/** Title and filter lines of a report stand above the header; no report has more. */
const HEADER_WITHIN = 30;

/** Finds delimiter and header. Throws `ImportFileError` "no-header". */
export async function findCsvFormat(file: string, head: string, whole: boolean): Promise<CsvFormat> {
  const declared = /^sep=(.)\r?\n/u.exec(head)?.[1];
  const delimiters = declared === undefined ? DELIMITERS : [declared];
  let best: { readonly score: number; readonly delimiter: string; readonly at: number } | undefined;
  const preview = head.slice(0, 64 * 1024);
  for (const delimiter of delimiters) {
    const records = await parseHead(file, preview, delimiter, whole && preview.length === head.length);
    const at = findHeader(records);
    if (at === undefined) continue;
    const score = scoreOf(records, at);
    if (best === undefined || score > best.score) best = { score, delimiter, at };
  }
  if (best === undefined) {
    throw new ImportFileError(
      "no-header",
      file,
      `${file} has no header line naming its columns. Export it with column names, or add them as the first line.`,
    );
  }
  const records = await parseHead(file, head, best.delimiter, whole);
  const header = records[best.at]!;
  return {
    delimiter: best.delimiter,
    header: header.cells.map((cell) => cell.trim()),
    headerLine: header.line,
    sample: records.slice(best.at + 1),
  };
}

/** A head that is cut in the middle of a record gives the records before it. */
async function parseHead(
  file: string,
  text: string,
  delimiter: string,
  whole: boolean,
): Promise<readonly CsvRecord[]> {
  const reader = createCsvReader(file, delimiter);
  try {
    const records = await reader.push(text);
    if (!whole) return records;
    try {
      return [...records, ...(await reader.end())];
    } catch {
      return records;
    }
  } catch {
    return [];
  } finally {
    reader.destroy();
  }
}

const filled = (record: CsvRecord): readonly string[] => record.cells.filter((cell) => cell.trim() !== "");

function findHeader(records: readonly CsvRecord[]): number | undefined {
  let best: number | undefined;
  let bestKnown = 0;
  let widest = 1;
  for (const [at, record] of records.slice(0, HEADER_WITHIN).entries()) {
    const width = filled(record).length;
    const known = filled(record).filter(isKnownHeader).length;
    const enough = known >= 2 || (known === 1 && width <= 2);
    // Title lines are narrower than the header; below a row as wide as itself a row holds values.
    if (enough && known > bestKnown && (width > widest || widest === 1)) [best, bestKnown] = [at, known];
    widest = Math.max(widest, width);
  }
  return best ?? findUnknownHeader(records);
}

/** Without one known word, a header is the first wide row of distinct words that hold no values. */
function findUnknownHeader(records: readonly CsvRecord[]): number | undefined {
  const candidates = records.slice(0, HEADER_WITHIN);
  const width = Math.max(0, ...candidates.map((record) => record.cells.length));
  if (width < 2) return undefined;
  const at = candidates.findIndex((record) => filled(record).length > width / 2);
  const header = candidates[at];
  if (header === undefined) return undefined;
  const cells = filled(header).map((cell) => cell.trim().toLowerCase());
  const distinct = new Set(cells).size === cells.length;
  return distinct && !cells.some(looksLikeValue) ? at : undefined;
}

const looksLikeValue = (cell: string): boolean =>
  /^[-+(]?[\p{Sc}\d][\d\s.,'/:-]*[%)]?$/u.test(cell) ||
  /@.+\./u.test(cell) ||
  cell.length > 80 ||
  /^(true|false)$/u.test(cell);

function scoreOf(records: readonly CsvRecord[], at: number): number {
  const header = records[at]!;
  const width = header.cells.length;
  const rows = records.slice(at + 1, at + 101);
  const even =
    rows.length === 0 ? 0.5 : rows.filter((row) => row.cells.length === width).length / rows.length;
  const known = filled(header).filter(isKnownHeader).length;
  return known * 5 + (width > 1 ? even * 10 + Math.min(width, 10) / 10 : 0);
}
