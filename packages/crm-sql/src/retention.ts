import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Until when things of the past are kept; undefined keeps them. */
export interface Retention {
  /** Earlier states of plans before this instant are forgotten. The state at that instant stays, and all since. */
  readonly historySince?: Date | undefined;
  /** Who looked at what, and who took away or erased all of it, before this instant is forgotten. */
  readonly readsSince?: Date | undefined;
}

/**
 * Forgets what is older, for all tenants. May run on several gateways at once. With the history go the receipts of its
 * commits: a page that repeats one after so long meets a conflict instead of its first answer.
 */
export async function forgetPast(database: Database, { historySince, readsSince }: Retention): Promise<void> {
  if (readsSince) {
    await database.query(sql`delete from plan_read where hour < ${readsSince}`);
    await database.query(sql`delete from privacy_act where at < ${readsSince}`);
  }
  // Nobody repeats a request after a day; the records themselves are in the CRM.
  await database.query(sql`delete from crm_creation where begun_at < now() - interval '2 days'`);
  if (!historySince) return;
  await database.transaction(async (queries) => {
    // The last change of a record before that instant stays, as where its history begins.
    await queries.query(
      sql`delete from plan_change h where at < ${historySince} and (after is null or exists (
          select 1 from plan_change n where n.tenant = h.tenant and n.scope = h.scope and n.record = h.record
            and n.version > h.version and n.at < ${historySince}))`,
    );
    await queries.query(
      sql`update plan_change set before = null where at < ${historySince} and before is not null`,
    );
    await queries.query(
      sql`delete from plan_commit c where exists (
          select 1 from plan_scope s where s.tenant = c.tenant and s.scope = c.scope and c.version < s.version)
        and not exists (
          select 1 from plan_change h where h.tenant = c.tenant and h.scope = c.scope and h.version = c.version
            and h.at >= ${historySince})`,
    );
  });
}
