import type { ReadOptions, RecordId, TieWish } from "@sweetspot/contract";
import { sql } from "kysely";
import type { Database, Queries } from "../database.ts";
import { changeRelations } from "./revision.ts";

export async function readWish(
  queries: Queries,
  tenant: string,
  member: RecordId,
  options?: ReadOptions,
): Promise<TieWish> {
  const [row] = await queries.query(
    sql<{ wish: TieWish }>`select wish from relation_wish where tenant = ${tenant} and member = ${member}`,
    options,
  );
  return row?.wish ?? "shared";
}

export const saveWish = (
  database: Database,
  tenant: string,
  member: RecordId,
  wish: TieWish,
): Promise<void> =>
  changeRelations(database, tenant, async (queries, revision) => {
    await queries.query(
      sql`insert into relation_wish (tenant, member, wish, at, revision)
        values (${tenant}, ${member}, ${wish}, now(), ${revision})
        on conflict (tenant, member) do update
          set wish = excluded.wish, at = excluded.at, revision = excluded.revision`,
    );
  });
