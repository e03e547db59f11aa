import {
  accountScope,
  type CrmReader,
  type InsightReader,
  type PlanStore,
  type RecordId,
  type RelationReader,
  type Scope,
} from "@sweetspot/contract";

interface Ports {
  readonly reader: CrmReader;
  readonly store: PlanStore;
  readonly relations?: RelationReader;
  readonly insights?: InsightReader;
}

const OF_ACCOUNT = [
  "openAccount",
  "listFamily",
  "listContacts",
  "listOpportunities",
  "listAssets",
  "listInvolvements",
] as const satisfies readonly (keyof CrmReader)[];

/**
 * The ports, telling `note` which accounts and plans are looked at before they are shown: what cannot be noted is not
 * shown. Changes need no note, the history has them.
 */
export function auditPorts<P extends Ports>(ports: P, note: (scopes: readonly Scope[]) => Promise<void>): P {
  const { store } = ports;
  const reader: Record<string, unknown> = { ...ports.reader };
  for (const method of OF_ACCOUNT) {
    const read = ports.reader[method] as ((account: RecordId, ...rest: unknown[]) => unknown) | undefined;
    if (read)
      reader[method] = async (account: RecordId, ...rest: unknown[]) => {
        const answer = await Reflect.apply(read, ports.reader, [account, ...rest]);
        await note([accountScope(account)]);
        return answer;
      };
  }
  const noted = async <T>(work: Promise<T>, scopes: readonly Scope[]): Promise<T> => {
    const answer = await work;
    await note(scopes);
    return answer;
  };
  return {
    ...ports,
    ...(ports.relations ? { relations: auditRelations(ports.relations, note) } : {}),
    ...(ports.insights ? { insights: auditInsights(ports.insights, note) } : {}),
    reader: reader as unknown as CrmReader,
    store: {
      ...store,
      load: (scopes, options) => noted(store.load(scopes, options), scopes),
      changes: (scope, query, options) => noted(store.changes(scope, query, options), [scope]),
      asOf: (scope, at, options) => noted(store.asOf(scope, at, options), [scope]),
    },
  };
}

/** Who asks for ways into an account looks at it. */
function auditRelations(
  relations: RelationReader,
  note: (scopes: readonly Scope[]) => Promise<void>,
): RelationReader {
  const noted = async <T>(work: Promise<T>, account: RecordId): Promise<T> => {
    const answer = await work;
    await note([accountScope(account)]);
    return answer;
  };
  return {
    ...relations,
    listTargets: (account, options) => noted(relations.listTargets(account, options), account),
    findPaths: (query, options) => noted(relations.findPaths(query, options), query.account),
    listAcquaintances: (query, options) => noted(relations.listAcquaintances(query, options), query.account),
  };
}

/** Who asks whom an account resembles looks at it; of the others he learns no more than a name. */
const auditInsights = (
  insights: InsightReader,
  note: (scopes: readonly Scope[]) => Promise<void>,
): InsightReader => ({
  ...insights,
  async findLookalikes(query, options) {
    const answer = await insights.findLookalikes(query, options);
    await note([accountScope(query.account)]);
    return answer;
  },
});
