import {
  type PlanStore,
  type ReadOptions,
  type RecordId,
  type Scope,
  type TeamMember,
} from "@sweetspot/contract";

export interface GuardedStoreOptions {
  /** Who is signed in. @throws CrmError `unauthenticated` */
  readonly whoAmI: (options?: ReadOptions) => Promise<TeamMember>;
  /** Asks HubSpot as this user. @throws CrmError `not-found` for a company that is not there, or not to be seen */
  readonly ensureVisible: (account: RecordId, options?: ReadOptions) => Promise<void>;
  readonly planStore: (member: TeamMember) => PlanStore | Promise<PlanStore>;
}

/** Plans live beside HubSpot, in a store that knows nothing of its companies: who may see one is asked of HubSpot first. */
export function createGuardedStore({ whoAmI, ensureVisible, planStore }: GuardedStoreOptions): PlanStore {
  async function open(scopes: readonly Scope[], options: ReadOptions | undefined): Promise<PlanStore> {
    const accounts = new Set(scopes.flatMap((scope) => (scope.kind === "account" ? [scope.account] : [])));
    const [member] = await Promise.all([
      whoAmI(options),
      ...[...accounts].map((account) => ensureVisible(account, options)),
    ]);
    return planStore(member);
  }

  return {
    contract: "plan/1",
    load: async (scopes, options) => (await open(scopes, options)).load(scopes, options),
    async commit(given, options) {
      // The caller may go on changing its object while HubSpot is asked.
      const commit = structuredClone(given);
      return (await open([commit.scope], options)).commit(commit, options);
    },
    changes: async (scope, query, options) => (await open([scope], options)).changes(scope, query, options),
    asOf: async (scope, at, options) => (await open([scope], options)).asOf(scope, at, options),
  };
}
