import { type Parser, parse } from "csv-parse";
import { ImportFileError } from "./import-problem.model.ts";

/** One record of a CSV file. */
export interface CsvRecord {
  /** Physical line on which the record begins; the file's first line is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvReader {
  /** Takes the next piece of text and gives the records completed by it. */
  push(text: string | Uint8Array): Promise<readonly CsvRecord[]>;
  /** Gives the last record. Throws "broken-quotes" where a quote was never closed. */
  end(): Promise<readonly CsvRecord[]>;
  destroy(): void;
}

interface ParsedRecord {
  readonly info: { readonly lines: number; readonly empty_lines: number };
  readonly record: readonly string[];
}

/** Longest record taken, in characters: a quote that is never closed must not swallow a file into memory. */
const RECORD_LIMIT = 4 * 1024 * 1024;

/** Reads delimited text piece by piece, with quotes, quoted newlines and any line ending. */
export function createCsvReader(file: string, delimiter: string): CsvReader {
  const parser: Parser = parse({
    delimiter,
    bom: true,
    info: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: RECORD_LIMIT,
  });
  let failure: Error | undefined;
  parser.on("error", (error) => (failure ??= error));
  const lines = createLineCounter();
  const drain = (): readonly CsvRecord[] => {
    if (failure) throw toFileError(file, failure, lines.next);
    const records: CsvRecord[] = [];
    for (
      let next = parser.read() as ParsedRecord | null;
      next !== null;
      next = parser.read() as ParsedRecord | null
    ) {
      records.push(lines.toRecord(next));
    }
    return records;
  };
  return {
    async push(text) {
      // The parser works within `write`, but calls back only once its records have been taken.
      const written = new Promise<void>((resolve) => parser.write(text, () => resolve()));
      const records = drain();
      await written;
      const late = drain();
      return late.length === 0 ? records : [...records, ...late];
    },
    async end() {
      const ended = new Promise<void>((resolve) => {
        parser.once("error", () => resolve());
        parser.end(() => resolve());
      });
      const records = drain();
      await ended;
      return [...records, ...drain()];
    },
    destroy: () => parser.destroy(),
  };
}

/** The parser counts CR and LF of a quoted line break apart, so the lines inside a record are counted here. */
function createLineCounter(): { toRecord(parsed: ParsedRecord): CsvRecord; readonly next: number } {
  let counted = 0;
  let blank = 0;
  let line = 1;
  return {
    toRecord({ info, record }) {
      const blankBefore = info.empty_lines - blank;
      const taken = info.lines - counted - blankBefore;
      counted = info.lines;
      blank = info.empty_lines;
      const start = line + blankBefore;
      line = start + (taken > 1 ? record.reduce((lines, cell) => lines + lineBreaks(cell), 1) : 1);
      return { line: start, cells: record };
    },
    /** Where the record after the last one begins. */
    get next() {
      return line;
    },
  };
}

const lineBreaks = (cell: string): number => cell.match(/\r\n|\r|\n/gu)?.length ?? 0;

/** @param line where the record begins that could not be read */
function toFileError(file: string, error: Error, line: number): ImportFileError {
  const code = "code" in error ? String(error.code) : "";
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") {
    return new ImportFileError(
      "broken-quotes",
      file,
      `${file} opens a quote in line ${line} that is never closed, so the rows after it cannot be told apart. Correct the quote and import it again.`,
      { cause: error },
    );
  }
  return new ImportFileError(
    "unreadable",
    file,
    `${file} could not be read after line ${line}: ${error.message}`,
    {
      cause: error,
    },
  );
}
