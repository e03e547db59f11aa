import type { RecordId } from "@sweetspot/contract";
import type { AccountTree } from "./account-tree.ts";
import type { CsvRecord } from "./csv-reader.ts";
import type { ImportProblem, ProblemCode } from "./import-problem.model.ts";
import type { ImportBatch, ImportFileWriter, ImportKind, NamedKind } from "./import-sink.port.ts";
import type { ImportSource } from "./import-source.port.ts";
import type { FileTally, ImportTally } from "./import-tally.ts";
import { cut, toProblemText } from "./problem-texts.ts";
import type { ProductNames } from "./product-names.ts";
import { readRecords } from "./record-stream.ts";
import type { ReferenceResolver, Resolution } from "./references.ts";
import { ROW_BUILDERS, spokenFields } from "./row-builders.ts";
import { createRowReader, type ReadRow, type RowReference } from "./row-reader.ts";
import type { SeenRows } from "./seen-rows.ts";
import type { RecognisedFile } from "./survey-file.ts";

/** What all files of one import share. */
export interface WriteContext {
  readonly currency: string;
  readonly resolver: ReferenceResolver;
  readonly tree: AccountTree | undefined;
  readonly seen: SeenRows;
  readonly products: ProductNames;
  readonly tally: ImportTally;
  readonly signal: AbortSignal | undefined;
  /** After each batch: hands on problems and progress. */
  onBatch(file: string): Promise<void>;
}

/** Reads one file and hands its good rows to the writer, batch by batch. Throws `ImportFileError` and `CrmError`. */
export async function writeFileRows(
  source: ImportSource,
  file: RecognisedFile,
  kind: ImportKind,
  writer: ImportFileWriter,
  context: WriteContext,
): Promise<void> {
  const { signal, tally } = context;
  const reader = createRowReader(file, kind, context.currency);
  const fields = spokenFields(kind, file.mapping);
  const counts = tally.of(file);
  const options = signal === undefined ? {} : { signal };
  const onBytes = (bytes: number): void => tally.addBytes(bytes);
  for await (const { records, skipped } of readRecords(source, file, { ...options, onBytes })) {
    signal?.throwIfAborted();
    counts.skipped += skipped;
    const rows = records.flatMap((record) => readRow(record, reader, file, kind, context, counts));
    await context.resolver.prepare(
      rows.flatMap(({ references }) => Object.values(withoutParent(references, context))),
    );
    const made = new Map<NamedKind, Map<RecordId, string>>();
    const built = rows.flatMap((row) => {
      const references = resolveRow(row, file, kind, context, made);
      if (references === undefined) counts.bad++;
      else counts.good++;
      return references === undefined
        ? []
        : [
            ROW_BUILDERS[kind](
              { ...row, values: context.products.fill(row.values, references), references },
              file.mapping,
            ),
          ];
    });
    for (const [madeKind, names] of made) await writer.write(toMadeBatch(madeKind, names), options);
    if (built.length > 0) await writer.write(toBatch(kind, fields, built), options);
    await context.onBatch(file.name);
  }
}

function readRow(
  record: CsvRecord,
  reader: ReturnType<typeof createRowReader>,
  file: RecognisedFile,
  kind: ImportKind,
  { tally, seen }: WriteContext,
  counts: FileTally,
): readonly ReadRow[] {
  const outcome = reader.read(record);
  if (outcome.state === "deleted") {
    counts.skipped++;
    return [];
  }
  for (const problem of outcome.problems) tally.addProblem(problem);
  if (outcome.state === "bad") {
    counts.bad++;
    return [];
  }
  const { row } = outcome;
  const before = seen.firstPlace(kind, file.name, row.id, row.line);
  if (before === undefined) return [row];
  counts.bad++;
  const byName = file.mapping.key === "name";
  const value = byName ? row.name : row.id;
  const column = file.mapping.columns.find(({ target }) => target === (byName ? "name" : "id"))?.header;
  tally.addProblem(
    toProblem(file, kind, row.line, byName ? "duplicate-name" : "duplicate-id", "row", value, column, before),
  );
  return [];
}

