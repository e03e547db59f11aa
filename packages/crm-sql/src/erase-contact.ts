import type { PlanFields, PlanValue, RecordId } from "@sweetspot/contract";
import { type Entity, findEntity } from "@sweetspot/plan-model";
import { type RawBuilder, sql } from "kysely";
import type { Database, Queries } from "./database.ts";

/** Stands where a text has to be and may not say anything. */
const NOBODY = "…";
/** A shorter name, or one of one word, may be part of anything. */
const tells = (name: string): boolean => name.length >= 5 && /\S\s+\S/.test(name);

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
    const about = found.filter(({ type }) => namesContacts(findEntity(type)));
    const names = new Set<string>();
    let people = 0;
    for (const { scope, record } of about) {
      const place = sql`tenant = ${tenant} and scope = ${scope}`;
      const rows = await readStates(queries, place, record);
      if (!rows.some((row) => [row.before, row.fields].some((fields) => isAbout(row.type, fields, contact))))
        continue;
      people += 1;
      for (const { key, type, before, fields } of rows) {
        for (const state of [before, fields])
          for (const name of namesIn(findEntity(type), state)) names.add(name);
        const [cleanBefore, clean] = [before, fields].map((state) => withoutPerson(findEntity(type), state));
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
    for (const name of [...names].filter(tells).toSorted((one, other) => other.length - one.length))
      await eraseName(queries, tenant, name);
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
  const without = (column: string) => sql`replace(${sql.id(column)}::text, ${sign}, ${NOBODY})::jsonb`;
  const has = (column: string) => sql`strpos(${sql.id(column)}::text, ${sign}) > 0`;
  await queries.query(
    sql`update plan_record set fields = ${without("fields")} where tenant = ${tenant} and ${has("fields")}`,
  );
  await queries.query(
    sql`update plan_change set before = ${without("before")}, after = ${without("after")}
      where tenant = ${tenant} and (${has("before")} or ${has("after")})`,
  );
}

const contactFields = (entity: Entity | undefined): string[] =>
  Object.entries(entity?.fields ?? {}).flatMap(([name, field]) =>
    field.kind === "crm-reference" && field.to === "contact" ? [name] : [],
  );

const namesContacts = (entity: Entity | undefined): boolean => contactFields(entity).length > 0;

const isAbout = (type: string, fields: PlanFields | null, contact: RecordId): boolean =>
  contactFields(findEntity(type)).some((name) => fields?.[name] === contact);

function namesIn(entity: Entity | undefined, fields: PlanFields | null): string[] {
  const name = entity?.title === undefined ? undefined : fields?.[entity.title];
  return typeof name === "string" && name !== NOBODY ? [name] : [];
}

/** What was written of the person goes; choices, dates and references to the plan stay. */
function withoutPerson(entity: Entity | undefined, fields: PlanFields | null): PlanFields | null {
  if (!fields) return null;
  const contacts = contactFields(entity);
  const kept = Object.entries(fields).flatMap(([name, value]): [string, PlanValue][] => {
    const field = entity?.fields[name];
    if (contacts.includes(name)) return [];
    if (field?.kind !== "text") return [[name, value]];
    return field.required === true ? [[name, NOBODY]] : [];
  });
  return Object.fromEntries(kept);
}
