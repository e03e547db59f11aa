import type { ImportKind, ImportRowOf } from "@sweetspot/crm-import";
import { sql } from "kysely";
import { changesOf, columnNames, storedTable } from "./crm-columns.ts";
import { CRM_TABLES, type PlacedRow } from "./crm-tables.ts";
import type { Queries } from "./database.ts";
import { givenRows } from "./given-rows.ts";

/**
 * Creates rows or changes all their fields, by tenant and id, in one statement. Rows that say nothing new are not
 * touched; what an import that never finished has left under the same id is taken over.
 */
export async function upsert(
  queries: Queries,
  tenant: string,
  kind: ImportKind,
  rows: readonly PlacedRow<ImportRowOf[ImportKind]>[],
): Promise<void> {
  const fields = CRM_TABLES[kind].columns.map((column) => String(column.field));
  const changes = changesOf(kind, fields, sql`excluded`);
  if (!changes) return;
  const names = columnNames(kind);
  await queries.query(
    sql`insert into ${storedTable(kind)} as stored (tenant, ${names})
      select ${tenant}, ${names} from ${givenRows(kind, rows)}
      on conflict (tenant, id) do update set import = null, ${changes.assignments}
      where ${changes.differ} or stored.import is not null`,
  );
}