/** The parents of accounts were looked up ahead, for all files at once. */
const withoutParent = (references: ReadRow["references"], { tree }: WriteContext): ReadRow["references"] => {
  if (tree === undefined || references["parent"] === undefined) return references;
  const { parent: _, ...others } = references;
  return others;
};

const UNKNOWN: Readonly<Record<string, ProblemCode>> = {
  parent: "unknown-parent",
  account: "unknown-account",
  owner: "unknown-owner",
  product: "unknown-product",
  opportunity: "unknown-opportunity",
};

/** Where the row's references lead; undefined where the row cannot stand without one of them. */
function resolveRow(
  row: ReadRow,
  file: RecognisedFile,
  kind: ImportKind,
  context: WriteContext,
  made: Map<NamedKind, Map<RecordId, string>>,
): Readonly<Record<string, RecordId | null>> | undefined {
  const ids: Record<string, RecordId | null> = {};
  let complete = true;
  for (const [field, reference] of Object.entries(row.references)) {
    const resolution = resolveField(field, reference, row.id, context);
    ids[field] = null;
    if (resolution === undefined || resolution.state === "none") continue;
    if (resolution.state === "found") ids[field] = resolution.id;
    else if (resolution.state === "made") ids[field] = make(reference.kind, resolution, context, made);
    else {
      if (field === "opportunity") complete = false;
      report(resolution, field, reference, row, file, kind, context);
    }
  }
  if (kind === "lineItems" && (ids["opportunity"] ?? null) === null) complete = false;
  return complete ? ids : undefined;
}

type FieldResolution = Resolution | { readonly state: "cyclic"; readonly text: string };

function resolveField(
  field: string,
  reference: RowReference,
  id: RecordId,
  { tree, resolver }: WriteContext,
): FieldResolution | undefined {
  return field === "parent" && tree !== undefined ? tree.parentOf(id) : resolver.resolve(reference);
}

function make(
  kind: NamedKind,
  { id, name }: { readonly id: RecordId; readonly name: string },
  { resolver }: WriteContext,
  made: Map<NamedKind, Map<RecordId, string>>,
): RecordId {
  const names = made.get(kind) ?? new Map<RecordId, string>();
  made.set(kind, names.set(id, name));
  resolver.remember(kind, id, name);
  return id;
}

function report(
  resolution: Exclude<FieldResolution, { readonly state: "found" | "made" | "none" }>,
  field: string,
  reference: RowReference,
  row: ReadRow,
  file: RecognisedFile,
  kind: ImportKind,
  { tally, products }: WriteContext,
): void {
  const { state, text } = resolution;
  if (state !== "cyclic" && !(reference.kind === "products" && products.none)) {
    tally.addUnmatched(reference.kind, text, file.name, row.line);
  }
  // An export without its users or without a product catalogue would list every one of its rows here.
  if (state === "unknown" && (field === "owner" || (field === "product" && products.none))) return;
  const code =
    state === "cyclic" ? "cyclic-parent" : state === "ambiguous" ? "ambiguous-name" : UNKNOWN[field]!;
  const effect = field === "opportunity" ? "row" : "value";
  tally.addProblem(toProblem(file, kind, row.line, code, effect, text, reference.column));
}

function toProblem(
  file: RecognisedFile,
  kind: ImportKind,
  line: number,
  code: ProblemCode,
  effect: ImportProblem["effect"],
  value: string,
  column: string | undefined,
  detail?: string,
): ImportProblem {
  const texts = toProblemText(code, cut(value), detail);
  return {
    file: file.name,
    kind,
    line,
    code,
    effect,
    value: cut(value),
    ...(column === undefined ? {} : { column }),
    ...texts,
  };
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
