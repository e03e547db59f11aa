import { CrmError, type CrmReader, type PlanStore, type RecordId, type Scope } from "@sweetspot/contract";
import type { HubspotCrm } from "@sweetspot/crm-hubspot";

type Ports = Pick<HubspotCrm, "reader" | "store">;

/**
 * The ports of a session that was opened for one account: its record page's data, its plan, the company's library, and
 * nothing else. Any other account reads as one that is not there.
 */
export function confinePorts({ reader, store }: Ports, own: RecordId): Ports {
  const ensureOwn = (account: RecordId): RecordId => {
    if (account !== own) throw new CrmError("not-found", "This session was opened for another account.");
    return account;
  };
  const ensureScopes = (scopes: readonly Scope[]): void => {
    for (const scope of scopes) if (scope.kind === "account") ensureOwn(scope.account);
  };
  const { listAssets, listInvolvements } = reader;

  const confined: CrmReader = {
    contract: reader.contract,
    system: reader.system,
    whoAmI: (options) => reader.whoAmI(options),
    // A session knows its account; the others are none of its business.
    listAccounts: () =>
      Promise.reject(new CrmError("forbidden", "This session was opened for one account and cannot search.")),
    openAccount: async (account, options) => reader.openAccount(ensureOwn(account), options),
    listFamily: async (account, options) => reader.listFamily(ensureOwn(account), options),
    listContacts: async (account, options) => reader.listContacts(ensureOwn(account), options),
    listOpportunities: async (account, options) => reader.listOpportunities(ensureOwn(account), options),
    ...(listAssets
      ? { listAssets: async (account, options) => listAssets.call(reader, ensureOwn(account), options) }
      : {}),
    ...(listInvolvements
      ? {
          listInvolvements: async (account, options) =>
            listInvolvements.call(reader, ensureOwn(account), options),
        }
      : {}),
    listProducts: (options) => reader.listProducts(options),
    listTeamMembers: (options) => reader.listTeamMembers(options),
  };
  const confinedStore: PlanStore = {
    contract: store.contract,
    async load(scopes, options) {
      ensureScopes(scopes);
      return store.load(scopes, options);
    },
    async commit(commit, options) {
      ensureScopes([commit.scope]);
      return store.commit(commit, options);
    },
    async changes(scope, query, options) {
      ensureScopes([scope]);
      return store.changes(scope, query, options);
    },
    async asOf(scope, at, options) {
      ensureScopes([scope]);
      return store.asOf(scope, at, options);
    },
  };
  return { reader: confined, store: confinedStore };
}
