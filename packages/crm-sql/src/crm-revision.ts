import { sql } from "kysely";
import type { Queries } from "./database.ts";

/** Counts one more change of the tenant's CRM records; in the transaction that makes it. */
export async function noteCrmChange(queries: Queries, tenant: string): Promise<void> {
  await queries.query(
    sql`insert into crm_revision (tenant, revision) values (${tenant}, 1)
      on conflict (tenant) do update set revision = crm_revision.revision + 1`,
  );
}
