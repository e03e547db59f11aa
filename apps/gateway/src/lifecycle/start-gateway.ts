import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { serve } from "@hono/node-server";
import { CrmError } from "@sweetspot/contract";
import {
  createSqlCrm,
  createSqlRelations,
  type Database,
  DatabaseTooNewError,
  openDatabase,
  type SqlCrm,
} from "@sweetspot/crm-sql";
import type { GatewayConfig } from "../config/config.model.ts";
import { prepareDataFolder } from "../data-folder/data-folder.ts";
import { type Answer, createDoor } from "./door.ts";
import { createGateway, type FurtherRoutes } from "../gateway.ts";
import { createAdminAccess } from "../sessions/admin-access.ts";
import { openHubspotRoom } from "../hubspot/hubspot-composition.ts";
import type { HubspotRoom } from "../hubspot/hubspot-room.ts";
import { createImport } from "../import/import-composition.ts";
import { createBossJobs } from "../jobs/boss-jobs.ts";
import type { Jobs } from "../jobs/jobs.port.ts";
import { lockFolder } from "../data-folder/lock-file.ts";
import type { Log } from "../operation/log.ts";
import type { SiteFolders } from "../http/pages.ts";
import { createOperation } from "../operation/operation.ts";
import { NO_TRACING, type Tracing } from "../operation/tracing.port.ts";
import { createInsightRoom, type InsightRoom } from "../insights/insight-room.ts";
import { createRelationRoom, type RelationRoom } from "../relations/relation-room.ts";
import { seedOnce } from "../data-folder/seed.ts";
import { createSessions } from "../sessions/sessions.ts";
import { StartError, systemCode } from "../data-folder/start-error.ts";
import { stopGateway } from "./stop-gateway.ts";

export interface RunningGateway {
  readonly url: string;
  /** Lets running requests finish, closes the database, gives the data folder free; within the time of its settings. */
  close(): Promise<void>;
}

export interface StartOptions {
  readonly config: GatewayConfig;
  readonly version: string;
  readonly folders: SiteFolders;
  readonly log: Log;
}

/**
 * Starts a gateway: data folder, lock, port, database, first data, in this order, so that whatever is wrong is noticed
 * before anything is changed.
 *
 * @throws StartError in words for the person who started it
 */
