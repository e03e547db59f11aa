import { sql } from "kysely";
import type { Queries } from "./database.ts";

/** A table whose rows belong to a tenant, with the columns that may hold words or ids. */
export interface TenantTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly json: "json" | "jsonb" | undefined }[];
}

/** As the database itself knows them, so that no table of a later version is forgotten. */
export async function readTenantTables(queries: Queries): Promise<readonly TenantTable[]> {
  const rows = await queries.query(
    sql<{ table: string; name: string; type: string }>`
      select c.table_name as table, c.column_name as name, c.data_type as type
      from information_schema.columns c
      join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
      where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
      order by c.table_name, c.ordinal_position`,
  );
  return [...Map.groupBy(rows, ({ table }) => table)]
    .filter(([, columns]) => columns.some(({ name }) => name === "tenant"))
    .map(([name, columns]) => ({
      name,
      columns: columns
        .filter((column) => column.name !== "tenant" && ["text", "json", "jsonb"].includes(column.type))
        .map((column) => ({
          name: column.name,
          json: column.type === "json" || column.type === "jsonb" ? column.type : undefined,
        })),
    }));
}
