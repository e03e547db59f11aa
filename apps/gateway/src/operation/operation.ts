import {
  CrmError,
  type CrmReader,
  type InsightReader,
  type PlanStore,
  type RelationReader,
  toRecordId,
} from "@sweetspot/contract";
import { createAudit, type Database, forgetPast } from "@sweetspot/crm-sql";
import { Hono, type MiddlewareHandler } from "hono";
import { isSame } from "../sessions/admin-access.ts";
import { auditPorts } from "../privacy/audited-ports.ts";
import { type GatewayConfig, isWorkbench } from "../config/config.model.ts";
import { limitCrowd } from "../http/crowd-limit.ts";
import type { Jobs } from "../jobs/jobs.port.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { type Caller, createRateLimits, limitRate } from "./rate-limits.ts";
import { NO_TRACING, type Tracing } from "./tracing.port.ts";
import { bearerOf, type Sessions } from "../sessions/sessions.ts";

/** The tenant of members of the gateway's own database. */
export const LOCAL = "local";
/** Whoever has shown nothing; together they have what a tenant has. */
const STRANGER: Caller = { tenant: "", user: undefined };

export interface Operation extends Pick<Metrics, "countRequests" | "countCrmCall"> {
  /** Refuses what comes while too much is under way. */
  readonly limitCrowd: MiddlewareHandler;
  /** For requests that call no port. */
  readonly limitRate: MiddlewareHandler;
  /**
   * Opens the ports for a user: within its share of requests, counted, and with a trail of what it looks at.
   *
   * @throws CrmError `rate-limited`
   */
  admit<
    P extends {
      readonly reader: CrmReader;
      readonly store: PlanStore;
      readonly relations?: RelationReader;
      readonly insights?: InsightReader;
    },
  >(
    caller: { readonly tenant: string; readonly user: string },
    open: () => Promise<P>,
  ): Promise<P>;
  /** `/metrics`: for a collector that shows the token, or on a machine of one's own. */
  readonly routes: Hono;
}

export interface OperationParts {
  readonly config: GatewayConfig;
  readonly database: Database;
  readonly sessions: Sessions;
  readonly jobs: Jobs;
  /** Default: none. */
  readonly tracing?: Tracing;
}

const DAY_MS = 86_400_000;

/** What an operator needs of a running gateway: shares, figures, a trail, and forgetting in time. */
export function createOperation({
  config,
  database,
  sessions,
  jobs,
  tracing = NO_TRACING,
}: OperationParts): Operation {
  const { metricsToken, userRequests, tenantRequests, requestSeconds, requestsAtOnce } = config.operation;
  const metrics = createMetrics(() => database.connections());
  const limits = createRateLimits({
    perUser: userRequests,
    perTenant: tenantRequests,
    windowSeconds: requestSeconds,
    engine: database.engine,
  });
  const audit = createAudit(database);

  const routes = new Hono();
  routes.get("/metrics", async (context) => {
    if (metricsToken === undefined && !isWorkbench(config))
      throw new CrmError("not-found", "Set SWEETSPOT_METRICS_TOKEN to have metrics.");
    const shown = bearerOf(context.req.raw);
    if (metricsToken !== undefined && !(shown !== undefined && isSame(shown, metricsToken)))
      throw new CrmError("unauthenticated", "Show the token of SWEETSPOT_METRICS_TOKEN.");
    return context.body(await metrics.text(), 200, { "Content-Type": metrics.contentType });
  });

  jobs.define({
    name: "forget-past",
    every: "17 */6 * * *",
    lookSeconds: 60,
    run() {
      const { historyDays, auditDays } = config.operation;
      const since = (days: number): Date | undefined =>
        days === 0 ? undefined : new Date(Date.now() - days * DAY_MS);
      return forgetPast(database, { historySince: since(historyDays), readsSince: since(auditDays) });
    },
  });

  return {
    countRequests: (context, next) =>
      tracing.traceRequests(context, async () => void (await metrics.countRequests(context, next))),
    countCrmCall(system, call) {
      metrics.countCrmCall(system, call);
      tracing.traceCrmCall(system, call);
    },
    limitCrowd: limitCrowd({
      most: requestsAtOnce,
      onChange: metrics.showUnderWay,
      onRefused: metrics.countRefused,
    }),
    limitRate: limitRate(limits, (request) => callerOf(request, sessions)),
    async admit(caller, open) {
      await limits.take(caller);
      const by = toRecordId(caller.user);
      const ports = auditPorts(await open(), (scopes) => audit.note(caller.tenant, by, scopes));
      return tracing.traceCalls(metrics.watch(ports));
    },
    routes,
  };
}

function callerOf(request: Request, sessions: Sessions): Caller {
  if (bearerOf(request) === undefined) return STRANGER;
  try {
    return { tenant: LOCAL, user: sessions.memberOf(request) };
  } catch (error) {
    // It may be somebody else's session: the route itself knows.
    if (CrmError.is(error, "unauthenticated")) return STRANGER;
    throw error;
  }
}
