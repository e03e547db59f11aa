import type { RecordId } from "@sweetspot/contract";
import type { ImportKind, ImportRowOf } from "@sweetspot/crm-import";
import { type RawBuilder, sql } from "kysely";
import { columnsOf, columnShape } from "./crm-columns.ts";
import { CRM_TABLES, type CrmTable, type PlacedRow } from "./crm-tables.ts";

type AnyRow = ImportRowOf[ImportKind];

const CELL_END = "\u001F";
const ROW_END = "\u001E";
const NULL = "\u001D";
// oxlint-disable-next-line no-control-regex -- control signs part the cells because nobody types them
const SIGNS = /[\u001D-\u001F]/u;

/**
 * Rows as a table named `given`, to stand after `from`: one parameter that the database takes apart, the same on both
 * engines. Plain text is nearly as fast as `COPY`; JSON takes what holds the signs that part the text.
 */
export function givenRows(kind: ImportKind, rows: readonly PlacedRow<AnyRow>[]): RawBuilder<unknown> {
  const table = CRM_TABLES[kind] as CrmTable<AnyRow>;
  const text = toText(table, rows);
  if (text === undefined)
    return sql`json_to_recordset(${toJson(table, rows)}::json) as given ${columnShape(kind)}`;
  const cells = columnsOf(kind).map(
    ({ name, type }, index) => sql`cells[${sql.lit(index + 1)}]::${sql.raw(type)} as ${sql.id(name)}`,
  );
  return sql`(select ${sql.join(cells)} from (
      select string_to_array(line, ${sql.lit(CELL_END)}, ${sql.lit(NULL)}) as cells
      from unnest(string_to_array(${text}, ${sql.lit(ROW_END)})) as line offset 0) as split) as given`;
}

/** Ids as an array of text: drivers are slow with long arrays. */
export const givenIds = (ids: readonly RecordId[]): RawBuilder<unknown> =>
  ids.some((id) => id.includes(ROW_END))
    ? sql`${ids}::text[]`
    : sql`string_to_array(${ids.join(ROW_END)}, ${sql.lit(ROW_END)})`;

/** Undefined where a value holds one of the signs, or half a surrogate pair, which only JSON lets the database refuse. */
function toText(table: CrmTable<AnyRow>, rows: readonly PlacedRow<AnyRow>[]): string | undefined {
  let text = "";
  for (const { row, position } of rows) {
    if (SIGNS.test(row.id)) return undefined;
    text += text === "" ? row.id : ROW_END + row.id;
    if (table.ordered) text += CELL_END + position;
    for (const { valueOf } of table.columns) {
      const value = valueOf(row);
      if (value === null || value === undefined) {
        text += CELL_END + NULL;
        continue;
      }
      const cell = typeof value === "object" ? JSON.stringify(value) : String(value);
      if (typeof value === "string" && SIGNS.test(cell)) return undefined;
      text += CELL_END + cell;
    }
  }
  return text.isWellFormed() ? text : undefined;
}

function toJson(table: CrmTable<AnyRow>, rows: readonly PlacedRow<AnyRow>[]): string {
  return JSON.stringify(
    rows.map(({ row, position }) => {
      const values: Record<string, unknown> = { id: row.id };
      if (table.ordered) values["position"] = position;
      for (const column of table.columns) values[column.name] = column.valueOf(row);
      return values;
    }),
  );
}
