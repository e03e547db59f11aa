import { sql } from "kysely";
import type { Queries } from "./database.ts";

/** HubSpot's number of a portal, of a tenant that is one: what the gateway keeps of the connection goes by it. */
const portalOf = (tenant: string): string | undefined => /^hubspot:(\d+)$/.exec(tenant)?.[1];

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
  const gone = await queries.query(
    sql`delete from hubspot_grant where portal = ${portal} and user_id = ${user} returning 1 as one`,
  );
  return gone.length;
}
