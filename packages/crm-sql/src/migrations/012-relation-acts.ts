import type { Migration } from "./index.ts";

/** Who has brought relations of a source in, and who has had a source forgotten. */
export const relationActs: Migration = {
  name: "relation-acts",
  statements: [
    `alter table privacy_act drop constraint privacy_act_did_check`,
    `alter table privacy_act add constraint privacy_act_did_check check (did in ('exported', 'erased',
      'stored-in-gateway', 'stored-in-hubspot', 'mapped', 'disconnected', 'background-lent', 'background-ended',
      'relations-imported', 'relations-forgotten'))`,
  ],
};
