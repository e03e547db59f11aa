export { createHubspotEmulator } from "./emulator.ts";
export type { HubspotEmulator, HubspotEmulatorOptions, Session } from "./emulator.ts";
export { createHubspotCloud } from "./cloud.ts";
export type { Consent, HubspotApp, HubspotCloud, HubspotCloudOptions } from "./cloud.ts";
export type { FailureCause } from "./failures.ts";
export { createHubspotHandlers } from "./hubspot-handlers.ts";
export type { PortalLimits } from "./limits.ts";
export type { ObjectType } from "./schema.ts";
