export { createSalesforceEmulator } from "./emulator.ts";
export type { SalesforceEmulator, SalesforceEmulatorOptions } from "./emulator.ts";
export type { FailureCause } from "./failures.ts";
export { createSalesforceHandlers } from "./salesforce-handlers.ts";
export type { ObjectName } from "./schema.ts";
