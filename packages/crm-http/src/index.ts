export { createHttpCrm } from "./http-crm.ts";
export type { HttpCrm, HttpCrmOptions } from "./http-crm.ts";
export { PORT_METHODS } from "./port-calls.ts";
export type { Ports } from "./define-call.ts";
export { createPortHandler } from "./port-handler.ts";
export type { PortHandlerOptions } from "./port-handler.ts";
export { PORT_PATH } from "./wire.ts";
