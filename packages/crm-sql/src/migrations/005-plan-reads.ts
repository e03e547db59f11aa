import type { Migration } from "./index.ts";

/** Who has looked at what, by the hour. Who has changed what stands in `plan_change`. */
export const planReads: Migration = {
  name: "plan-reads",
  statements: [
    `create table plan_read (
      tenant text not null, scope text collate "C" not null, by text not null, hour timestamptz not null,
      primary key (tenant, scope, by, hour))`,
    `create index on plan_read (hour)`,
    `create index on plan_change (at)`,
  ],
};
