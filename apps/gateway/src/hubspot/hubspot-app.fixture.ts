import { tmpdir } from "node:os";
import type { CrmError, RecordId } from "@sweetspot/contract";
import { createSqlCrm, type Database } from "@sweetspot/crm-sql";
import { buildAccount, CONFORMANCE_USERS, conformanceWorld, type CrmWorld } from "@sweetspot/fixtures";
import {
  createHubspotCloud,
  createHubspotEmulator,
  type HubspotCloudOptions,
} from "@sweetspot/hubspot-emulator";
import { serveHubspot } from "@sweetspot/hubspot-emulator/server";
import type { Hono } from "hono";
import { readConfig } from "../config/config.model.ts";
import { createGateway, type GatewayParts } from "../gateway.ts";
import type { Jobs } from "../jobs/jobs.port.ts";
import { createMemoryJobs } from "../jobs/memory-jobs.testing.ts";
import { createLog } from "../operation/log.ts";
import { createSessions } from "../sessions/sessions.ts";
import { createTenantPrivacy } from "../privacy/tenant-privacy.ts";
import { openEmptyDatabase } from "./empty-database.fixture.ts";
import { createHubspotRoom, type HubspotRoomParts } from "./hubspot-room.ts";
import { signatureOf } from "./request-signature.ts";

export const ORIGIN = "https://plans.example.com";
export const SECRET = "client-secret";
const REDIRECT = `${ORIGIN}/hubspot/v1/oauth/callback`;
const KEY = Buffer.alloc(32, 7).toString("base64");

export const { rep: REP, otherRep: OTHER_REP, admin: ADMIN } = CONFORMANCE_USERS;
/** Both portals have it, under the same id. */
export const NORDWIND = "acc-nordwind";
/** Of one portal alone. */
export const secretAccountOf = (portal: number): string => `acc-secret-${portal}`;

export interface HubspotAppOptions extends Partial<Omit<HubspotCloudOptions, "app">> {
  readonly database?: Database;
  readonly environment?: Readonly<Record<string, string>>;
  readonly room?: Partial<HubspotRoomParts>;
  /** HubSpot answers nothing before this has ended. */
  readonly before?: () => Promise<void>;
  /** Of an instance before this database; whoever makes them starts and closes them. Default: jobs of a test. */
  readonly jobs?: (own: Database) => Jobs;
  /** Further routes, as in `createGateway`. */
  readonly routes?: NonNullable<GatewayParts["routes"]>;
}

