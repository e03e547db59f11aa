import type { ImportKind, WriteCounts } from "@sweetspot/crm-import";
import { type RawBuilder, sql } from "kysely";
import { CRM_TABLES } from "./crm-tables.ts";
import type { Queries } from "./database.ts";

export interface Upsert {
  readonly tenant: string;
  readonly kind: ImportKind;
  /** Fields an existing row takes over; a new row takes all. */
  readonly fields: readonly string[];
  /** SQL for a JSON array as `toColumnJson` makes it. */
  readonly json: RawBuilder<unknown>;
  readonly rows: number;
}

/** Creates or changes rows by tenant and id, in one statement. Rows that say nothing new are not touched. */
export async function upsert(
  queries: Queries,
  { tenant, kind, fields, json, rows }: Upsert,
): Promise<WriteCounts> {
  const { table, columns, ordered } = CRM_TABLES[kind];
  const all = [
    { name: "id", type: "text" },
    ...(ordered ? [{ name: "position", type: "integer" }] : []),
    ...columns.map(({ name, type }) => ({ name, type })),
  ];
  const names = sql.join(all.map((column) => sql.id(column.name)));
  const shape = sql.join(all.map((column) => sql`${sql.id(column.name)} ${sql.raw(column.type)}`));
  const changed = columns
    .filter((column) => fields.includes(String(column.field)))
    .map((column) => {
      const now = sql`stored.${sql.id(column.name)}`;
      const given = sql`excluded.${sql.id(column.name)}`;
      return { name: column.name, now, next: column.merged ? sql`${now} || ${given}` : given };
    });
  const change =
    changed.length === 0
      ? sql`do nothing`
      : sql`do update set ${sql.join(changed.map(({ name, next }) => sql`${sql.id(name)} = ${next}`))}
          where (${sql.join(changed.map(({ now }) => now))}) is distinct from
            (${sql.join(changed.map(({ next }) => next))})`;
  // A row this statement has inserted, and not updated, has no deleting transaction: xmax is 0.
  const [counts] = await queries.query(
    sql<{ created: number; updated: number }>`with written as (
        insert into ${sql.table(table)} as stored (tenant, ${names})
        select ${tenant}, ${names} from json_to_recordset(${json}) as given (${shape})
        on conflict (tenant, id) ${change}
        returning (xmax = 0) as created)
      select count(*) filter (where created)::integer as created,
        count(*) filter (where not created)::integer as updated from written`,
  );
  const { created, updated } = counts ?? { created: 0, updated: 0 };
  return { created, updated, unchanged: rows - created - updated };
}
