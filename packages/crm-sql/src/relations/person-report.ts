import { type IsoInstant, type ReadOptions, type RecordId, toRecordId } from "@sweetspot/contract";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { isAt, placesOf, readRecords } from "./read-records.ts";
import { idOf, partsOf, toRecord } from "./relation-tables.ts";
import { unseen } from "./revision.ts";
import { type DecisionRow, toDecision } from "./decision-rows.ts";
import { readSources } from "./source-rows.ts";
import type { StoredPersonReport } from "./sql-relations.port.ts";
import { readRows, readSourceNames } from "./stored-rows.ts";

/** All that is stored about a person, as of this moment. */
export async function readPersonReport(
  database: Database,
  tenant: string,
  records: readonly RecordId[],
  options?: ReadOptions,
): Promise<StoredPersonReport> {
  const names = await readSourceNames(database, tenant, options);
  const places = placesOf(records, names);
  const seen = sql`writing <> all ${unseen(tenant)}`;
  const people = (
    await readRows(
      database,
      tenant,
      "people",
      sql`${isAt(places)} and ${seen}`,
      sql`order by source, key`,
      options,
    )
  ).map((row) => toRecord("people", row, names));
  const named = (end: string) =>
    sql`(${sql.id(end)} = any(${records}::text[]) or (source, ${sql.id(end)}) in (
      select * from unnest(${places.map(({ source }) => source)}::integer[], ${places.map(({ key }) => key)}::text[])))`;
  const tied = sql`(${named("person")} or ${named("other_person")}) and ${seen}`;
  const ties = (await readRows(database, tenant, "ties", tied, sql`order by source, key`, options)).map(
    (row) => toRecord("ties", row, names),
  );
  const own = new Set<string>(records);
  const ends = new Set(
    ties.flatMap(({ source, person, otherPerson, body, otherBody }) =>
      [person, otherPerson, body, otherBody].flatMap((end) =>
        end === undefined ? [] : [idOfEnd(source, end, names)],
      ),
    ),
  );
  const found = await readRecords(
    database,
    tenant,
    ["people", "bodies"],
    [...ends].filter((id) => !own.has(id)),
    options,
  );
  const told = new Set([...people, ...ties].map(({ source }) => source));
  const sources = await readSources(database, sql`tenant = ${tenant}`, options);
  return {
    records: people,
    ties,
    ends: [...found].map(([id, { name }]) => ({ id: toRecordId(id), name })),
    sources: sources.filter(({ name }) => told.has(name)),
    decisions: await readDecisions(database, tenant, records, options),
    introductions: await readIntroductions(database, tenant, records, options),
  };
}

const idOfEnd = (source: string, end: string, names: ReadonlyMap<number, string>): RecordId => {
  const parts = partsOf(end);
  return parts && [...names.values()].includes(parts.source) ? toRecordId(end) : idOf(source, end);
};

async function readDecisions(
  database: Database,
  tenant: string,
  records: readonly RecordId[],
  options?: ReadOptions,
): Promise<StoredPersonReport["decisions"]> {
  const rows = await database.query(
    sql<DecisionRow>`select one, other, same, by, at from relation_decision
      where tenant = ${tenant} and (one = any(${records}::text[]) or other = any(${records}::text[])) order by at`,
    options,
  );
  return rows.flatMap((row) => toDecision(row) ?? []);
}

async function readIntroductions(
  database: Database,
  tenant: string,
  records: readonly RecordId[],
  options?: ReadOptions,
): Promise<StoredPersonReport["introductions"]> {
  const ids = sql`${records}::text[]`;
  const rows = await database.query(
    sql<{ scope: string; record: string; as: "target" | "go-between" | "on-the-way"; at: Date }>`
      select * from (
        select scope, id as record, updated_at as at, case
            when fields->>'target' = any(${ids}) then 'target'
            when fields->>'goBetween' = any(${ids}) then 'go-between'
            when jsonb_typeof(fields->'way') = 'array' and fields->'way' ?| ${ids} then 'on-the-way' end as as
        from plan_record where tenant = ${tenant} and type = 'introduction' and not removed) t
      where t.as is not null order by scope, record`,
    options,
  );
  return rows.map(({ at, record, ...row }) => ({
    ...row,
    record: toRecordId(record),
    changedAt: at.toISOString() as IsoInstant,
  }));
}
