import type { ReadOptions } from "@sweetspot/contract";
import type { RelationKind } from "@sweetspot/relation-import";
import { type RawBuilder, sql } from "kysely";
import type { Queries } from "../database.ts";
import { givenIds, givenShape, givenTable } from "../given-rows.ts";
import { LEASE, lostLease } from "../import-rows.ts";
import { type AnyRow, columnNames, givenColumns, tableOf } from "./relation-tables.ts";

/** The import of one source. */
export interface RelationWriting {
  readonly tenant: string;
  /** Marks what the import writes. */
  readonly number: number;
  /** The source's number and name. */
  readonly source: number;
  readonly name: string;
}

const fieldsOf = (kind: RelationKind): RawBuilder<unknown>[] =>
  givenColumns(kind)
    .filter(({ name }) => name !== "key")
    .map(({ name }) => sql.id(name));

const differ = (kind: RelationKind): RawBuilder<unknown> => {
  const fields = fieldsOf(kind);
  return sql`(${sql.join(fields.map((name) => sql`stored.${name}`))}) is distinct from (${sql.join(fields.map((name) => sql`given.${name}`))})`;
};

/**
 * Runs a change that asks for `exists (select from lease)`, and renews the lease with it: whoever takes the lease over waits
 * for the change, and sweeps it away.
 *
 * @throws CrmError `conflict` when the lease is lost; nothing is written then
 */
async function underLease(
  queries: Queries,
  { tenant, number }: RelationWriting,
  change: RawBuilder<unknown>,
  options?: ReadOptions,
): Promise<number> {
  const [done] = await queries.query(
    sql<{ written: number }>`with lease as (
        update relation_writing set expires_at = now() + interval ${LEASE}
        where tenant = ${tenant} and number = ${number} and revision is null returning 1),
      written as (${change} returning 1)
      select (select count(*)::integer from written) as written from lease`,
    options,
  );
  if (!done) throw lostLease();
  return done.written;
}

/** Which of these keys the source had before this import. */
export async function findStanding(
  queries: Queries,
  { tenant, source, number }: RelationWriting,
  kind: RelationKind,
  keys: readonly string[],
  options?: ReadOptions,
): Promise<ReadonlySet<string>> {
  const rows = await queries.query(
    sql<{ key: string }>`select key from ${tableOf(kind)}
      where tenant = ${tenant} and source = ${source} and key = any(${givenIds(keys)}) and writing <> ${number}`,
    options,
  );
  return new Set(rows.map(({ key }) => key));
}

/** Stores the rows whose keys nobody has; they are not seen before the import's end. @returns how many they were */
export async function addRows(
  queries: Queries,
  writing: RelationWriting,
  kind: RelationKind,
  rows: readonly AnyRow[],
  options?: ReadOptions,
): Promise<number> {
  const { tenant, source, number } = writing;
  const insert = sql`insert into ${tableOf(kind)} (tenant, source, writing, shown, ${columnNames(kind)})
    select ${tenant}, ${sql.lit(source)}, ${sql.lit(number)}, ${sql.lit(number)}, ${columnNames(kind)}
    from ${givenTable(givenColumns(kind), rows)} where exists (select from lease)
    on conflict (tenant, source, key) do nothing`;
  return underLease(queries, writing, insert, options);
}

/** Keeps for the end what rows say of records that are seen; a row that says nothing new is kept as the mere key. */
export async function keepChanges(
  queries: Queries,
  writing: RelationWriting,
  kind: RelationKind,
  rows: readonly AnyRow[],
  options?: ReadOptions,
): Promise<void> {
  const { tenant, source, number } = writing;
  const insert = sql`insert into relation_change (writing, kind, key, row)
    select ${sql.lit(number)}, ${kind}, given.key, case when ${differ(kind)} then to_json(given) end
    from ${givenTable(givenColumns(kind), rows)}
      join ${tableOf(kind)} stored on stored.tenant = ${tenant} and stored.source = ${sql.lit(source)} and stored.key = given.key
    where exists (select from lease)
    on conflict (writing, kind, key) do update set row = excluded.row`;
  await underLease(queries, writing, insert, options);
}

/** Notes that the file has these, though they could not be read. */
export async function keepMentioned(
  queries: Queries,
  writing: RelationWriting,
  kind: RelationKind,
  keys: readonly string[],
  options?: ReadOptions,
): Promise<void> {
  const { tenant, source, number } = writing;
  const insert = sql`insert into relation_change (writing, kind, key)
    select ${sql.lit(number)}, ${kind}, key from ${tableOf(kind)}
    where tenant = ${tenant} and source = ${sql.lit(source)} and key = any(${givenIds(keys)})
      and writing <> ${sql.lit(number)} and exists (select from lease)
    on conflict do nothing`;
  await underLease(queries, writing, insert, options);
}

/** Writes what was kept. @returns how many records it changed */
export async function applyChanges(
  queries: Queries,
  { tenant, source, number }: RelationWriting,
  kind: RelationKind,
): Promise<number> {
  const ours = sql`c.writing = ${sql.lit(number)} and c.kind = ${kind}
    and stored.tenant = ${tenant} and stored.source = ${sql.lit(source)} and stored.key = c.key`;
  await queries.query(
    sql`update ${tableOf(kind)} stored set shown = ${sql.lit(number)} from relation_change c
      where c.row is null and ${ours}`,
  );
  const assignments = fieldsOf(kind).map((name) => sql`${name} = given.${name}`);
  const [counted] = await queries.query(
    sql<{ changed: number }>`with changed as (
        update ${tableOf(kind)} stored
        set writing = ${sql.lit(number)}, shown = ${sql.lit(number)}, ${sql.join(assignments)}
        from relation_change c
          cross join lateral json_to_record(c.row) as given ${givenShape(givenColumns(kind))}
        where c.row is not null and ${ours} returning 1)
      select count(*)::integer as changed from changed`,
  );
  return counted?.changed ?? 0;
}
