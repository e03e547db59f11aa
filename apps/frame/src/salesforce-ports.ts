import type { CrmReader, PlanSession, PlanStore, RecordId, RelationReader } from "@sweetspot/contract";
import {
  createSalesforceCrm,
  createSalesforceRelations,
  type SalesforceTransport,
} from "@sweetspot/crm-salesforce";
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

/** Relations that are records of the org; the engine runs in the frame. */
export const createSalesforceRelationReader = (
  channel: Pick<FrameChannel, "call">,
  user: RecordId,
  reader: CrmReader,
  session: Pick<PlanSession, "getView">,
): RelationReader =>
  createSalesforceRelations({
    transport: createChannelTransport(channel),
    reader,
    user,
    library: () => session.getView().library,
  });
