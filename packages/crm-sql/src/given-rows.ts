import type { RecordId } from "@sweetspot/contract";
import type { ImportKind, ImportRowOf } from "@sweetspot/crm-import";
import { type RawBuilder, sql } from "kysely";
import { CRM_TABLES, type CrmTable, type PlacedRow } from "./crm-tables.ts";

type AnyRow = ImportRowOf[ImportKind];

/** A column that rows of the program bring along. */
export interface GivenColumn<Row> {
  readonly name: string;
  readonly type: string;
  readonly valueOf: (row: Row) => unknown;
}

const CELL_END = "\u001F";
const ROW_END = "\u001E";
const NULL = "\u001D";
// oxlint-disable-next-line no-control-regex -- control signs part the cells because nobody types them
const SIGNS = /[\u001D-\u001F]/u;

/**
 * Rows as a table named `given`, to stand after `from`: one parameter that the database takes apart, the same on both
 * engines. Plain text is nearly as fast as `COPY`; JSON takes what holds the signs that part the text.
 */
export function givenTable<Row>(
  columns: readonly GivenColumn<Row>[],
  rows: readonly Row[],
): RawBuilder<unknown> {
  const text = toText(columns, rows);
  if (text === undefined)
    return sql`json_to_recordset(${toJson(columns, rows)}::json) as given ${givenShape(columns)}`;
  const cells = columns.map(
    ({ name, type }, index) => sql`cells[${sql.lit(index + 1)}]::${sql.raw(type)} as ${sql.id(name)}`,
  );
  return sql`(select ${sql.join(cells)} from (
      select string_to_array(line, ${sql.lit(CELL_END)}, ${sql.lit(NULL)}) as cells
      from unnest(string_to_array(${text}, ${sql.lit(ROW_END)})) as line offset 0) as split) as given`;
}

/** Names and types of these columns, to stand after `as given` where JSON is unpacked. */
export const givenShape = <Row>(columns: readonly GivenColumn<Row>[]): RawBuilder<unknown> =>
  sql`(${sql.join(columns.map(({ name, type }) => sql`${sql.id(name)} ${sql.raw(type)}`))})`;

/** Rows of the CRM as such a table. */
export const givenRows = (kind: ImportKind, rows: readonly PlacedRow<AnyRow>[]): RawBuilder<unknown> =>
  givenTable(COLUMNS[kind], rows);

/** Ids as an array of text: drivers are slow with long arrays. */
export const givenIds = (ids: readonly string[]): RawBuilder<unknown> =>
  ids.length === 0 || ids.some((id) => id === "" || id.includes(ROW_END))
    ? sql`${ids}::text[]`
    : sql`string_to_array(${ids.join(ROW_END)}, ${sql.lit(ROW_END)})`;

const COLUMNS = Object.fromEntries(
  Object.entries(CRM_TABLES).map(([kind, table]) => [kind, columnsOfTable(table as CrmTable<AnyRow>)]),
) as Readonly<Record<ImportKind, readonly GivenColumn<PlacedRow<AnyRow>>[]>>;

function columnsOfTable({ columns, ordered }: CrmTable<AnyRow>): readonly GivenColumn<PlacedRow<AnyRow>>[] {
  const id = { name: "id", type: "text", valueOf: ({ row }: PlacedRow<AnyRow>): RecordId => row.id };
  const position = {
    name: "position",
    type: "integer",
    valueOf: ({ position: place }: PlacedRow<AnyRow>): number => place,
  };
  return [
    id,
    ...(ordered ? [position] : []),
    ...columns.map(({ name, type, valueOf }) => ({
      name,
      type,
      valueOf: ({ row }: PlacedRow<AnyRow>) => valueOf(row),
    })),
  ];
}

/** Undefined where a value holds one of the signs, or half a surrogate pair, which only JSON lets the database refuse. */
function toText<Row>(columns: readonly GivenColumn<Row>[], rows: readonly Row[]): string | undefined {
  let text = "";
  let begun = false;
  for (const row of rows) {
    if (begun) text += ROW_END;
    begun = true;
    let first = true;
    for (const { valueOf } of columns) {
      if (!first) text += CELL_END;
      first = false;
      const value = valueOf(row);
      if (value === null || value === undefined) {
        text += NULL;
        continue;
      }
      const cell = typeof value === "object" ? JSON.stringify(value) : String(value);
      if (typeof value === "string" && SIGNS.test(cell)) return undefined;
      text += cell;
    }
  }
  return text.isWellFormed() ? text : undefined;
}

const toJson = <Row>(columns: readonly GivenColumn<Row>[], rows: readonly Row[]): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map(({ name, valueOf }) => [name, valueOf(row)]))),
  );
