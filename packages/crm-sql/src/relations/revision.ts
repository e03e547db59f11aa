import { randomBytes } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { Database, Queries } from "../database.ts";

/**
 * The number of a change that is about to be made in this transaction. Changes of one tenant are stored one after the other
 * from here on, so that a reader who has seen a number has seen all before it.
 */
export async function nextRevision(queries: Queries, tenant: string): Promise<number> {
  await ensureState(queries, tenant);
  await queries.query(sql`select from relation_state where tenant = ${tenant} for update`);
  const [state] = await queries.query(
    sql<{ revision: number }>`update relation_state set revision = nextval('relation_number')
      where tenant = ${tenant} returning revision`,
  );
  return state?.revision ?? 0;
}

/** One change of what readers see, stored whole or not at all. */
export const changeRelations = <T>(
  database: Database,
  tenant: string,
  work: (queries: Queries, revision: number) => Promise<T>,
): Promise<T> => database.transaction(async (queries) => work(queries, await nextRevision(queries, tenant)));

/** Books older than this are made anew: what went is not told one by one. */
export async function forgetBooks(queries: Queries, tenant: string, revision: number): Promise<void> {
  await queries.query(
    sql`update relation_state set horizon = ${revision} where tenant = ${tenant} and horizon < ${revision}`,
  );
}

/** A tenant's first change is beyond whatever was known of a tenant of that name before. */
async function ensureState(queries: Queries, tenant: string): Promise<void> {
  await queries.query(
    sql`insert into relation_state (tenant, revision, horizon, salt)
      select ${tenant}, 0, nextval('relation_number'), ${randomBytes(18).toString("base64url")}
      where not exists (select from relation_state where tenant = ${tenant})
      on conflict (tenant) do nothing`,
  );
}

/** Numbers of imports whose rows nobody may see yet; to stand after `writing <> all`. */
export const unseen = (tenant: string): RawBuilder<unknown> =>
  sql`(array(select number from relation_writing where tenant = ${tenant} and revision is null))`;