/** Two portals in an emulated HubSpot, the first with custom objects, and gateways before one database that are its app. */
export async function openHubspotApp(options: HubspotAppOptions = {}) {
  let passed = 0;
  const now = (): number => Date.now() + passed;
  const database = options.database ?? (await openEmptyDatabase());
  const portals = [1, 2].map((portalId) =>
    createHubspotEmulator(worldOf(portalId), { portalId, now, hasCustomObjects: portalId === 1 }),
  );
  const cloud = createHubspotCloud({
    app: { clientId: "app", clientSecret: SECRET, redirectUris: [REDIRECT] },
    portals,
    now,
    ...options,
  });
  const asked: string[] = [];
  const running = await serveHubspot({
    async handle(request) {
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      await options.before?.();
      return cloud.handle(request);
    },
  });
  const lines: string[] = [];
  const closing: (() => Promise<void>)[] = [];

  /** One more instance before the same database, by connections of its own where these are given. */
  function startInstance(environment: Readonly<Record<string, string>> = {}, own: Database = database) {
    const config = readConfig(
      {
        HUBSPOT_CLIENT_ID: "app",
        HUBSPOT_CLIENT_SECRET: SECRET,
        HUBSPOT_REDIRECT_URL: REDIRECT,
        HUBSPOT_API_URL: running.basePath,
        SWEETSPOT_TOKEN_KEYS: `k1:${KEY}`,
        ...options.environment,
        ...environment,
      },
      [],
      "/",
    );
    if (!config.hubspot) throw new Error("The gateway is no app of HubSpot's.");
    const log = createLog("debug", (line) => lines.push(line));
    const room = createHubspotRoom({
      config: config.hubspot,
      database: own,
      log,
      jobs: options.jobs?.(own) ?? createMemoryJobs(),
      widgets: async () => ["white-space"],
      summaries: [],
      privacy: createTenantPrivacy(own),
      folder: tmpdir(),
      // A slow machine is no failing gateway.
      answerSeconds: { webhooks: 80, cards: 80, settings: 80 },
      now,
      ...options.room,
    });
    closing.push(() => room.close());
    const crm = createSqlCrm(own);
    const sessions = createSessions();
    const gateway: Hono = createGateway({
      config,
      port: () => 4173,
      version: "1.2.3",
      crm,
      storage: own.kind,
      sessions,
      folders: { workbench: "/nowhere", frame: "/nowhere", catalogue: "/nowhere" },
      log,
      hubspot: room,
      routes: options.routes ?? {},
    });
    const ask = (at: string, init: RequestInit = {}): Promise<Response> =>
      Promise.resolve(
        gateway.request(`${ORIGIN}${at}`, {
          ...init,
          headers: { host: "plans.example.com", ...(init.headers as Record<string, string>) },
        }),
      );
    return { room, gateway, ask };
  }
  const first = startInstance();

  const post = (at: string, body: unknown, headers: Record<string, string> = {}, of = first) =>
    of.ask(at, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    });

  /** As HubSpot's proxy sends it: identity appended to the address, everything signed. */
  function sign(at: string, body: unknown, query: Readonly<Record<string, string>> = {}, method = "POST") {
    const appended = new URLSearchParams(query).toString();
    const target = appended === "" ? at : `${at}${at.includes("?") ? "&" : "?"}${appended}`;
    const request = {
      method,
      url: `${ORIGIN}${target}`,
      body: body === undefined ? "" : JSON.stringify(body),
      timestamp: String(now()),
    };
    return {
      target,
      init: {
        method,
        ...(body === undefined ? {} : { body: request.body }),
        headers: {
          "content-type": "application/json",
          "x-hubspot-signature-v3": signatureOf(request, SECRET),
          "x-hubspot-request-timestamp": request.timestamp,
        },
      },
    };
  }

  const userIdOf = (member: RecordId, portalId = 1): string =>
    portals[portalId - 1]?.signIn(member).userId ?? "0";

  const callSigned = (
    at: string,
    body: unknown,
    {
      member = REP,
      portalId = 1,
      of = first,
    }: { member?: RecordId; portalId?: number; of?: typeof first } = {},
  ): Promise<Response> => {
    const { target, init } = sign(at, body, {
      userId: userIdOf(member, portalId),
      portalId: String(portalId),
      userEmail: "user@example.com",
      appId: "9",
    });
    return of.ask(target, init);
  };

  /** The user's browser: to HubSpot and back. */
  async function beginInstall(of = first) {
    const answer = await of.ask("/hubspot/v1/install");
    const location = new URL(answer.headers.get("location") ?? "");
    const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const query = location.searchParams;
    return {
      answer,
      location,
      cookie,
      state: query.get("state") ?? "",
      challenge: query.get("code_challenge") ?? "",
    };
  }
  async function connect(
    member: RecordId = REP,
    portalId = 1,
    of = first,
    scopes: readonly string[] = ["oauth"],
  ): Promise<Response> {
    const { cookie, state, challenge } = await beginInstall(of);
    const code = cloud.authorize({
      portalId,
      user: member,
      redirectUri: REDIRECT,
      scopes,
      codeChallenge: challenge,
    });
    const page = await of.ask(`/hubspot/v1/oauth/callback?code=${code}&state=${state}`, {
      headers: { cookie },
    });
    // What follows in the background would meet the jumps of the test's clock.
    await of.room.settle();
    return page;
  }

  const launch = async (
    record: Readonly<Record<string, string>> = {},
    options: Parameters<typeof callSigned>[2] = {},
  ) =>
    (await (
      await callSigned(
        "/hubspot/v1/launch",
        { objectType: "company", objectId: NORDWIND, widget: "white-space", locale: "de", ...record },
        options,
      )
    ).json()) as { uri: string; expiresInSeconds: number; state?: string };
  const codeIn = (uri: string): string => new URLSearchParams(new URL(uri).hash.slice(1)).get("code") ?? "";
  const exchange = (code: string, of = first) => post("/api/launch/exchange", { code }, {}, of);
  /** From the card's click to the frame's session. */
  async function openSession(
    record: Readonly<Record<string, string>> = {},
    options: Parameters<typeof callSigned>[2] = {},
  ): Promise<string> {
    const { uri } = await launch(record, options);
    const answer = await exchange(codeIn(uri));
    return ((await answer.json()) as { token: string }).token;
  }
  const callPort = (token: string, method: string, args: readonly unknown[], of = first) =>
    post(`/api/port/${method}`, { arguments: args }, { authorization: `Bearer ${token}` }, of);

  return {
    ...first,
    database,
    /** Where the emulated HubSpot listens. */
    apiUrl: running.basePath,
    tokenKeys: `k1:${KEY}`,
    redirectUrl: REDIRECT,
    cloud,
    portals,
    asked,
    lines,
    now,
    startInstance,
    post,
    sign,
    userIdOf,
    callSigned,
    beginInstall,
    connect,
    /** What nobody waits for is done with this admin's rights from now on. */
    async lend(member: RecordId = ADMIN, portalId = 1): Promise<void> {
      await callSigned("/hubspot/v1/settings/write", { background: true }, { member, portalId });
      await first.room.settle();
    },
    launch,
    codeIn,
    exchange,
    openSession,
    callPort,
    pass(milliseconds: number) {
      passed += milliseconds;
    },
    async close() {
      for (const close of closing) await close();
      await running.close();
    },
  };
}

const worldOf = (portalId: number): CrmWorld => {
  const world = conformanceWorld();
  return {
    ...world,
    accounts: [...world.accounts, buildAccount(secretAccountOf(portalId), `Secret of portal ${portalId}`)],
  };
};

export const errorOf = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { error: CrmError }).error.code;
