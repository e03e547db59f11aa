import { CrmError } from "@sweetspot/contract";
import { createPortHandler, type Ports } from "@sweetspot/crm-http";
import type { Database, SqlCrm } from "@sweetspot/crm-sql";
import { Hono } from "hono";
import { answerError } from "./http/answers.ts";
import { type GatewayConfig, isWorkbench } from "./config/config.model.ts";
import { createCrmRoutes } from "./http/crm-routes.ts";
import { checkHealth } from "./http/health.ts";
import type { HubspotRoom } from "./hubspot/hubspot-room.ts";
import { isHubspotRequest } from "./hubspot/passes.ts";
import { createLaunchCodes } from "./sessions/launch-codes.ts";
import { type Log, logRequests } from "./operation/log.ts";
import { LOCAL, type Operation } from "./operation/operation.ts";
import type { InsightRoom } from "./insights/insight-room.ts";
import type { RelationRoom } from "./relations/relation-room.ts";
import { createPageRoutes } from "./http/page-routes.ts";
import { createPages, type SiteFolders } from "./http/pages.ts";
import { createPortfolioRoutes } from "./http/portfolio-routes.ts";
import { guardRequests } from "./http/request-guard.ts";
import { limitBody, limitTime, withDeadline } from "./http/request-limits.ts";
import { secureAnswers } from "./http/secure-answers.ts";
import { createSessionRoutes } from "./sessions/session-routes.ts";
import type { Sessions } from "./sessions/sessions.ts";

export interface GatewayParts {
  readonly config: GatewayConfig;
  /** What the gateway really listens on. */
  readonly port: () => number;
  readonly version: string;
  readonly crm: SqlCrm;
  readonly storage: Database["kind"];
  readonly sessions: Sessions;
  readonly folders: SiteFolders;
  readonly log: Log;
  /** Shares, metrics and trail; without it there are none. */
  readonly operation?: Operation | undefined;
  /** Where this gateway is one of HubSpot's apps. */
  readonly hubspot?: HubspotRoom | undefined;
  /** Without it nobody has relations. */
  readonly relations?: Pick<RelationRoom, "readerOf"> | undefined;
  /** Without it nobody can compare customers. */
  readonly insights?: Pick<InsightRoom, "readerOf"> | undefined;
  /** They keep their own limits. */
  readonly routes?: Partial<FurtherRoutes>;
}

/** Further routes by path below `/api`. Whoever adds one is made to add it where all are tried for leaks, too. */
export type FurtherRoutes = Readonly<Record<"import" | "relations", Hono>>;

const PORT_SECONDS = 30;
const PORT_MEGABYTES = 16;

/** The whole gateway as one function from request to answer. */
export function createGateway(parts: GatewayParts): Hono {
  const {
    config,
    port,
    version,
    crm,
    storage,
    sessions,
    folders,
    log,
    operation,
    hubspot,
    relations,
    insights,
    routes = {},
  } = parts;
  const pages = createPages(folders);
  const app = new Hono();
  if (operation) app.use(operation.countRequests);
  app.use(logRequests(log), secureAnswers, guardRequests(config, port));
  app.onError((error, context) => {
    if (CrmError.is(error)) return answerError(context, error);
    log.error("request-failed", { method: context.req.method, error: error.name });
    return answerError(
      context,
      new CrmError("unavailable", "The gateway failed at this. Its log says where."),
    );
  });

  app.get("/healthz", async (context) => {
    const health = await checkHealth(crm, storage, version);
    return context.json(health, health.status === "ready" ? 200 : 503);
  });
  app.get("/readyz", async (context) => {
    const { status } = await checkHealth(crm, storage, version);
    return context.json({ status }, status === "ready" ? 200 : 503);
  });
  for (const [name, router] of Object.entries(routes)) app.route(`/api/${name}`, router);
  if (operation) for (const path of ["/api/*", "/hubspot/*"]) app.use(path, operation.limitCrowd);
  app.use("/api/*", limitBody(PORT_MEGABYTES), limitTime(PORT_SECONDS));
  const openPorts = async (request: Request): Promise<Ports> => {
    const user = sessions.memberOf(request);
    const open = async (): Promise<Ports> => {
      const ports = await crm.as(user);
      return {
        ...ports,
        ...(relations ? { relations: relations.readerOf(user, ports) } : {}),
        ...(insights ? { insights: insights.readerOf(user, ports) } : {}),
      };
    };
    return operation ? operation.admit({ tenant: LOCAL, user }, open) : open();
  };
  const speakPort = createPortHandler({
    access: (request) => (hubspot && isHubspotRequest(request) ? hubspot.ports(request) : openPorts(request)),
  });
  app.post("/api/port/*", (context) => speakPort(withDeadline(context.req.raw, PORT_SECONDS + 1)));
  if (operation) app.route("/", operation.routes).use("/api/*", operation.limitRate);
  // Whoever begins to connect is a stranger still, and is remembered for minutes.
  if (operation && hubspot) app.use("/hubspot/v1/install", operation.limitRate);
  app.route(
    "/api/crm",
    createCrmRoutes({ crm, sessions, elsewhere: hubspot && { owns: isHubspotRequest, ...hubspot.makes } }),
  );
  app.route("/api/portfolio", createPortfolioRoutes({ crm, sessions }));
  app.route(
    "/api",
    createSessionRoutes({
      crm,
      sessions,
      launchCodes: createLaunchCodes(),
      pages,
      hubspot,
      workbench: isWorkbench(config),
      insights: insights !== undefined,
    }),
  );
  if (hubspot) app.route("/hubspot/v1", hubspot.routes);
  for (const path of ["/api/*", "/hubspot/*"])
    app.all(path, () => {
      throw new CrmError("not-found", "The gateway has no such route.");
    });
  app.route("/", createPageRoutes({ folders, pages, frameAncestors: config.frameAncestors }));
  return app;
}
