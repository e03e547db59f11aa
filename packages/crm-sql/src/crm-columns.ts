import type { ImportKind } from "@sweetspot/crm-import";
import { type RawBuilder, sql } from "kysely";
import { CRM_TABLES } from "./crm-tables.ts";

/** All rows of a kind, also those of an import that has not finished; readers look at `CRM_TABLES[kind].table`. */
export const storedTable = (kind: ImportKind): RawBuilder<unknown> =>
  sql.table(CRM_TABLES[kind].table.replace(/^crm_/, "stored_"));

export interface TypedColumn {
  readonly name: string;
  readonly type: string;
}

/** The columns a row brings along: all of its table but the tenant and the import. */
export function columnsOf(kind: ImportKind): readonly TypedColumn[] {
  const { columns, ordered } = CRM_TABLES[kind];
  const position = ordered ? [{ name: "position", type: "integer" }] : [];
  return [{ name: "id", type: "text" }, ...position, ...columns];
}

export const columnNames = (kind: ImportKind): RawBuilder<unknown> =>
  sql.join(columnsOf(kind).map(({ name }) => sql.id(name)));

/** Names and types of these columns, to stand after `as given` where JSON is unpacked. */
export const columnShape = (kind: ImportKind): RawBuilder<unknown> =>
  sql`(${sql.join(columnsOf(kind).map(({ name, type }) => sql`${sql.id(name)} ${sql.raw(type)}`))})`;

/** How a row that exists takes over what another one says about `fields`. */
export interface ColumnChanges {
  /** To stand after `set`. */
  readonly assignments: RawBuilder<unknown>;
  /** True where taking over changes something. */
  readonly differ: RawBuilder<unknown>;
}

/**
 * @param given name of the row in the statement that says something new; the row that exists is `stored`
 * @returns undefined where the kind has none of the fields
 */
export function changesOf(
  kind: ImportKind,
  fields: readonly string[],
  given: RawBuilder<unknown>,
): ColumnChanges | undefined {
  const columns = CRM_TABLES[kind].columns
    .filter((column) => fields.includes(String(column.field)))
    .map((column) => {
      const now = sql`stored.${sql.id(column.name)}`;
      const said = sql`${given}.${sql.id(column.name)}`;
      return { name: sql.id(column.name), now, next: column.merged ? sql`${now} || ${said}` : said };
    });
  if (columns.length === 0) return undefined;
  return {
    assignments: sql.join(columns.map(({ name, next }) => sql`${name} = ${next}`)),
    differ: sql`(${sql.join(columns.map(({ now }) => now))}) is distinct from (${sql.join(columns.map(({ next }) => next))})`,
  };
}
