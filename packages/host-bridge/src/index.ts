export { createBrowserStorage } from "./browser-storage.ts";
export { createBrowserSurface } from "./browser-surface.ts";
export type { BrowserSurface, BrowserSurfaceOptions } from "./browser-surface.ts";
export { downloadFile } from "./download-file.ts";
export { createGatewayWrites } from "./gateway-writes.ts";
export type { GatewayOptions, GatewayWrites } from "./gateway-writes.ts";
export { toSalesforceLocale } from "./salesforce-locale.ts";
export { createSalesforceSurface } from "./salesforce-surface.ts";
export type {
  SalesforceFunctions,
  SalesforceSurface,
  SalesforceSurfaceOptions,
} from "./salesforce-surface.ts";
export type {
  CreateSalesforceRecord,
  SalesforceWrites,
  SalesforceWritesOptions,
} from "./salesforce-writes.ts";
