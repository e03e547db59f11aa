import { type RawBuilder, sql } from "kysely";
import type { Queries } from "./database.ts";

/** HubSpot's number of a portal, of a tenant that is one: what the gateway keeps of the connection goes by it. */
const portalOf = (tenant: string): string | undefined => /^hubspot:(\d+)$/.exec(tenant)?.[1];

/** Tokens and what would open them never leave. */
const SECRETS = "{sealed,key_id,lease,lease_until}";

/**
 * Of a tenant that is a portal: its connection, who has agreed to what, and which events have come; of one user alone, what
 * he has agreed to. As statements whose only column is a row as JSON.
 */
export function portalRows(
  tenant: string,
  user: string | undefined,
): readonly { readonly table: string; readonly rows: RawBuilder<unknown> }[] {
  const portal = portalOf(tenant);
  if (portal === undefined) return [];
  const tables =
    user === undefined ? ["hubspot_portal", "hubspot_grant", "hubspot_event"] : ["hubspot_grant"];
  return tables.map((table) => ({
    table,
    rows: sql`select to_jsonb(t) - ${sql.lit(SECRETS)}::text[] as row from ${sql.id(table)} t
      where portal = ${portal} ${user === undefined ? sql`` : sql`and user_id = ${user}`}`,
  }));
}

/** Jobs of the gateway that wait, or have just ended, hold ids of portals and users. */
async function eraseJobs(queries: Queries, portal: string, user?: string): Promise<void> {
  const [jobs] = await queries.query(
    sql<{ table: string | null }>`select to_regclass('sweetspot_jobs.job')::text as table`,
  );
  if (jobs?.table == null) return;
  await queries.query(
    sql`delete from sweetspot_jobs.job where data->>'portal' = ${portal}
      and (${user ?? null}::text is null or data->>'user' = ${user ?? null})`,
  );
}

/**
 * Forgets what HubSpot has told of a portal, and unless it stays connected, the portal with all consents, tokens, launches
 * and sessions of its users.
 *
 * @returns how many rows; 0 for a tenant that is no portal
 */
export async function erasePortal(
  queries: Queries,
  tenant: string,
  keepConnection: boolean,
): Promise<number> {
  const portal = portalOf(tenant);
  if (portal === undefined) return 0;
  await eraseJobs(queries, portal);
  // Where the connection stays, an event nobody has worked off may say that somebody has ended it.
  const events = await queries.query(
    sql`delete from hubspot_event where portal = ${portal} and (${!keepConnection} or done_at is not null)
      returning 1 as one`,
  );
  if (keepConnection) return events.length;
  await queries.query(sql`delete from hubspot_turn where portal = ${portal}`);
  const consents = await queries.query(
    sql`delete from hubspot_grant where portal = ${portal} returning 1 as one`,
  );
  const portals = await queries.query(
    sql`delete from hubspot_portal where portal = ${portal} returning 1 as one`,
  );
  return events.length + consents.length + portals.length;
}

/** Forgets one user's consent with tokens, launches and sessions. @returns how many rows */
export async function eraseConsent(queries: Queries, tenant: string, user: string): Promise<number> {
  const portal = portalOf(tenant);
  if (portal === undefined) return 0;
  await eraseJobs(queries, portal, user);
  const gone = await queries.query(
    sql`delete from hubspot_grant where portal = ${portal} and user_id = ${user} returning 1 as one`,
  );
  return gone.length;
}
