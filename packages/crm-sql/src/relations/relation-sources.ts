import { CrmError, type IsoInstant, type ReadOptions } from "@sweetspot/contract";
import type { RelationSource } from "@sweetspot/relation-book";
import { RELATION_KINDS } from "@sweetspot/relation-import";
import { sql } from "kysely";
import type { Database, Queries } from "../database.ts";
import { tableOf } from "./relation-tables.ts";
import { changeRelations, forgetBooks, unseen } from "./revision.ts";
import type { StoredSource } from "./sql-relations.port.ts";

interface SourceRow {
  readonly name: string;
  readonly purpose: string;
  readonly retention: number | null;
  readonly importedAt: Date;
  readonly people: number;
  readonly bodies: number;
  readonly ties: number;
}

export async function listSources(
  queries: Queries,
  tenant: string,
  options?: ReadOptions,
): Promise<readonly StoredSource[]> {
  const countOf = (table: string) =>
    sql`(select count(*)::integer from ${sql.table(table)} r where r.tenant = s.tenant and r.source = s.number
      and r.writing <> all ${unseen(tenant)})`;
  const rows = await queries.query(
    sql<SourceRow>`select name, purpose, retention_months as retention, imported_at as "importedAt",
        ${countOf("relation_person")} as people, ${countOf("relation_body")} as bodies, ${countOf("relation_tie")} as ties
      from relation_source s where tenant = ${tenant} and imported_at is not null order by name`,
    options,
  );
  return rows.map(({ retention, importedAt, ...row }) => ({
    ...row,
    ...(retention === null ? {} : { retentionMonths: retention }),
    importedAt: importedAt.toISOString() as IsoInstant,
  }));
}

export const saveSource = (
  database: Database,
  tenant: string,
  { name, purpose, retentionMonths }: Pick<RelationSource, "name" | "purpose" | "retentionMonths">,
): Promise<void> =>
  changeRelations(database, tenant, async (queries, revision) => {
    const saved = await queries.query(
      sql`update relation_source
        set purpose = ${purpose}, retention_months = ${retentionMonths ?? null}, revision = ${revision}
        where tenant = ${tenant} and name = ${name} and imported_at is not null returning name`,
    );
    if (saved.length === 0) throw new CrmError("not-found", "There is no such source of relations.");
  });

export const removeSource = (database: Database, tenant: string, name: string): Promise<number> =>
  changeRelations(database, tenant, async (queries, revision) => {
    const [source] = await queries.query(
      sql<{ number: number; busy: boolean }>`select number, exists (select from relation_writing w
          where w.tenant = s.tenant and w.source = s.number and w.revision is null and w.expires_at > now()) as busy
        from relation_source s where tenant = ${tenant} and name = ${name}`,
    );
    if (!source) return 0;
    if (source.busy)
      throw new CrmError(
        "conflict",
        "This source is being imported. Wait until it has finished, or cancel it.",
      );
    let gone = 0;
    for (const kind of RELATION_KINDS) {
      const [counted] = await queries.query(
        sql<{ gone: number }>`with gone as (
            delete from ${tableOf(kind)} where tenant = ${tenant} and source = ${source.number} returning 1)
          select count(*)::integer as gone from gone`,
      );
      gone += counted?.gone ?? 0;
    }
    for (const table of ["relation_decision", "relation_proposal"])
      await queries.query(
        sql`delete from ${sql.table(table)} where tenant = ${tenant}
          and (starts_with(one, ${`${name}/`}) or starts_with(other, ${`${name}/`}))`,
      );
    await queries.query(
      sql`delete from relation_source where tenant = ${tenant} and number = ${source.number}`,
    );
    await forgetBooks(queries, tenant, revision);
    return gone;
  });
