import type { Migration } from "./index.ts";

// Ids sort by code point, as in 001.
const KEY = `text collate "C"`;

/** People in deals and at accounts: one person, one place each. Imports write none, so the table is what is seen. */
export const involvements: Migration = {
  name: "involvements",
  statements: [
    `create table crm_involvement (
      tenant text not null, id ${KEY} not null, contact ${KEY}, team_member ${KEY}, account ${KEY}, opportunity ${KEY},
      roles jsonb, is_primary boolean, active boolean, since date, until date, primary key (tenant, id),
      check (num_nonnulls(contact, team_member) = 1), check (num_nonnulls(account, opportunity) = 1))`,
    `create index on crm_involvement (tenant, account)`,
    `create index on crm_involvement (tenant, opportunity)`,
  ],
};
