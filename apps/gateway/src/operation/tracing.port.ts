import type { MiddlewareHandler } from "hono";
import type { CrmCall } from "./metrics.ts";
import type { Ports } from "./watched-ports.ts";

/**
 * Where the time of a request goes: spans of requests, calls of the ports, requests to a CRM, and jobs. They hold routes,
 * methods and codes of ours: never a name, an id, a tenant or the words of an error.
 */
export interface Tracing {
  readonly traceRequests: MiddlewareHandler;
  traceCalls<P extends Ports>(ports: P): P;
  /** Belongs to whatever asked for it. */
  traceCrmCall(system: string, call: CrmCall): void;
  traceJob(name: string, work: () => Promise<void>): Promise<void>;
  /** Sends what waits; who stops does not wait long for it. */
  close(): Promise<void>;
}

export const NO_TRACING: Tracing = {
  traceRequests: (_context, next) => next(),
  traceCalls: (ports) => ports,
  traceCrmCall: () => {},
  traceJob: (_name, work) => work(),
  close: async () => {},
};
