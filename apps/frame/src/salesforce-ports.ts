import type { CrmReader, PlanStore, RecordId } from "@sweetspot/contract";
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
