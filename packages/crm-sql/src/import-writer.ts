import { randomUUID } from "node:crypto";
import { CrmError, type ReadOptions } from "@sweetspot/contract";
import {
  IMPORT_KINDS,
  type ImportBatch,
  type ImportCounts,
  type ImportFileWriter,
  type ImportKind,
  type WriteCounts,
} from "@sweetspot/crm-import";
import { sql } from "kysely";
import { storedTable } from "./crm-columns.ts";
import { noteCrmChange } from "./crm-revision.ts";
import type { Database, Queries } from "./database.ts";
import {
  addRows,
  applyChanges,
  changeOwnRows,
  findStanding,
  type ImportPart,
  keepChanges,
  LEASE,
  lostLease,
} from "./import-rows.ts";

/**
 * Opens the writing of one file: takes the tenant's lease, and sweeps away what an import has left that never
 * finished, because its process died or its lease ran out.
 */
export async function beginFile(
  database: Database,
  tenant: string,
  options?: ReadOptions,
): Promise<ImportFileWriter> {
  const writer = randomUUID();
  await database.transaction(async (queries) => {
    const [taken] = await queries.query(
      sql`insert into import_lease (tenant, writer, expires_at) values (${tenant}, ${writer}, now() + interval ${LEASE})
        on conflict (tenant) do update set writer = excluded.writer, expires_at = excluded.expires_at
        where import_lease.expires_at < now() returning writer`,
    );
    if (!taken)
      throw new CrmError("conflict", "Another import is running. Wait until it has finished, or cancel it.");
    const left = await queries.query(
      sql<{ writer: string }>`select writer from import_pending where tenant = ${tenant}`,
    );
    for (const one of left) await sweep(queries, tenant, one.writer, IMPORT_KINDS);
    await queries.query(sql`insert into import_pending (writer, tenant) values (${writer}, ${tenant})`);
  }, options);
  return createFileWriter(database, tenant, writer);
}

function createFileWriter(database: Database, tenant: string, writer: string): ImportFileWriter {
  const parts = new Map<string, ImportPart>();
  const counts = new Map<ImportKind, WriteCounts>();
  const ours = sql`tenant = ${tenant} and writer = ${writer}`;

  const partOf = ({ kind, fields }: ImportBatch): ImportPart => {
    const key = [kind, ...fields].join(" ");
    const part = parts.get(key) ?? { tenant, writer, number: parts.size, kind, fields };
    parts.set(key, part);
    return part;
  };
  const count = (kind: ImportKind, more: WriteCounts): void => {
    const { created, updated, unchanged } = counts.get(kind) ?? NO_COUNTS;
    counts.set(kind, {
      created: created + more.created,
      updated: updated + more.updated,
      unchanged: unchanged + more.unchanged,
    });
  };

  return {
    async write(batch, options) {
      const { created = 0, updated = 0, unchanged = 0 } = counts.get(batch.kind) ?? NO_COUNTS;
      const position = created + updated + unchanged;
      count(batch.kind, await writeRows(database, partOf(batch), batch, position, options));
    },
    async finish(options) {
      return database.transaction(async (queries) => {
        const [held] = await queries.query(sql`delete from import_lease where ${ours} returning tenant`);
        if (!held) throw lostLease();
        // The planner knows nothing of rows that came a moment ago.
        await queries.query(sql`analyze import_change`);
        for (const part of parts.values()) {
          const updated = await applyChanges(queries, part);
          count(part.kind, { created: 0, updated, unchanged: -updated });
        }
        await queries.query(sql`delete from import_change where writer = ${writer}`);
        await queries.query(sql`delete from import_pending where writer = ${writer}`);
        await noteCrmChange(queries, tenant);
        return Object.fromEntries(counts) as ImportCounts;
      }, options);
    },
    async abort() {
      await database.transaction(async (queries) => {
        await queries.query(sql`delete from import_lease where ${ours}`);
        // After its finish, what the import has written is everybody's.
        const [pending] = await queries.query(sql`select from import_pending where writer = ${writer}`);
        if (pending) await sweep(queries, tenant, writer, IMPORT_KINDS);
      });
    },
  };
}

const NO_COUNTS: WriteCounts = { created: 0, updated: 0, unchanged: 0 };

/** Rows that may have changed something count as unchanged until they have. */
async function writeRows(
  queries: Queries,
  part: ImportPart,
  { rows }: ImportBatch,
  position: number,
  options?: ReadOptions,
): Promise<WriteCounts> {
  const ids = rows.map((row) => row.id);
  const standing = await findStanding(queries, part, ids, options);
  const placed = rows.map((row, index) => ({ row, position: position + index }));
  const fresh = placed.filter(({ row }) => !standing.has(row.id));
  const own = placed.filter(({ row }) => standing.get(row.id) === "own");
  const seen = placed.filter(({ row }) => standing.get(row.id) === "seen");
  if (fresh.length > 0) await addRows(queries, part, fresh, options);
  const updated = own.length > 0 ? await changeOwnRows(queries, part, own, options) : 0;
  if (seen.length > 0) await keepChanges(queries, part, seen, options);
  return { created: fresh.length, updated, unchanged: own.length + seen.length - updated };
}

/** Takes back what an import has written that nobody has seen. */
async function sweep(
  queries: Queries,
  tenant: string,
  writer: string,
  kinds: readonly ImportKind[],
): Promise<void> {
  for (const kind of kinds)
    await queries.query(
      sql`delete from ${storedTable(kind)} where tenant = ${tenant} and import = ${writer}`,
    );
  await queries.query(sql`delete from import_change where writer = ${writer}`);
  await queries.query(sql`delete from import_pending where writer = ${writer}`);
}
