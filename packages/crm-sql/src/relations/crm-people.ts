import {
  type Account,
  type Contact,
  EMPTY,
  type Involvement,
  type Opportunity,
  type TeamMember,
} from "@sweetspot/contract";
import { sql } from "kysely";
import {
  ACCOUNT_COLUMNS,
  type AccountRow,
  CONTACT_COLUMNS,
  type ContactRow,
  TEAM_MEMBER_COLUMNS,
  type TeamMemberRow,
  toAccount,
  toContact,
  toOpportunity,
  toTeamMember,
  type OpportunityRow,
} from "../crm-rows.ts";
import type { Database } from "../database.ts";
import { INVOLVEMENT_COLUMNS, type InvolvementRow, toInvolvement } from "../involvement-rows.ts";

/** Everybody and every deal of a tenant, whoever may see them: for a book that judges each answer by who asks. */
export interface CrmPeople {
  readonly teamMembers: readonly TeamMember[];
  readonly accounts: readonly Account[];
  readonly contacts: readonly Contact[];
  /** Without their line items. */
  readonly opportunities: readonly Opportunity[];
  readonly involvements: readonly Involvement[];
}

export async function readCrmPeople(database: Database, tenant: string): Promise<CrmPeople> {
  const [members, accounts, contacts, deals, involvements] = await Promise.all([
    database.query(
      sql<TeamMemberRow>`select ${TEAM_MEMBER_COLUMNS} from crm_team_member m where m.tenant = ${tenant}`,
    ),
    database.query(sql<AccountRow>`select ${ACCOUNT_COLUMNS} from crm_account a where a.tenant = ${tenant}`),
    database.query(sql<ContactRow>`select ${CONTACT_COLUMNS} from crm_contact c where c.tenant = ${tenant}`),
    database.query(
      sql<OpportunityRow>`select o.id, o.name, o.search_name, o.account, o.status, o.stage, null::float8 as amount,
        null as amount_currency, o.close_date::text as close_date, o.owner, null as product, null as product_name,
        '{}'::jsonb as attributes, null as line_items from crm_opportunity o where o.tenant = ${tenant}`,
    ),
    database.query(
      sql<InvolvementRow>`select ${INVOLVEMENT_COLUMNS} from crm_involvement i
        left join crm_contact c on c.tenant = ${tenant} and c.id = i.contact where i.tenant = ${tenant}`,
    ),
  ]);
  return {
    teamMembers: members.map(toTeamMember),
    accounts: accounts.map(toAccount),
    contacts: contacts.map(toContact),
    opportunities: deals.map((deal) => ({ ...toOpportunity(deal), lineItems: EMPTY })),
    involvements: involvements.map(toInvolvement),
  };
}
