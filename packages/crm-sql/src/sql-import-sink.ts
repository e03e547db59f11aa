import { CrmError, type RecordId } from "@sweetspot/contract";
import type { ImportSink, NamedKind } from "@sweetspot/crm-import";
import { type RawBuilder, sql } from "kysely";
import { CRM_TABLES } from "./crm-tables.ts";
import type { Database } from "./database.ts";
import { beginFile } from "./import-writer.ts";
import type { Settings } from "./settings.ts";

/** Ids or keys one look-up may name. */
const LOOKUP_LIMIT = 5000;

/**
 * Where an import writes, in one tenant. New rows go to their place batch by batch, marked as pending; at the end of
 * the file one short transaction writes what changes in rows that are there, and lets go of the mark. Readers see all
 * of a file or nothing, and a crash leaves nothing but unseen rows that the next import sweeps away.
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
