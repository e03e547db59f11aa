import type { Migration } from "./index.ts";

/** Who has taken a tenant's data away, or had it erased. Of a person only that it was one: an erased one is not named again. */
export const privacyActs: Migration = {
  name: "privacy-acts",
  statements: [
    `create table privacy_act (
      tenant text not null, at timestamptz not null, by text not null,
      did text not null check (did in ('exported', 'erased')), scope text not null check (scope in ('tenant', 'person')))`,
    `create index on privacy_act (tenant, at)`,
    `create index on privacy_act (at)`,
  ],
};
