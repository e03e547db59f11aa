import { ENTITIES } from "@sweetspot/plan-model";
import { sql } from "kysely";
import type { Database, Queries } from "./database.ts";
import { DatabaseTooNewError } from "./database-error.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { planViews } from "./plan-views.ts";

/** Any number of ours: two gateways that start at once on one server must not migrate at once. */
const MIGRATION_LOCK = 7_336_771;

/**
 * Brings the tables up to this program's version and the report views up to its plan model; each step whole or not
 * at all. Only forward: a database newer than the program is refused with `DatabaseTooNewError`.
 */
export async function migrate(database: Database, migrations = MIGRATIONS): Promise<void> {
  await database.transaction(async (queries) => {
    await queries.query(sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`);
    await queries.query(
      sql`create table if not exists sweetspot_version (
        one boolean primary key default true check (one), version integer not null, views text not null)`,
    );
    const [stored] = await queries.query(
      sql<{ version: number; views: string }>`select version, views from sweetspot_version`,
    );
    const from = stored?.version ?? 0;
    if (from > migrations.length) throw new DatabaseTooNewError(from, migrations.length);
    const pending = migrations.slice(from);
    const views = planViews(ENTITIES);
    if (pending.length === 0 && stored?.views === views.fingerprint) return;
    // Views go first and come back last, so that a migration may change the columns they read.
    await dropViews(queries);
    for (const migration of pending)
      for (const statement of migration.statements) await queries.query(sql.raw(statement));
    for (const statement of views.statements) await queries.query(sql.raw(statement));
    await queries.query(
      sql`insert into sweetspot_version (version, views) values (${migrations.length}, ${views.fingerprint})
        on conflict (one) do update set version = excluded.version, views = excluded.views`,
    );
  });
}

async function dropViews(queries: Queries): Promise<void> {
  const views = await queries.query(
    sql<{ name: string }>`select table_name as name from information_schema.views
      where table_schema = current_schema() and table_name like 'plan\\_%'`,
  );
  for (const view of views) await queries.query(sql`drop view ${sql.id(view.name)}`);
}
