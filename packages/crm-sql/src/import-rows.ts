import { CrmError, type ReadOptions, type RecordId } from "@sweetspot/contract";
import type { ImportKind, ImportRowOf } from "@sweetspot/crm-import";
import { type RawBuilder, sql } from "kysely";
import { changesOf, columnNames, columnShape, storedTable } from "./crm-columns.ts";
import type { PlacedRow } from "./crm-tables.ts";
import type { Queries } from "./database.ts";
import { givenIds, givenRows } from "./given-rows.ts";

type PlacedRows = readonly PlacedRow<ImportRowOf[ImportKind]>[];

/** Rows of one kind that speak about the same fields, in one import. */
export interface ImportPart {
  readonly tenant: string;
  /** Marks the rows of this import. */
  readonly writer: string;
  readonly number: number;
  readonly kind: ImportKind;
  readonly fields: readonly string[];
}

/** Where a row stands that an import speaks about: written by the import itself, or seen by all. */
export type Standing = "own" | "seen";

/** After so many minutes without a call a writer counts as gone, and the next import may begin. */
export const LEASE = sql.lit("5 minutes");

export const lostLease = (): CrmError =>
  new CrmError("conflict", "This import has ended, or another one has taken its place.");

/** Which of these ids are there already. */
export async function findStanding(
  queries: Queries,
  { tenant, writer, kind }: ImportPart,
  ids: readonly RecordId[],
  options?: ReadOptions,
): Promise<ReadonlyMap<RecordId, Standing>> {
  const rows = await queries.query(
    sql<{ id: RecordId; own: boolean | null }>`select id, import = ${writer} as own from ${storedTable(kind)}
      where tenant = ${tenant} and id = any(${givenIds(ids)})`,
    options,
  );
  return new Map(rows.map(({ id, own }) => [id, own ? "own" : "seen"]));
}

/**
 * Runs a change that asks for `exists (select from lease)`, and renews the lease with it. The lease's row stays locked
 * until the change is stored: whoever takes over sees all of it, and sweeps it away.
 *
 * @returns how many rows it wrote
 * @throws CrmError `conflict` when the lease is lost; nothing is written then
 */
async function underLease(
  queries: Queries,
  { tenant, writer }: ImportPart,
  change: RawBuilder<unknown>,
  options?: ReadOptions,
): Promise<number> {
  const [done] = await queries.query(
    sql<{ written: number }>`with lease as (
        update import_lease set expires_at = now() + interval ${LEASE}
        where tenant = ${tenant} and writer = ${writer} returning 1),
      written as (${change} returning 1)
      select (select count(*)::integer from written) as written from lease`,
    options,
  );
  if (!done) throw lostLease();
  return done.written;
}

/** Stores rows nobody has; they are not seen before the import's mark goes. */
export async function addRows(
  queries: Queries,
  part: ImportPart,
  rows: PlacedRows,
  options?: ReadOptions,
): Promise<number> {
  const { tenant, writer, kind } = part;
  const insert = sql`insert into ${storedTable(kind)} (tenant, import, ${columnNames(kind)})
    select ${tenant}, ${writer}, ${columnNames(kind)} from ${givenRows(kind, rows)}
    where exists (select from lease)`;
  return underLease(queries, part, insert, options);
}

/** Changes rows of the import itself: it may, nobody sees them. */
export async function changeOwnRows(
  queries: Queries,
  part: ImportPart,
  rows: PlacedRows,
  options?: ReadOptions,
): Promise<number> {
  const { tenant, writer, kind, fields } = part;
  const changes = changesOf(kind, fields, sql`given`);
  if (!changes) return 0;
  const update = sql`update ${storedTable(kind)} as stored set ${changes.assignments} from ${givenRows(kind, rows)}
    where stored.tenant = ${tenant} and stored.id = given.id and stored.import = ${writer} and ${changes.differ}
      and exists (select from lease)`;
  return underLease(queries, part, update, options);
}

/** Keeps for later what the rows change in rows that are seen. Of a record said twice, the last word counts. */
export async function keepChanges(
  queries: Queries,
  part: ImportPart,
  rows: PlacedRows,
  options?: ReadOptions,
): Promise<void> {
  const { tenant, writer, number, kind, fields } = part;
  const changes = changesOf(kind, fields, sql`given`);
  if (!changes) return;
  const insert = sql`insert into import_change (writer, part, id, row)
    select ${writer}, ${number}, given.id, to_json(given) from ${givenRows(kind, rows)}
      join ${storedTable(kind)} stored on stored.tenant = ${tenant} and stored.id = given.id
      where exists (select from lease) and (${changes.differ} or exists (
        select from import_change c where c.writer = ${writer} and c.part = ${number} and c.id = given.id))
    on conflict (writer, part, id) do update set row = excluded.row`;
  await underLease(queries, part, insert, options);
}

/** Writes what was kept. @returns how many rows it changed */
export async function applyChanges(
  queries: Queries,
  { tenant, writer, number, kind, fields }: ImportPart,
): Promise<number> {
  const changes = changesOf(kind, fields, sql`given`);
  if (!changes) return 0;
  const [counted] = await queries.query(
    sql<{ changed: number }>`with changed as (
        update ${storedTable(kind)} as stored set ${changes.assignments}
        from import_change c cross join lateral json_to_record(c.row) as given ${columnShape(kind)}
        where c.writer = ${writer} and c.part = ${number} and stored.tenant = ${tenant} and stored.id = c.id
          and ${changes.differ}
        returning 1)
      select count(*)::integer as changed from changed`,
  );
  return counted?.changed ?? 0;
}
