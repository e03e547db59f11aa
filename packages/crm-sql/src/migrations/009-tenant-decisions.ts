import type { Migration } from "./index.ts";

/** Beside who has taken data away: who has moved plans elsewhere, changed which fields are read, or ended the connection. */
export const tenantDecisions: Migration = {
  name: "tenant-decisions",
  statements: [
    `alter table privacy_act drop constraint privacy_act_did_check`,
    `alter table privacy_act add constraint privacy_act_did_check check (
      did in ('exported', 'erased', 'stored-in-gateway', 'stored-in-hubspot', 'mapped', 'disconnected'))`,
  ],
};
