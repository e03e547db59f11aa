export { createGateway } from "./gateway.ts";
export type { GatewayParts } from "./gateway.ts";
export { readConfig } from "./config/config.model.ts";
export type { GatewayConfig } from "./config/config.model.ts";
export { isLive, LOCK_FILE, readLock } from "./data-folder/lock-file.ts";
export { startGateway } from "./lifecycle/start-gateway.ts";
export type { RunningGateway, StartOptions } from "./lifecycle/start-gateway.ts";
