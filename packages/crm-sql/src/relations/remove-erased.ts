import { sql } from "kysely";
import type { Queries } from "../database.ts";
import { givenIds } from "../given-rows.ts";
import type { ErasedSigns } from "./erased-signs.ts";
import type { RelationWriting } from "./relation-rows.ts";
import { idOf, type StoredRow, toRecord } from "./relation-tables.ts";
import { readRows } from "./stored-rows.ts";

const AT_ONCE = 5000;

/** Somebody was erased while the import was running: what it has written of him goes before anybody sees it. */
export async function removeErased(
  queries: Queries,
  { tenant, source, number, name }: RelationWriting,
  erased: ErasedSigns,
): Promise<void> {
  const names = new Map([[source, name]]);
  const ours = sql`source = ${source} and writing = ${number}`;
  let after: string | undefined = "";
  while (after !== undefined) {
    const rows: readonly StoredRow[] = await readRows(
      queries,
      tenant,
      "people",
      sql`${ours} and key > ${after}`,
      sql`order by key limit ${sql.lit(AT_ONCE)}`,
    );
    after = rows.length === AT_ONCE ? rows.at(-1)?.key : undefined;
    const gone = rows.flatMap((row) => {
      const person = toRecord("people", row, names);
      return erased.hasPerson(name, person) ? [person.key] : [];
    });
    if (gone.length === 0) continue;
    await queries.query(
      sql`delete from relation_person where tenant = ${tenant} and ${ours} and key = any(${givenIds(gone)})`,
    );
    await removeTies(queries, tenant, source, [...gone, ...gone.map((key) => idOf(name, key))]);
  }
  await removeTiesOfNobody(queries, tenant, source, number);
}

const removeTies = (
  queries: Queries,
  tenant: string,
  source: number,
  ends: readonly string[],
): Promise<unknown> =>
  queries.query(
    sql`delete from relation_tie where tenant = ${tenant} and source = ${source}
      and (person = any(${ends}::text[]) or other_person = any(${ends}::text[]))`,
  );

/** Ties that came after their person had been erased. */
async function removeTiesOfNobody(
  queries: Queries,
  tenant: string,
  source: number,
  number: number,
): Promise<void> {
  for (const end of ["person", "other_person"])
    await queries.query(
      sql`delete from relation_tie t where t.tenant = ${tenant} and t.source = ${source} and t.writing = ${number}
        and t.${sql.id(end)} is not null
        and not exists (select from relation_person p where p.tenant = t.tenant and p.source = t.source
          and p.key = t.${sql.id(end)})
        and not exists (select from relation_person p join relation_source s on s.tenant = p.tenant and s.number = p.source
          where p.tenant = t.tenant and s.name || '/' || p.key = t.${sql.id(end)})`,
    );
}
