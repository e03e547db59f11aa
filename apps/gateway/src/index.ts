export { createGateway } from "./gateway.ts";
export type { GatewayParts } from "./gateway.ts";
export { readConfig } from "./config.model.ts";
export type { GatewayConfig } from "./config.model.ts";
export { isLive, LOCK_FILE, readLock } from "./lock-file.ts";
export { startGateway } from "./start-gateway.ts";
export type { RunningGateway, StartOptions } from "./start-gateway.ts";
