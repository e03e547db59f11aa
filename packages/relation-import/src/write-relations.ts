import { createCompactIndex } from "@sweetspot/crm-import/reading";
import { type Field, findField } from "./fields.ts";
import { type FileRow, readRows, type RelationFile } from "./file-rows.ts";
import type { ImportTally } from "./import-tally.ts";
import { createOwnership } from "./ownership.ts";
import { keyWithEnd, readBody, readPerson, type ReadRecord, readTie } from "./read-records.ts";
import {
  RELATION_KINDS,
  type AnyRelationRow,
  type BodyRow,
  type PersonRow,
  type RelationKind,
  type RelationWriter,
  type SinkProblem,
  type TieRow,
} from "./relation-sink.port.ts";
import type { RowFault } from "./row-values.ts";

export interface WriteContext {
  readonly tally: ImportTally;
  readonly whole: boolean;
  readonly signal: AbortSignal | undefined;
}

/** Rows handed over at once. */
const BATCH = 2_500;

/** People and bodies of all files first, then the ties that name them: files of all kinds in one are read twice. */
export async function writeRelations(
  files: readonly RelationFile[],
  writer: RelationWriter,
  context: WriteContext,
): Promise<void> {
  const reads = createReaders();
  const passes = PASSES.flatMap((kinds, pass) =>
    files
      .filter(({ form }) => form.json || kinds.includes(form.layout.kind))
      .map((file) => ({ file, kinds, broken: pass === 0 })),
  );
  context.tally.expectBytes(passes.reduce((sum, { file }) => sum + file.source.bytes, 0));
  for (const { file, kinds, broken } of passes)
    await writeFile(file, writer, context, reads, { kinds, broken });
}

const PASSES: readonly (readonly RelationKind[])[] = [["people", "bodies"], ["ties"]];

type Readers = Readonly<Record<RelationKind, (row: FileRow) => ReadRecord<AnyRelationRow>>>;

/** Reads rows, and checks them against all that were read before. */
function createReaders(): Readers {
  const seen = { people: createCompactIndex(), bodies: createCompactIndex(), ties: createCompactIndex() };
  const ownership = createOwnership();
  const once = <Row extends AnyRelationRow>(kind: RelationKind, read: ReadRecord<Row>): ReadRecord<Row> =>
    read.row === undefined || seen[kind].add(read.row.key) >= 0
      ? read
      : refuse(read, { code: "duplicate-key", effect: "row", field: "key", value: read.row.key });
  const tie = (row: FileRow): ReadRecord<TieRow> => {
    const read = readTie(row);
    if (read.row === undefined) return read;
    const key = read.derived && seen.ties.find(read.row.key) >= 0 ? keyWithEnd(read.row) : read.row.key;
    const known = once("ties", { ...read, key, row: { ...read.row, key } });
    const fault = known.row && ownership.check(known.row);
    if (!known.row || !fault) return known;
    if (fault.effect === "row") return refuse(known, fault);
    const { share: _, ...without } = known.row;
    return { ...known, row: without, faults: [...known.faults, fault] };
  };
  return {
    people: (row) => once("people", readPerson(row)),
    bodies: (row) => once("bodies", readBody(row)),
    ties: tie,
  };
}

const refuse = <Row>({ key, faults }: ReadRecord<Row>, fault: RowFault): ReadRecord<Row> => ({
  ...(key === undefined ? {} : { key }),
  faults: [...faults, fault],
});

interface Waiting {
  readonly given: FileRow;
  readonly row: AnyRelationRow;
}

async function writeFile(
  file: RelationFile,
  writer: RelationWriter,
  { tally, whole, signal }: WriteContext,
  readers: Readers,
  rows: { readonly kinds: readonly RelationKind[]; readonly broken: boolean },
): Promise<void> {
  const { name } = file.source;
  const options = signal === undefined ? {} : { signal };
  const header = (field: string): string => headerOf(file, field as Field);
  const waiting: Record<RelationKind, Waiting[]> = { people: [], bodies: [], ties: [] };
  let kept: string[] = [];

  const settleBatch = async (kind: RelationKind, batch: readonly Waiting[]): Promise<void> => {
    const problems = await putRows(writer, kind, batch, options);
    const refused = new Map(problems.map((problem) => [problem.row, problem]));
    for (const [at, { given, row }] of batch.entries()) {
      const problem = refused.get(at);
      if (problem) tally.fault(name, given, [toFault(problem, row)], header);
      else tally.take(name, kind);
    }
    await tally.flush();
    tally.tell("reading", name);
  };
  const output = createOutput();
  const write = async (least: number): Promise<void> => {
    for (const kind of RELATION_KINDS)
      while (waiting[kind].length >= least && waiting[kind].length > 0) {
        const batch = waiting[kind].splice(0, BATCH);
        await output.add(() => settleBatch(kind, batch));
      }
    while (kept.length >= least && kept.length > 0) {
      const keys = kept.slice(0, BATCH);
      kept = kept.slice(BATCH);
      await output.add(() => writer.keepTies(keys, options));
    }
  };

  try {
    const onBytes = (bytes: number): void => tally.addBytes(bytes);
    for await (const batch of readRows(file, { signal, onBytes, ...rows })) {
      signal?.throwIfAborted();
      for (const given of batch) {
        const read = readRow(given, readers);
        if (read.faults.length > 0) tally.fault(name, given, read.faults, header);
        if (given.kind !== undefined && read.row !== undefined)
          waiting[given.kind].push({ given, row: read.row });
        else if (whole && given.kind === "ties" && read.key !== undefined) kept.push(read.key);
      }
      await write(BATCH);
    }
    await write(1);
  } finally {
    await output.settle();
  }
  await output.end();
}

function readRow(given: FileRow, readers: Readers): ReadRecord<AnyRelationRow> {
  if (given.broken || given.kind === undefined) {
    const { code, value } = given.broken ?? { code: "unknown-kind", value: "" };
    return { faults: [{ code, effect: "row", value }] };
  }
  return readers[given.kind](given);
}

function putRows(
  writer: RelationWriter,
  kind: RelationKind,
  batch: readonly Waiting[],
  options: { readonly signal?: AbortSignal },
): Promise<readonly SinkProblem[]> {
  const rows = batch.map(({ row }) => row);
  // The one place where rows of a kind meet the call of that kind.
  if (kind === "people") return writer.putPeople(rows as readonly PersonRow[], options);
  if (kind === "bodies") return writer.putBodies(rows as readonly BodyRow[], options);
  return writer.putTies(rows as readonly TieRow[], options);
}

/** Who was erased is not told again. */
function toFault({ fault, field }: SinkProblem, row: AnyRelationRow): RowFault {
  const value = (row as Readonly<Partial<Record<Field, unknown>>>)[field];
  return fault === "erased-person"
    ? { code: fault, effect: "row" }
    : { code: fault, effect: "row", field, value: String(value) };
}

/** What the file calls a field. */
function headerOf({ form }: RelationFile, field: Field): string {
  if (form.json) return field;
  const { layout } = form;
  return layout.header.find((name) => findField(layout.kind, name) === field) ?? field;
}

/** One batch is written while the next one is read; a failure shows at the next call. */
function createOutput() {
  let underWay: Promise<void> = Promise.resolve();
  const settle = (): Promise<void> => underWay.catch(() => undefined);
  return {
    async add(work: () => Promise<void>): Promise<void> {
      await underWay;
      underWay = work();
      // The failure is told by the next call; until then nobody waits for it.
      void settle();
    },
    settle,
    end: (): Promise<void> => underWay,
  };
}
