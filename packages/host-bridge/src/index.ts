export { createBrowserStorage } from "./browser-storage.ts";
export { createBrowserSurface } from "./browser-surface.ts";
export type { BrowserSurface, BrowserSurfaceOptions } from "./browser-surface.ts";
export { ChannelFailure } from "./channel/channel-failure.ts";
export type { ChannelFailureCode } from "./channel/channel-failure.ts";
export { joinEmbedding } from "./channel/embedding-guest.ts";
export type { EmbeddingGuest } from "./channel/embedding-guest.ts";
export { createFrameChannel } from "./channel/frame-channel.ts";
export type { FrameChannel, FrameChannelOptions } from "./channel/frame-channel.ts";
export { createHostChannel } from "./channel/host-channel.ts";
export type { HostChannel, HostChannelEvent, HostChannelOptions, Operation } from "./channel/host-channel.ts";
export { isAllowedHost, joinHost } from "./channel/join-host.ts";
export type { JoinedHost, JoinHostOptions } from "./channel/join-host.ts";
export type { Line } from "./channel/line.port.ts";
export { createPortLine } from "./channel/port-line.ts";
export { readHostMetaData } from "./channel/sf-embedding.ts";
export type { HostMetaData } from "./channel/sf-embedding.ts";
export { serveFrame } from "./channel/serve-frame.ts";
export type { FrameService, FrameServiceEvent, FrameServiceOptions } from "./channel/serve-frame.ts";
export { createChannelSurface } from "./channel-surface.ts";
export type { ChannelSurface, ChannelSurfaceOptions } from "./channel-surface.ts";
export { downloadFile } from "./download-file.ts";
export { createHandOver } from "./hand-over.ts";
export type { PageHandOver } from "./hand-over.ts";
export { createLeaveGuard } from "./leave-guard.ts";
export type { LeaveGuard } from "./leave-guard.ts";
export { createGatewayWrites } from "./gateway-writes.ts";
export type { GatewayOptions, GatewayWrites } from "./gateway-writes.ts";
export { createChannelInsights } from "./insights/channel-insights.ts";
export { serveInsights } from "./insights/insight-operations.ts";
export { createChannelRelations } from "./relations/channel-relations.ts";
export { serveRelations } from "./relations/relation-operations.ts";
export { toSalesforceLocale } from "./salesforce-locale.ts";
export { createSalesforceSurface } from "./salesforce-surface.ts";
export type {
  SalesforceFunctions,
  SalesforceSurface,
  SalesforceSurfaceOptions,
} from "./salesforce-surface.ts";
export { createSalesforceWrites } from "./salesforce-writes.ts";
export type {
  CreateSalesforceRecord,
  SalesforceWrites,
  SalesforceWritesOptions,
} from "./salesforce-writes.ts";
