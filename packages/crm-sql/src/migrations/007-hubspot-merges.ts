import type { Migration } from "./index.ts";

/** What was made in a CRM on behalf of a widget, and whose plan was whose before two companies became one. */
export const hubspotMerges: Migration = {
  name: "hubspot-merges",
  statements: [
    // A request that comes twice gets the record it was given the first time. No id: nobody knows yet whether it was made.
    `create table crm_creation (
      tenant text not null, key text collate "C" not null, kind text not null, content text not null,
      account text not null, by text not null, id text, begun_at timestamptz not null, held_until timestamptz,
      primary key (tenant, key))`,
    `create index on crm_creation (begun_at)`,
    // Both companies had a plan. The one shown at the survivor is the survivor's own ("kept") or the other's ("gone").
    `create table plan_merge (
      tenant text not null, kept text collate "C" not null, gone text collate "C" not null,
      merged_at timestamptz not null, shown text not null check (shown in ('kept', 'gone')),
      decided_at timestamptz, decided_by text, primary key (tenant, kept, gone))`,
  ],
};
