import type { RecordId } from "@sweetspot/contract";
import type { ImportKind, ImportRowOf } from "@sweetspot/crm-import";
import { sql } from "kysely";
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

/** Which of these ids are there already. */
export async function findStanding(
  queries: Queries,
  { tenant, writer, kind }: ImportPart,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, Standing>> {
  const rows = await queries.query(
    sql<{ id: RecordId; own: boolean | null }>`select id, import = ${writer} as own from ${storedTable(kind)}
      where tenant = ${tenant} and id = any(${givenIds(ids)})`,
  );
  return new Map(rows.map(({ id, own }) => [id, own ? "own" : "seen"]));
}

/** Stores rows nobody has; they are not seen before the import's mark goes. */
export async function addRows(
  queries: Queries,
  { tenant, writer, kind }: ImportPart,
  rows: PlacedRows,
): Promise<void> {
  await queries.query(
    sql`insert into ${storedTable(kind)} (tenant, import, ${columnNames(kind)})
      select ${tenant}, ${writer}, ${columnNames(kind)} from ${givenRows(kind, rows)}`,
  );
}

/** Changes rows of the import itself: it may, nobody sees them. */
export async function changeOwnRows(
  queries: Queries,
  { tenant, writer, kind, fields }: ImportPart,
  rows: PlacedRows,
): Promise<number> {
  const changes = changesOf(kind, fields, sql`given`);
  if (!changes) return 0;
  const changed = await queries.query(
    sql`update ${storedTable(kind)} as stored set ${changes.assignments} from ${givenRows(kind, rows)}
      where stored.tenant = ${tenant} and stored.id = given.id and stored.import = ${writer} and ${changes.differ}
      returning 1`,
  );
  return changed.length;
}

/** Keeps for later what the rows change in rows that are seen. Of a record said twice, the last word counts. */
export async function keepChanges(
  queries: Queries,
  { tenant, writer, number, kind, fields }: ImportPart,
  rows: PlacedRows,
): Promise<void> {
  const changes = changesOf(kind, fields, sql`given`);
  if (!changes) return;
  await queries.query(
    sql`insert into import_change (writer, part, id, row)
      select ${writer}, ${number}, given.id, to_json(given) from ${givenRows(kind, rows)}
        join ${storedTable(kind)} stored on stored.tenant = ${tenant} and stored.id = given.id
        where ${changes.differ} or exists (
          select from import_change c where c.writer = ${writer} and c.part = ${number} and c.id = given.id)
      on conflict (writer, part, id) do update set row = excluded.row`,
  );
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
