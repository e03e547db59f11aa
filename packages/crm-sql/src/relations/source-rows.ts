import type { IsoInstant, ReadOptions } from "@sweetspot/contract";
import type { RelationSource } from "@sweetspot/relation-book";
import { type RawBuilder, sql } from "kysely";
import type { Queries } from "../database.ts";

/** Sources that an import has come to its end for, by name. */
export async function readSources(
  queries: Queries,
  where: RawBuilder<unknown>,
  options?: ReadOptions,
): Promise<readonly RelationSource[]> {
  const rows = await queries.query(
    sql<{ name: string; purpose: string; retention: number | null; importedAt: Date }>`
      select name, purpose, retention_months as retention, imported_at as "importedAt" from relation_source
      where ${where} and imported_at is not null order by name`,
    options,
  );
  return rows.map(({ name, purpose, retention, importedAt }) => ({
    name,
    purpose,
    ...(retention === null ? {} : { retentionMonths: retention }),
    importedAt: importedAt.toISOString() as IsoInstant,
  }));
}
