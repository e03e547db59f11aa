import type { RecordId } from "@sweetspot/contract";
import type { CsvRecord } from "./csv-reader.ts";
import type { ImportBatch, ImportFileWriter, ImportKind, NamedKind } from "./import-sink.port.ts";
import type { FileTally } from "./import-tally.ts";
import type { JobFile } from "./job-file.ts";
import { readRecords } from "./record-stream.ts";
import { type MadeNames, referencesOf, type ResolveContext, resolveRow, toProblem } from "./resolve-row.ts";
import { ROW_BUILDERS, spokenFields } from "./row-builders.ts";
import { createRowReader, type ReadRow } from "./row-reader.ts";
import type { SeenRows } from "./seen-rows.ts";
import type { RecognisedFile } from "./survey-file.ts";

/** What all files of one import share. */
export interface WriteContext extends ResolveContext {
  readonly currency: string;
  readonly seen: SeenRows;
  readonly signal: AbortSignal | undefined;
  /** After each batch: hands on problems and progress. */
  onBatch(file: string): Promise<void>;
}

/** Reads one file and hands its good rows to the writer, batch by batch. Throws `ImportFileError` and `CrmError`. */
export async function writeFileRows(
  { source, file, kind }: JobFile,
  writer: ImportFileWriter,
  context: WriteContext,
): Promise<void> {
  const { signal, tally, resolver } = context;
  const reader = createRowReader(file, kind, context.currency);
  const fields = spokenFields(kind, file.mapping);
  const counts = tally.of(file);
  const output = createOutput(writer, signal);
  const onBytes = (bytes: number): void => tally.addBytes(bytes);
  try {
    for await (const { records, skipped } of readRecords(source, file, { signal, onBytes })) {
      signal?.throwIfAborted();
      counts.skipped += skipped;
      const rows = records.flatMap((record) => readRow(record, reader, file, kind, context, counts) ?? []);
      const references = referencesOf(rows, context);
      if (references.length > 0) await resolver.prepare(references);
      const made: MadeNames = new Map();
      const built = rows.flatMap((row) => buildRow(row, file, kind, context, made) ?? []);
      counts.good += built.length;
      counts.bad += rows.length - built.length;
      for (const [madeKind, names] of made) await output.write(toMadeBatch(madeKind, names));
      if (built.length > 0) await output.write(toBatch(kind, fields, built));
      await context.onBatch(file.name);
    }
  } finally {
    await output.settle();
  }
  await output.end();
}

/** One batch is written while the next one is read; a failure shows at the next call. */
function createOutput(writer: ImportFileWriter, signal: AbortSignal | undefined) {
  const options = signal === undefined ? {} : { signal };
  let underWay: Promise<void> = Promise.resolve();
  const settle = (): Promise<void> => underWay.catch(() => undefined);
  return {
    async write(batch: ImportBatch): Promise<void> {
      await underWay;
      underWay = writer.write(batch, options);
      // The failure is told by the next call; until then nobody waits for it.
      void settle();
    },
    settle,
    end: (): Promise<void> => underWay,
  };
}

function buildRow(
  row: ReadRow,
  file: RecognisedFile,
  kind: ImportKind,
  context: WriteContext,
  made: MadeNames,
): unknown {
  const references = resolveRow(row, file, kind, context, made);
  if (references === undefined) return undefined;
  const values = context.products.fill(row.values, references);
  return ROW_BUILDERS[kind]({ id: row.id, name: row.name, values, references }, file.mapping);
}

function readRow(
  record: CsvRecord,
  reader: ReturnType<typeof createRowReader>,
  file: RecognisedFile,
  kind: ImportKind,
  { tally, seen }: WriteContext,
  counts: FileTally,
): ReadRow | undefined {
  const outcome = reader.read(record);
  if (outcome.state === "deleted") {
    counts.skipped++;
    return undefined;
  }
  for (const problem of outcome.problems) tally.addProblem(problem);
  if (outcome.state === "bad") {
    counts.bad++;
    return undefined;
  }
  const { row } = outcome;
  const before = seen.firstPlace(kind, file.name, row.id, row.line);
  if (before === undefined) return row;
  counts.bad++;
  const byName = file.mapping.key === "name";
  const value = byName ? row.name : row.id;
  const column = file.mapping.columns.find(({ target }) => target === (byName ? "name" : "id"))?.header;
  tally.addProblem(
    toProblem(file, kind, row.line, byName ? "duplicate-name" : "duplicate-id", "row", value, column, before),
  );
  return undefined;
}

/** The one place where rows built by kind meet the batch type of that kind. */
const toBatch = (kind: ImportKind, fields: readonly string[], rows: readonly unknown[]): ImportBatch =>
  ({ kind, fields, rows }) as ImportBatch;

const NO_VALUES = { texts: {}, numbers: {}, money: {}, booleans: {}, attributes: {} };
const NO_MAPPING = { kind: "ignored", columns: [], key: "id", stages: {} } as const;

function toMadeBatch(kind: NamedKind, names: ReadonlyMap<RecordId, string>): ImportBatch {
  const rows = [...names].map(([id, name]) =>
    ROW_BUILDERS[kind]({ id, name, values: NO_VALUES, references: {} }, NO_MAPPING),
  );
  return toBatch(kind, ["name", "nameKey"], rows);
}
