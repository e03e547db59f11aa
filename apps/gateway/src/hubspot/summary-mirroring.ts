import type { PlanStore, RecordId } from "@sweetspot/contract";

/** The store, telling of each account whose plan was changed. */
export const watchAccounts = (store: PlanStore, told: (account: RecordId) => void): PlanStore => ({
  ...store,
  async commit(commit, options) {
    const result = await store.commit(commit, options);
    if (commit.scope.kind === "account") told(commit.scope.account);
    return result;
  },
});