export async function startGateway({ config, version, folders, log }: StartOptions): Promise<RunningGateway> {
  await prepareDataFolder(config.dataFolder);
  // A server's data is not in the folder: any number of gateways may stand before it.
  const lock = config.databaseUrl === undefined ? await lockFolder(config.dataFolder) : undefined;
  const door = createDoor(answerStarting(config, version));
  let server: Server | undefined;
  let crm: SqlCrm | undefined;
  let hubspot: HubspotRoom | undefined;
  let relations: RelationRoom | undefined;
  let insights: InsightRoom | undefined;
  let jobs: Jobs | undefined;
  let tracing = NO_TRACING;
  const background = {
    async close() {
      relations?.close();
      insights?.close();
      await hubspot?.close();
      await jobs?.close();
      await tracing.close();
    },
  };
  try {
    server = await listen(config, door.answer);
    const { port } = server.address() as { readonly port: number };
    const url = `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
    await lock?.announce(url);
    const database = await open(config);
    crm = createSqlCrm(database);
    await seedOnce(crm, createSqlRelations(database), config.empty);
    const sessions = createSessions();
    // Gateways of one machine may share the folder where the data itself lies on a server.
    const folder = path.join(config.dataFolder, "imports", String(port));
    const admit = createAdminAccess({ crm, sessions, secret: lock?.secret });
    const onFinished = () => {
      relations?.crmChanged();
      insights?.crmChanged();
    };
    const imports = await createImport({ crm, admit, folder, log, onFinished });
    tracing = await openTracing(config, version);
    jobs = createBossJobs({ database, log, watch: tracing.traceJob });
    const operation = createOperation({ config, database, sessions, jobs, tracing });
    relations = await createRelationRoom({
      database,
      crm,
      log,
      sessions,
      admit,
      jobs,
      folder: path.join(config.dataFolder, "relations", String(port)),
      limitRate: operation.limitRate,
    });
    insights = createInsightRoom({ crm, log, jobs });
    hubspot = openHubspotRoom({ config, database, folders, log, operation, jobs, relations });
    await startJobs(jobs);
    const gateway = createGateway({
      config,
      port: () => port,
      version,
      crm,
      storage: database.kind,
      sessions,
      folders,
      log,
      operation,
      hubspot,
      relations,
      insights,
      routes: { import: imports, relations: relations.routes } satisfies FurtherRoutes,
    });
    door.open((request) => gateway.fetch(request));
    log.info("started", { storage: database.kind, port });
    const running = { door, server, crm, background, lock, limits: config.operation, log };
    return { url, close: () => stopGateway(running) };
  } catch (error) {
    const limits = { stopDelayMs: 0, stopPatienceMs: 1000 };
    await stopGateway({ door, server, crm, background, lock, limits, log });
    throw error;
  }
}

function listen(config: GatewayConfig, fetch: Answer): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, () =>
      resolve(server),
    ) as Server;
    server.requestTimeout = 15 * 60_000;
    server.headersTimeout = 10_000;
    server.once("error", (error) =>
      reject(new StartError(explainPort(config, systemCode(error)), { cause: error })),
    );
  });
}

function explainPort({ port, host }: GatewayConfig, code: string): string {
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start.`;
    case "EACCES":
      return `Port ${port} needs more rights than this user has. Choose one above 1023 with PORT.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST=${host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of its addresses.`;
    default:
      return `The gateway cannot listen on ${host}:${port} (${code || "unknown reason"}). Choose other values for HOST and PORT.`;
  }
}

async function open(config: GatewayConfig): Promise<Database> {
  const folder = path.join(config.dataFolder, "database");
  try {
    if (config.databaseUrl === undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { connections } = config.operation;
    return await openDatabase({ url: config.databaseUrl, folder, connections });
  } catch (error) {
    if (error instanceof DatabaseTooNewError) throw new StartError(error.message, { cause: error });
    const remedy =
      config.databaseUrl === undefined
        ? `Is its disk full? Otherwise choose another folder with SWEETSPOT_DATA.`
        : `Does the server of DATABASE_URL run, and may this user log in and create tables?`;
    const reason = CrmError.is(error) ? `${error.message} ${causeOf(error)}` : String(error);
    throw new StartError(`${reason.trim()} ${remedy}`, { cause: error });
  }
}

/** The libraries of OpenTelemetry are loaded where somebody wants traces. */
async function openTracing({ operation }: GatewayConfig, version: string): Promise<Tracing> {
  if (operation.tracesTo === undefined) return NO_TRACING;
  const { createOtlpTracing } = await import("../operation/otlp-tracing.ts");
  return createOtlpTracing({ collector: operation.tracesTo, version });
}

async function startJobs(jobs: Jobs): Promise<void> {
  try {
    await jobs.start();
  } catch (error) {
    if (!CrmError.is(error)) throw error;
    const remedy = "May the user of DATABASE_URL create schemas in its database?";
    throw new StartError(`${error.message} ${causeOf(error)} ${remedy}`, { cause: error });
  }
}

const causeOf = (error: CrmError): string =>
  error.cause instanceof Error && error.cause.message !== "" ? `(${error.cause.message})` : "";

const answerStarting =
  (config: GatewayConfig, version: string): Answer =>
  () =>
    Response.json(
      {
        status: "starting",
        version,
        storage: { kind: config.databaseUrl === undefined ? "pglite" : "postgresql", state: "opening" },
      },
      { status: 503, headers: { "Retry-After": "1" } },
    );
