export { createBrowserStorage } from "./browser-storage.ts";
export { createBrowserSurface } from "./browser-surface.ts";
export type { BrowserSurface, BrowserSurfaceOptions } from "./browser-surface.ts";
export { downloadFile } from "./download-file.ts";
export { createGatewayWrites } from "./gateway-writes.ts";
export type { GatewayOptions, GatewayWrites } from "./gateway-writes.ts";
