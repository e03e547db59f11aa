import { CrmError, type RecordId } from "@sweetspot/contract";
import {
  type ImportBatch,
  type ImportCounts,
  type ImportFileWriter,
  type ImportKind,
  type ImportRowOf,
  type ImportSink,
  IMPORT_KINDS,
  type NamedKind,
} from "../import-sink.port.ts";
import { normaliseName } from "../normalise-name.ts";

/** Everything a sink holds, by kind and id. */
export type StoredRows = { readonly [Kind in ImportKind]: ReadonlyMap<RecordId, ImportRowOf[Kind]> };

/** A sink in memory, with what it holds in the open. */
export interface MemorySink extends ImportSink {
  readonly rows: StoredRows;
  /** The n-th next `write` fails as a full disk does. */
  failWrite(after: number): void;
}

type Stored = Record<string, unknown> & { readonly id: RecordId };
type Tables = Record<ImportKind, Map<RecordId, Stored>>;

const emptyTables = (): Tables =>
  Object.fromEntries(IMPORT_KINDS.map((kind) => [kind, new Map<RecordId, Stored>()])) as unknown as Tables;

export function createMemorySink(): MemorySink {
  const tables = emptyTables();
  const settings = new Map<string, string>();
  let writing = false;
  let writesLeft = Number.POSITIVE_INFINITY;

  const named = (
    kind: NamedKind,
  ): readonly { readonly id: RecordId; readonly name: string; readonly nameKey: string }[] =>
    [...tables[kind].values()]
      .map(({ id, name }) => ({ id, name: String(name), nameKey: normaliseName(String(name)) }))
      .toSorted((one, other) => compare(one.nameKey, other.nameKey) || compare(one.id, other.id));

  return {
    rows: tables as unknown as StoredRows,
    failWrite: (after) => (writesLeft = after),
    async begin() {
      if (writing) throw new CrmError("conflict", "Another import is writing.");
      writing = true;
      const done = (): void => void (writing = false);
      return createWriter(tables, done, () => {
        if (--writesLeft < 0) throw new CrmError("unavailable", "The disk is full.");
      });
    },
    findIds: async (kind, ids) => new Set(ids.filter((id) => tables[kind].has(id))),
    async findByName(kind, nameKeys) {
      const wanted = new Set(nameKeys);
      const found = new Map<string, RecordId[]>();
      for (const { id, nameKey } of named(kind)) {
        if (wanted.has(nameKey)) found.set(nameKey, [...(found.get(nameKey) ?? []), id]);
      }
      return found;
    },
    async listNames(kind, { after, limit }) {
      const isAfter = ({ nameKey, id }: { nameKey: string; id: string }): boolean =>
        after === undefined ||
        compare(nameKey, after.nameKey) > 0 ||
        (nameKey === after.nameKey && id > after.id);
      return named(kind).filter(isAfter).slice(0, limit);
    },
    async parentsOf(accounts) {
      const known = accounts.filter((id) => tables.accounts.has(id));
      return new Map(
        known.map((id) => [id, (tables.accounts.get(id)?.["parent"] ?? null) as RecordId | null]),
      );
    },
    readSetting: async (key) => (settings.has(key) ? JSON.parse(settings.get(key)!) : undefined),
    writeSetting: async (key, value) => void settings.set(key, JSON.stringify(value)),
    listSettings: async (prefix) => [...settings.keys()].filter((key) => key.startsWith(prefix)).toSorted(),
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function createWriter(tables: Tables, done: () => void, beforeWrite: () => void): ImportFileWriter {
  const staged: { kind: ImportKind; fields: readonly string[]; row: Stored }[] = [];
  let open = true;
  return {
    async write({ kind, fields, rows }: ImportBatch, options) {
      options?.signal?.throwIfAborted();
      beforeWrite();
      for (const row of rows) staged.push({ kind, fields, row: row as unknown as Stored });
    },
    async finish() {
      const counts: Partial<Record<ImportKind, { created: number; updated: number; unchanged: number }>> = {};
      for (const { kind, fields, row } of staged) {
        const count = (counts[kind] ??= { created: 0, updated: 0, unchanged: 0 });
        const before = tables[kind].get(row.id);
        const next = before === undefined ? withoutNulls(row) : merge(before, row, fields);
        if (before === undefined) count.created++;
        else if (JSON.stringify(before) === JSON.stringify(next)) count.unchanged++;
        else count.updated++;
        tables[kind].set(row.id, next);
      }
      open = false;
      done();
      return counts satisfies ImportCounts;
    },
    async abort() {
      if (open) done();
      open = false;
    },
  };
}

function merge(before: Stored, row: Stored, fields: readonly string[]): Stored {
  const next: Stored = { ...before };
  for (const field of fields)
    next[field] =
      field === "attributes" ? { ...(before[field] as object), ...(row[field] as object) } : row[field];
  return withoutNulls(next);
}

/** An attribute set to null is emptied. */
function withoutNulls(row: Stored): Stored {
  const attributes = row["attributes"];
  if (typeof attributes !== "object" || attributes === null) return row;
  return {
    ...row,
    attributes: Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null)),
  };
}
