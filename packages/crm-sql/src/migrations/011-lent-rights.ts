import type { Migration } from "./index.ts";

/** Who has lent his rights for what is done in the background, and who has ended that. */
export const lentRights: Migration = {
  name: "lent-rights",
  statements: [
    `alter table privacy_act drop constraint privacy_act_did_check`,
    `alter table privacy_act add constraint privacy_act_did_check check (did in ('exported', 'erased',
      'stored-in-gateway', 'stored-in-hubspot', 'mapped', 'disconnected', 'background-lent', 'background-ended'))`,
  ],
};
