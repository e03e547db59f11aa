import type { Migration } from "./index.ts";

/** Ready figures of all accounts. They can be computed anew at any time: nothing here is the only copy of anything. */
export const portfolio: Migration = {
  name: "portfolio",
  statements: [
    // Counts what has changed in a tenant's CRM records, so that figures know when they are old.
    `create table crm_revision (tenant text primary key, revision bigint not null)`,
    // `sight`: what the figures were computed from, as the roles that may see the same have them in common.
    `create table portfolio_state (
      tenant text not null, sight text collate "C" not null, source text not null, built_at timestamptz not null,
      primary key (tenant, sight))`,
    // No text of a plan, so that nothing has to be erased here: the words of a next step are read where they stand.
    `create table portfolio_figure (
      tenant text not null, sight text collate "C" not null, account text collate "C" not null, plan text not null,
      covered integer not null, possible integer not null, gaps integer not null, share float8 not null,
      levels jsonb not null, potential jsonb not null, potential_sum float8 not null, overdue_reviews integer not null,
      next_cell text, next_due date, primary key (tenant, sight, account))`,
  ],
};
