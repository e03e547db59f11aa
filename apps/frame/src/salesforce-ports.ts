import {
  CrmError,
  type CrmReader,
  type PlanSession,
  type PlanStore,
  type RecordId,
  type RelationReader,
} from "@sweetspot/contract";
import { createSalesforceCrm, type SalesforceTransport } from "@sweetspot/crm-salesforce";
import type { FrameChannel } from "@sweetspot/host-bridge";

/** The way to an org that a Lightning page gives over the channel: reads and plan calls by their names. */
export const createChannelTransport = (channel: Pick<FrameChannel, "call">): SalesforceTransport => ({
  graphql: (operation, variables, { lacks = [], signal } = {}) =>
    channel.call("graphql", { operation, variables, lacks }, { signal }),
  apex: (operation, request, { signal } = {}) => channel.call("apex", { operation, request }, { signal }),
});

/** The ports over the Lightning page around the frame. */
export const createSalesforcePorts = (
  channel: Pick<FrameChannel, "call">,
  userId: RecordId,
  currency: string,
): { readonly reader: CrmReader; readonly store: PlanStore } =>
  createSalesforceCrm({ transport: createChannelTransport(channel), userId, currency });

/** Relations that are records of the org. The engine runs in the frame, and comes when a widget asks. */
export function createSalesforceRelationReader(
  channel: Pick<FrameChannel, "call">,
  user: RecordId,
  reader: CrmReader,
  session: Pick<PlanSession, "getView">,
): RelationReader {
  let opening: Promise<RelationReader> | undefined;
  const open = (): Promise<RelationReader> => (opening ??= load());
  async function load(): Promise<RelationReader> {
    try {
      const { createSalesforceRelations } = await import("./salesforce-relations.ts");
      return createSalesforceRelations({
        transport: createChannelTransport(channel),
        reader,
        user,
        library: () => session.getView().library,
      });
    } catch (cause) {
      // Whoever asks again tries again.
      opening = undefined;
      throw new CrmError("unavailable", "The engine of the relations did not load.", { cause });
    }
  }
  return {
    contract: "relations/1",
    listTargets: async (account, options) => (await open()).listTargets(account, options),
    findPaths: async (query, options) => (await open()).findPaths(query, options),
    listAcquaintances: async (query, options) => (await open()).listAcquaintances(query, options),
  };
}
