import { randomUUID } from "node:crypto";
import { CrmError, type RecordId, type ReadOptions } from "@sweetspot/contract";
import type {
  ImportBatch,
  ImportCounts,
  ImportFileWriter,
  ImportKind,
  ImportRowOf,
  ImportSink,
  NamedKind,
  WriteCounts,
} from "@sweetspot/crm-import";
import { type RawBuilder, sql } from "kysely";
import { upsert } from "./bulk-upsert.ts";
import { CRM_TABLES, type CrmTable, toColumnJson } from "./crm-tables.ts";
import type { Database } from "./database.ts";
import type { Settings } from "./settings.ts";

/** After so many minutes without a call a writer counts as gone, and the next import may begin. */
const LEASE = sql.lit("5 minutes");
/** Ids or keys one look-up may name. */
const LOOKUP_LIMIT = 5000;

/**
 * Where an import writes, in one tenant. Batches wait in a staging table and are merged by one transaction at the end
 * of the file: readers see all of it or nothing, and a crash leaves nothing but rows that the next import sweeps away.
 */
export function createSqlImportSink(database: Database, tenant: string, settings: Settings): ImportSink {
  const tableOf = (kind: NamedKind): RawBuilder<unknown> => sql.table(CRM_TABLES[kind].table);
  return {
    begin: (options) => beginFile(database, tenant, options),
    async findIds(kind, ids, options) {
      refuseMany(ids.length);
      const rows = await database.query(
        sql<{
          id: RecordId;
        }>`select id from ${tableOf(kind)} where tenant = ${tenant} and id = any(${ids}::text[])`,
        options,
      );
      return new Set(rows.map((row) => row.id));
    },
    async findByName(kind, nameKeys, options) {
      refuseMany(nameKeys.length);
      const rows = await database.query(
        sql<{ key: string; ids: readonly RecordId[] }>`select name_key as key, json_agg(id order by id) as ids
          from ${tableOf(kind)} where tenant = ${tenant} and name_key = any(${nameKeys}::text[]) group by name_key`,
        options,
      );
      return new Map(rows.map((row) => [row.key, row.ids]));
    },
    async listNames(kind, { after, limit }, options) {
      const beyond = after ? sql`(name_key, id) > (${after.nameKey}, ${after.id})` : sql`true`;
      return database.query(
        sql<{ id: RecordId; name: string; nameKey: string }>`select id, name, name_key as "nameKey"
          from ${tableOf(kind)} where tenant = ${tenant} and ${beyond} order by name_key, id limit ${limit}`,
        options,
      );
    },
    async parentsOf(accounts, options) {
      refuseMany(accounts.length);
      const rows = await database.query(
        sql<{ id: RecordId; parent: RecordId | null }>`select id, parent from crm_account
          where tenant = ${tenant} and id = any(${accounts}::text[])`,
        options,
      );
      return new Map(rows.map((row) => [row.id, row.parent]));
    },
    readSetting: settings.read,
    writeSetting: settings.write,
    listSettings: settings.list,
  };
}

function refuseMany(count: number): void {
  if (count > LOOKUP_LIMIT)
    throw new CrmError("malformed", `A look-up may name ${LOOKUP_LIMIT} records; this one names ${count}.`);
}

async function beginFile(
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
    await queries.query(sql`delete from import_batch where tenant = ${tenant}`);
  }, options);
  return createFileWriter(database, tenant, writer);
}

function createFileWriter(database: Database, tenant: string, writer: string): ImportFileWriter {
  const positions = new Map<ImportKind, number>();
  let batches = 0;
  const ours = sql`tenant = ${tenant} and writer = ${writer}`;
  const lost = (): CrmError =>
    new CrmError("conflict", "This import has ended, or another one has taken its place.");

  return {
    async write(batch, options) {
      const table = CRM_TABLES[batch.kind] as CrmTable<ImportRowOf[ImportKind]>;
      const position = positions.get(batch.kind) ?? 0;
      const json = toColumnJson(table, batch.rows, position);
      const kept = await database.query(
        sql`with lease as (update import_lease set expires_at = now() + interval ${LEASE} where ${ours} returning tenant)
          insert into import_batch (tenant, writer, position, kind, fields, rows, size)
          select tenant, ${writer}, ${batches}, ${batch.kind}, ${JSON.stringify(batch.fields)}::jsonb, ${json}::json,
            ${batch.rows.length} from lease returning position`,
        options,
      );
      if (kept.length === 0) throw lost();
      positions.set(batch.kind, position + batch.rows.length);
      batches += 1;
    },
    async finish(options) {
      return database.transaction(async (queries) => {
        const [held] = await queries.query(sql`delete from import_lease where ${ours} returning tenant`);
        if (!held) throw lost();
        const staged = await queries.query(
          sql<StagedBatch>`select position, kind, fields, size from import_batch where ${ours} order by position`,
        );
        const counts = new Map<ImportKind, WriteCounts>();
        for (const { position, kind, fields, size } of staged) {
          const json = sql`(select rows from import_batch where ${ours} and position = ${position})`;
          const written = await upsert(queries, { tenant, kind, fields, json, rows: size });
          counts.set(kind, sum(counts.get(kind), written));
        }
        await queries.query(sql`delete from import_batch where ${ours}`);
        return Object.fromEntries(counts) as ImportCounts;
      }, options);
    },
    async abort() {
      await database.transaction(async (queries) => {
        await queries.query(sql`delete from import_lease where ${ours}`);
        await queries.query(sql`delete from import_batch where ${ours}`);
      });
    },
  };
}

interface StagedBatch {
  readonly position: number;
  readonly kind: ImportBatch["kind"];
  readonly fields: readonly string[];
  readonly size: number;
}

const sum = (one: WriteCounts | undefined, other: WriteCounts): WriteCounts => ({
  created: (one?.created ?? 0) + other.created,
  updated: (one?.updated ?? 0) + other.updated,
  unchanged: (one?.unchanged ?? 0) + other.unchanged,
});
