export type { FaultOptions } from "./calls.ts";
export { createMemoryCrm } from "./memory-crm.ts";
export type { MemoryCrm, MemoryCrmOptions, MemoryPorts } from "./memory-crm.ts";
