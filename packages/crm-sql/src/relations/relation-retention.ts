import type { RelationKind } from "@sweetspot/relation-import";
import { type RawBuilder, sql } from "kysely";
import type { Database, Queries } from "../database.ts";
import { tableOf } from "./relation-tables.ts";
import { changeRelations } from "./revision.ts";

/** Tombstones tell books what went; a book that was not asked for so long is made anew. */
const TOMBSTONES_KEPT = sql.lit("2 days");

/**
 * Forgets records that their source has not shown for as many months as it may be kept: ties first, then people and bodies
 * that no tie names any more. Each is shown by the last import whose files had it.
 */
export async function sweepRelations(database: Database, tenant: string, now: Date): Promise<number> {
  const [work] = await database.query(
    sql<{ due: boolean; old: boolean; busy: boolean }>`select
        exists (select from relation_writing
          where tenant = ${tenant} and revision is null and expires_at > now()) as busy,
        exists (select from relation_source where tenant = ${tenant} and retention_months is not null) as due,
        exists (select from relation_gone where tenant = ${tenant}) as old`,
  );
  // What an import is about to name must not go under its hands; the next sweep comes.
  if (!work || work.busy || !(work.due || work.old)) return 0;
  return changeRelations(database, tenant, async (queries, revision) => {
    const forget = (kind: RelationKind, unless: RawBuilder<unknown>): Promise<number> =>
      forgetOld(queries, tenant, kind, now, revision, unless);
    const end = (...columns: readonly string[]) =>
      sql`exists (select from relation_tie t where t.tenant = r.tenant and (${sql.join(
        columns.map(
          (name) =>
            sql`(t.source = r.source and t.${sql.id(name)} = r.key) or t.${sql.id(name)} = s.name || '/' || r.key`,
        ),
        sql` or `,
      )}))`;
    const gone =
      (await forget("ties", sql`false`)) +
      (await forget("people", end("person", "other_person"))) +
      (await forget("bodies", end("body", "other_body")));
    const [forgotten] = await queries.query(
      sql<{ last: number | null }>`with forgotten as (
          delete from relation_gone where tenant = ${tenant}
            and at < ${now}::timestamptz - interval ${TOMBSTONES_KEPT} returning revision)
        select max(revision) as last from forgotten`,
    );
    if (forgotten?.last != null)
      await queries.query(
        sql`update relation_state set horizon = ${forgotten.last} where tenant = ${tenant} and horizon < ${forgotten.last}`,
      );
    return gone;
  });
}

async function forgetOld(
  queries: Queries,
  tenant: string,
  kind: RelationKind,
  now: Date,
  revision: number,
  unless: RawBuilder<unknown>,
): Promise<number> {
  const [counted] = await queries.query(
    sql<{ gone: number }>`with gone as (
        delete from ${tableOf(kind)} r using relation_source s, relation_writing w
        where r.tenant = ${tenant} and s.tenant = r.tenant and s.number = r.source and w.number = r.shown
          and w.revision is not null and s.retention_months is not null
          and w.at < ${now}::timestamptz - make_interval(months => s.retention_months) and not ${unless}
        returning s.name || '/' || r.key as id),
      told as (insert into relation_gone (tenant, revision, kind, id, at)
        select ${tenant}, ${revision}, ${kind}, id, ${now} from gone returning 1)
      select count(*)::integer as gone from told`,
  );
  return counted?.gone ?? 0;
}
