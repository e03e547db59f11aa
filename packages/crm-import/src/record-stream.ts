import { type ByteStreamOptions, readBytes } from "./byte-stream.ts";
import { createCsvReader, type CsvRecord } from "./csv-reader.ts";
import type { ImportSource } from "./import-source.port.ts";
import type { RecognisedFile } from "./survey-file.ts";
import { decodeText } from "./text-encoding.ts";

/** Records of a file's body, in batches. */
export interface RecordBatch {
  readonly records: readonly CsvRecord[];
  /** Blank rows and report footers passed over. */
  readonly skipped: number;
}

/** Rows handed on at once. */
const BATCH = 2_000;
/** A report's footer has fewer lines than this; more single cells in a row are bad rows. */
const FOOTER_LINES = 40;

/** Reads the rows below the header. Reading goes on only as the batches are taken. */
export async function* readRecords(
  source: ImportSource,
  file: RecognisedFile,
  options: ByteStreamOptions = {},
): AsyncGenerator<RecordBatch> {
  const reader = createCsvReader(source.name, file.delimiter);
  const cutter = createBatchCutter(file);
  try {
    const bytes = readBytes(source, options);
    const pieces = file.encoding === "utf-8" ? bytes : decodeText(bytes, file.encoding);
    for await (const piece of pieces) {
      for (const record of await reader.push(piece)) cutter.add(record);
      while (cutter.full) yield cutter.take();
    }
    for (const record of await reader.end()) cutter.add(record);
    cutter.end();
    while (cutter.waiting) yield cutter.take();
  } finally {
    reader.destroy();
  }
}

/**
 * A report ends in lines of one cell ("Grand Totals", "Copyright …", who made it when). Such lines are held back: at
 * the end of the file they are its footer, before further rows they are rows with too few columns.
 */
function createBatchCutter(file: RecognisedFile) {
  const width = file.mapping.columns.length;
  let records: CsvRecord[] = [];
  let held: CsvRecord[] = [];
  let skipped = 0;
  const release = (): void => {
    records.push(...held);
    held = [];
  };
  return {
    get full() {
      return records.length >= BATCH;
    },
    get waiting() {
      return records.length > 0 || skipped > 0;
    },
    add(record: CsvRecord): void {
      if (record.line <= file.headerLine) return;
      if (record.cells.every((cell) => cell.trim() === "")) {
        skipped++;
        return;
      }
      if (width > 2 && mayBeFooter(record)) {
        held.push(record);
        if (held.length > FOOTER_LINES) release();
        return;
      }
      release();
      records.push(record);
    },
    end(): void {
      skipped += held.length;
      held = [];
    },
    take(): RecordBatch {
      const batch = { records: records.slice(0, BATCH), skipped };
      records = records.slice(BATCH);
      skipped = 0;
      return batch;
    },
  };
}

const GRAND_TOTAL = /^(?:grand totals?|gesamtsumme[n]?|total keseluruhan)\b/iu;

const mayBeFooter = ({ cells }: CsvRecord): boolean => cells.length === 1 || GRAND_TOTAL.test(cells[0] ?? "");
