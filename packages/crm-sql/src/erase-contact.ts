import type { PlanFields, RecordId } from "@sweetspot/contract";
import {
  ERASED,
  isAboutContact,
  namesContacts,
  personNames,
  tellingNames,
  withoutPerson,
} from "@sweetspot/plan-model";
import { type RawBuilder, sql } from "kysely";
import type { Database, Queries } from "./database.ts";

interface Row {
  readonly key: string;
  readonly type: string;
  readonly before: PlanFields | null;
  readonly fields: PlanFields | null;
}

/**
 * A contact was erased in the CRM for privacy: whatever plans say of the person goes, in every state of every plan, and the
 * name leaves all other texts of the tenant's plans. That there was somebody stays: others in the plan refer to him.
 *
 * Ids of contacts may be those of other objects too, so only fields that name contacts are believed.
 *
 * @returns how many plan records were about the person
 */
export async function eraseContact(database: Database, tenant: string, contact: RecordId): Promise<number> {
  return database.transaction(async (queries) => {
    const sign = JSON.stringify(contact);
    const found = await queries.query(
      sql<{ scope: string; record: string; type: string }>`
        select distinct scope, record, type from (
          select scope, id as record, type, fields::text as words from plan_record where tenant = ${tenant}
          union all
          select scope, record, type, concat(before::text, after::text) from plan_change where tenant = ${tenant}) t
        where strpos(words, ${sign}) > 0 order by scope, record`,
    );
    const about = found.filter(({ type }) => namesContacts(type));
    const names = new Set<string>();
    let people = 0;
    for (const { scope, record } of about) {
      const place = sql`tenant = ${tenant} and scope = ${scope}`;
      const rows = await readStates(queries, place, record);
      if (
        !rows.some((row) =>
          [row.before, row.fields].some((fields) => isAboutContact(row.type, fields, contact)),
        )
      )
        continue;
      people += 1;
      for (const { key, type, before, fields } of rows) {
        for (const state of [before, fields]) for (const name of personNames(type, state)) names.add(name);
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
    for (const name of tellingNames(names)) await eraseName(queries, tenant, name);
    return people;
  });
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

async function eraseName(queries: Queries, tenant: string, name: string): Promise<void> {
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
