import { CrmError, type CrmErrorCode } from "@sweetspot/contract";
import type { ConnectionCounts } from "@sweetspot/crm-sql";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { type Ports, watchPorts } from "./watched-ports.ts";

/** One request to a CRM's own API, as its adapter tells of it. */
export interface CrmCall {
  /** What was asked for, in words of the adapter: "companies.read". */
  readonly name: string;
  readonly kind: string;
  /** 0 where the line broke. */
  readonly status: number;
  readonly ms: number;
}

/** What Prometheus collects. Labels are routes, methods and codes of ours: never a name, an id or a tenant. */
export interface Metrics {
  /** Counts and times every request by the route that answered it. */
  readonly countRequests: MiddlewareHandler;
  /** The ports, counted and timed. */
  watch<P extends Ports>(ports: P): P;
  countCrmCall(system: string, call: CrmCall): void;
  /** How many requests are under way now. */
  showUnderWay(requests: number): void;
  /** One was refused because too many were. */
  countRefused(): void;
  /** All of it in Prometheus' text format. */
  readonly contentType: string;
  text(): Promise<string>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** @param connections of the database at this moment; undefined for one without */
export function createMetrics(connections: () => ConnectionCounts | undefined): Metrics {
  const registers = [new Registry()];
  const [register] = registers as [Registry];
  collectDefaultMetrics({ register });
  const requests = new Histogram({
    name: "sweetspot_request_seconds",
    help: "Requests by route and status.",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers,
  });
  const underWay = new Gauge({
    name: "sweetspot_requests_under_way",
    help: "Requests to the API that are not answered yet.",
    registers,
  });
  const refused = new Counter({
    name: "sweetspot_requests_refused_total",
    help: "Requests that were refused because SWEETSPOT_REQUESTS_AT_ONCE others were under way.",
    registers,
  });
  const calls = new Histogram({
    name: "sweetspot_port_call_seconds",
    help: "Calls of the ports by method and outcome: ok, aborted, or the code of the error.",
    labelNames: ["call", "outcome"],
    buckets: SECONDS,
    registers,
  });
  const commits = new Counter({
    name: "sweetspot_commits_total",
    help: "Commits of plans: stored, conflict (somebody was faster), refused, or failed.",
    labelNames: ["outcome"],
    registers,
  });
  const crmCalls = new Histogram({
    name: "sweetspot_crm_call_seconds",
    help: "Requests to the API of a CRM by kind and status; 0 is a broken line.",
    labelNames: ["system", "kind", "status"],
    buckets: SECONDS,
    registers,
  });
  const databaseConnections = new Gauge({
    name: "sweetspot_database_connections",
    help: "Connections to PostgreSQL, and queries that wait for one.",
    labelNames: ["state"],
    registers: connections() === undefined ? [] : registers,
    collect() {
      for (const [state, count] of Object.entries(connections() ?? {}))
        databaseConnections.set({ state }, count);
    },
  });

  const time = async (call: string, work: Promise<unknown>, signal: AbortSignal | undefined) => {
    const began = performance.now();
    const outcome = await work.then(() => "ok", outcomeOf(signal));
    calls.observe({ call, outcome }, (performance.now() - began) / 1000);
    if (call === "store/commit") commits.inc({ outcome: COMMIT_OUTCOMES[outcome] ?? "failed" });
  };

  return {
    async countRequests(context, next) {
      const began = performance.now();
      await next();
      const labels = {
        method: context.req.method,
        route: routePath(context),
        status: context.res.status,
      };
      requests.observe(labels, (performance.now() - began) / 1000);
    },
    watch: (ports) =>
      watchPorts(ports, (call, work, signal) => {
        const answer = work();
        if (answer instanceof Promise) void time(call, answer, signal);
        return answer;
      }),
    countCrmCall: (system, { kind, status, ms }) => crmCalls.observe({ system, kind, status }, ms / 1000),
    showUnderWay: (count) => underWay.set(count),
    countRefused: () => refused.inc(),
    contentType: register.contentType,
    text: () => register.metrics(),
  };
}

const COMMIT_OUTCOMES: Readonly<Record<string, string>> = {
  ok: "stored",
  conflict: "conflict",
  malformed: "refused",
  forbidden: "refused",
  "not-found": "refused",
} satisfies Partial<Record<CrmErrorCode | "ok", string>>;

/** "aborted", the code of a `CrmError`, or "unexpected". */
export const outcomeOf =
  (signal: AbortSignal | undefined) =>
  (error: unknown): string =>
    signal?.aborted ? "aborted" : CrmError.is(error) ? error.code : "unexpected";
