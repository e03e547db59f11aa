import { type Involvement, valueOf } from "@sweetspot/contract";
import { sql } from "kysely";
import type { Queries } from "./database.ts";

const BATCH = 2000;

/** Creates or replaces people's parts in deals and accounts by id. */
export async function writeInvolvements(
  queries: Queries,
  tenant: string,
  involvements: readonly Involvement[],
): Promise<void> {
  for (let start = 0; start < involvements.length; start += BATCH) {
    const json = JSON.stringify(involvements.slice(start, start + BATCH).map(toColumns));
    await queries.query(
      sql`insert into crm_involvement (tenant, id, contact, team_member, account, opportunity, roles, is_primary,
          active, since, until)
        select ${tenant}, id, contact, team_member, account, opportunity, roles, is_primary, active, since, until
        from json_to_recordset(${json}::json) as given (id text, contact text, team_member text, account text,
          opportunity text, roles jsonb, is_primary boolean, active boolean, since date, until date)
        on conflict (tenant, id) do update set contact = excluded.contact, team_member = excluded.team_member,
          account = excluded.account, opportunity = excluded.opportunity, roles = excluded.roles,
          is_primary = excluded.is_primary, active = excluded.active, since = excluded.since, until = excluded.until`,
    );
  }
}

const toColumns = ({ id, person, place, roles, primary, active, since, until }: Involvement) => ({
  id,
  contact: person.kind === "contact" ? person.contact.id : null,
  team_member: person.kind === "team-member" ? person.teamMember : null,
  account: place.kind === "account" ? place.account : null,
  opportunity: place.kind === "opportunity" ? place.opportunity : null,
  roles: valueOf(roles) ?? null,
  is_primary: valueOf(primary) ?? null,
  active: valueOf(active) ?? null,
  since: valueOf(since) ?? null,
  until: valueOf(until) ?? null,
});
