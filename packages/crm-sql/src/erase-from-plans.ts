import type { PlanFields } from "@sweetspot/contract";
import { ERASED, withoutPerson } from "@sweetspot/plan-model";
import { type RawBuilder, sql } from "kysely";
import type { Queries } from "./database.ts";

/** Somebody, as records of plans may name him. */
export interface NamedPerson {
  /** The id under which records name him. */
  readonly id: string;
  /** May records of this entity be about such a person? */
  mayBeNamed(type: string): boolean;
  isNamed(type: string, fields: PlanFields | null): boolean;
  /** What a record about him calls him. */
  namesIn(type: string, fields: PlanFields | null): readonly string[];
}

interface Row {
  readonly key: string;
  readonly type: string;
  readonly before: PlanFields | null;
  readonly fields: PlanFields | null;
}

/**
 * Whatever plans say of a person goes, in every state of every plan of the tenant. That there was somebody stays: others in
 * the plan refer to him.
 *
 * @returns how many records were about him, and what they called him
 */
export async function eraseFromPlans(
  queries: Queries,
  tenant: string,
  person: NamedPerson,
): Promise<{ readonly records: number; readonly names: readonly string[] }> {
  const sign = JSON.stringify(person.id);
  const found = await queries.query(
    sql<{ scope: string; record: string; type: string }>`
      select distinct scope, record, type from (
        select scope, id as record, type, fields::text as words from plan_record where tenant = ${tenant}
        union all
        select scope, record, type, concat(before::text, after::text) from plan_change where tenant = ${tenant}) t
      where strpos(words, ${sign}) > 0 order by scope, record`,
  );
  const names = new Set<string>();
  let records = 0;
  for (const { scope, record } of found.filter(({ type }) => person.mayBeNamed(type))) {
    const place = sql`tenant = ${tenant} and scope = ${scope}`;
    const rows = await readStates(queries, place, record);
    if (!rows.some((row) => [row.before, row.fields].some((fields) => person.isNamed(row.type, fields))))
      continue;
    records += 1;
    for (const { key, type, before, fields } of rows) {
      for (const state of [before, fields])
        for (const name of person.namesIn(type, state)) if (name !== ERASED) names.add(name);
      const [cleanBefore, clean] = [before, fields].map((state) => state && withoutPerson(type, state));
      if (key === "record")
        await queries.query(
          sql`update plan_record set fields = ${JSON.stringify(clean ?? {})}::jsonb where ${place} and id = ${record}`,
        );
      else
        await queries.query(
          sql`update plan_change set before = ${toJson(cleanBefore)}, after = ${toJson(clean)}
            where ${place} and record = ${record} and version::text = ${key}`,
        );
    }
  }
  return { records, names: [...names] };
}

const readStates = (queries: Queries, place: RawBuilder<unknown>, record: string): Promise<readonly Row[]> =>
  queries.query(
    sql<Row>`select 'record' as key, type, null::jsonb as before, fields from plan_record
      where ${place} and id = ${record}
      union all
      select version::text, type, before, after from plan_change where ${place} and record = ${record}`,
  );

const toJson = (fields: PlanFields | null | undefined): RawBuilder<unknown> =>
  fields == null ? sql`null` : sql`${JSON.stringify(fields)}::jsonb`;

/** A name leaves all texts of the tenant's plans, those of the history too. */
export async function eraseName(queries: Queries, tenant: string, name: string): Promise<void> {
  const sign = JSON.stringify(name).slice(1, -1);
  const without = (column: string) => sql`replace(${sql.id(column)}::text, ${sign}, ${ERASED})::jsonb`;
  const has = (column: string) => sql`strpos(${sql.id(column)}::text, ${sign}) > 0`;
  await queries.query(
    sql`update plan_record set fields = ${without("fields")} where tenant = ${tenant} and ${has("fields")}`,
  );
  await queries.query(
    sql`update plan_change set before = ${without("before")}, after = ${without("after")}
      where tenant = ${tenant} and (${has("before")} or ${has("after")})`,
  );
}
