import type { RecordId } from "@sweetspot/contract";
import { isAboutRelationPerson, relationPersonNames, tellingNames } from "@sweetspot/plan-model";
import type { PersonRow } from "@sweetspot/relation-import";
import { sql } from "kysely";
import { writeAct } from "../audit.ts";
import type { Database, Queries } from "../database.ts";
import { eraseFromPlans, eraseName } from "../erase-from-plans.ts";
import { signsOf } from "./erased-signs.ts";
import { isAt, placesOf, type RecordPlace } from "./read-records.ts";
import { idOf, partsOf, type SourceNames, toRecord } from "./relation-tables.ts";
import { changeRelations, forgetBooks } from "./revision.ts";
import type { ErasedRelationPerson } from "./sql-relations.port.ts";
import { readRows, readSourceNames } from "./stored-rows.ts";

/** Erases a person on request; what tells him when he comes again is kept as hashes. */
export const eraseRelationPerson = (
  database: Database,
  tenant: string,
  records: readonly RecordId[],
  by: RecordId,
): Promise<ErasedRelationPerson> =>
  changeRelations(database, tenant, async (queries, revision) => {
    const sources = await readSourceNames(queries, tenant);
    const places = placesOf(records, sources);
    // Those of an import that is under way too, whoever may see them.
    const people =
      places.length === 0
        ? []
        : (await readRows(queries, tenant, "people", isAt(places), sql``)).map((row) =>
            toRecord("people", row, sources),
          );
    await keepSigns(queries, tenant, records, people);
    const ties = places.length === 0 ? [] : await deleteTies(queries, tenant, places, records, sources);
    if (places.length > 0)
      await queries.query(sql`delete from relation_person where tenant = ${tenant} and ${isAt(places)}`);
    await deletePending(queries, tenant, places);
    for (const table of ["relation_decision", "relation_proposal"])
      await queries.query(
        sql`delete from ${sql.table(table)} where tenant = ${tenant}
          and (one = any(${records}::text[]) or other = any(${records}::text[]))`,
      );
    const planRecords = await clearPlans(queries, tenant, records, people);
    await forgetBooks(queries, tenant, revision);
    await writeAct(queries, { tenant, by, did: "erased", scope: "person" });
    return { people: people.map(({ source, key }) => idOf(source, key)), ties, planRecords };
  });

/** A record that is not stored may come all the same: its key is enough. */
async function keepSigns(
  queries: Queries,
  tenant: string,
  records: readonly RecordId[],
  people: readonly (PersonRow & { readonly source: string })[],
): Promise<void> {
  const [state] = await queries.query(
    sql<{ salt: string }>`select salt from relation_state where tenant = ${tenant}`,
  );
  const salt = state?.salt ?? "";
  const known = new Set(people.map(({ source, key }) => idOf(source, key)));
  const unknown = records.flatMap((id) => (known.has(id) ? [] : (partsOf(id) ?? [])));
  const signs = [
    ...people.flatMap((person) => signsOf(salt, person.source, person)),
    ...unknown.flatMap(({ source, key }) => signsOf(salt, source, { key, name: "" })),
  ];
  await queries.query(
    sql`insert into relation_erased (tenant, sign, at) select ${tenant}, sign, now()
      from unnest(${[...new Set(signs)]}::text[]) as sign on conflict do nothing`,
  );
}

async function deleteTies(
  queries: Queries,
  tenant: string,
  places: readonly RecordPlace[],
  records: readonly RecordId[],
  sources: SourceNames,
): Promise<readonly RecordId[]> {
  const named = (end: string) =>
    sql`(${sql.id(end)} = any(${records}::text[]) or (source, ${sql.id(end)}) in (
      select * from unnest(${places.map(({ source }) => source)}::integer[], ${places.map(({ key }) => key)}::text[])))`;
  const rows = await queries.query(
    sql<RecordPlace>`delete from relation_tie where tenant = ${tenant}
      and (${named("person")} or ${named("other_person")}) returning source, key`,
  );
  return rows.map(({ source, key }) => idOf(sources.get(source) ?? "", key));
}

/** What an import that is under way says of the person's records does not come into force. */
async function deletePending(
  queries: Queries,
  tenant: string,
  places: readonly RecordPlace[],
): Promise<void> {
  for (const { source, key } of places)
    await queries.query(
      sql`delete from relation_change c using relation_writing w
        where w.tenant = ${tenant} and w.number = c.writing and w.source = ${source}
          and ((c.kind = 'people' and c.key = ${key})
            or (c.kind = 'ties' and ${key} in (c.row->>'person', c.row->>'other_person')))`,
    );
}

async function clearPlans(
  queries: Queries,
  tenant: string,
  records: readonly RecordId[],
  people: readonly PersonRow[],
): Promise<number> {
  const names = new Set(people.map(({ name }) => name));
  let cleared = 0;
  for (const id of records) {
    const found = await eraseFromPlans(queries, tenant, {
      id,
      mayBeNamed: (type) => type === "introduction" || type === "referral-partner",
      isNamed: (type, fields) => isAboutRelationPerson(type, fields, id),
      namesIn: (type, fields) => relationPersonNames(type, fields, id),
    });
    cleared += found.records;
    for (const name of found.names) names.add(name);
  }
  for (const name of tellingNames(names)) await eraseName(queries, tenant, name);
  return cleared;
}
