import { type Involvement, type RecordId, toField, toRecordId } from "@sweetspot/contract";
import { sql } from "kysely";
import { type ContactRow, toContact } from "./crm-rows.ts";

export const INVOLVEMENT_COLUMNS = sql`i.id, i.team_member, i.account, i.opportunity, i.roles,
  i.is_primary, i.active, i.since::text as since, i.until::text as until,
  case when c.id is not null then json_build_object('id', c.id, 'name', c.name, 'search_name', c.search_name,
    'account', c.account, 'title', c.title, 'department', c.department, 'email', c.email, 'phone', c.phone,
    'owner', c.owner) end as contact`;

export interface InvolvementRow {
  readonly id: RecordId;
  /** The whole contact; null for one of ours. */
  readonly contact: ContactRow | null;
  readonly team_member: string | null;
  readonly account: string | null;
  readonly opportunity: string | null;
  readonly roles: readonly string[] | null;
  readonly is_primary: boolean | null;
  readonly active: boolean | null;
  readonly since: string | null;
  readonly until: string | null;
}

export const toInvolvement = (row: InvolvementRow): Involvement => ({
  id: row.id,
  person: row.contact
    ? { kind: "contact", contact: toContact(row.contact) }
    : { kind: "team-member", teamMember: toRecordId(row.team_member ?? "") },
  place:
    row.account === null
      ? { kind: "opportunity", opportunity: toRecordId(row.opportunity ?? "") }
      : { kind: "account", account: toRecordId(row.account) },
  roles: toField(row.roles),
  primary: toField(row.is_primary),
  active: toField(row.active),
  since: toField(row.since),
  until: toField(row.until),
});
