import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { toRecordId } from "@sweetspot/contract";
import { demoPlans, demoWorld } from "@sweetspot/fixtures";
import { createHubspotCloud, createHubspotEmulator } from "@sweetspot/hubspot-emulator";
import { serveHubspot } from "@sweetspot/hubspot-emulator/server";
import { startSweetspot } from "../support/start-sweetspot.ts";

/** The gateway as HubSpot and browsers know it; a real one stands behind. */
export const GATEWAY = "https://gateway.example";
const PORTAL = 4711;
const SECRET = "client-secret";
const REDIRECT = `${GATEWAY}/hubspot/v1/oauth/callback`;
const ROOT = path.resolve(import.meta.dirname, "../..");

/** What a card's emulated worker shows; apps/hubspot is no member of the workspace, so its bench is known by shape alone. */
export interface CardNode {
  readonly id: string;
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly (CardNode | string)[];
}

interface HubspotBench {
  buildBundle(options: object): Promise<string>;
  runBundle(options: object): { nodes(): readonly CardNode[]; tree(): readonly (CardNode | string)[] };
  createProxy(options: object): (url: string, request?: object) => Promise<Response>;
}

export interface CardWorker {
  readonly tree: () => readonly (CardNode | string)[];
  readonly trigger: (id: string, event: string, ...values: readonly unknown[]) => void;
}

const CARDS = ["company-tab", "deal-sidebar", "settings"] as const;
/** The settings page stands where a card does: HubSpot shows both from a worker. */
export type CardName = (typeof CARDS)[number];

export interface PortalBench {
  /** Where the real gateway answers. */
  readonly url: string;
  /** A deal of the demo company's account. */
  readonly deal: string;
  /** The version of the plan whose figures stand at a company in HubSpot; 0 without any. */
  figuresOf(company: string): number;
  /** Runs a card's production bundle for one user and record. */
  startCard(options: {
    readonly user: string;
    readonly card: CardName;
    readonly record: string;
    readonly locale: string;
    readonly actions: object;
    readonly onChange: () => void;
  }): CardWorker;
  stop(): Promise<void>;
}

/** An emulated HubSpot with the demo company in it, the real gateway as its app, and the uploaded cards built. */
export async function startPortal(): Promise<PortalBench> {
  const scratch = await mkdtemp(path.join(tmpdir(), "sweetspot-portal-"));
  const bench = await loadBench(scratch);
  const emulator = createHubspotEmulator(demoWorld(), { portalId: PORTAL });
  const app = { clientId: "app", clientSecret: SECRET, redirectUris: [REDIRECT] };
  const cloud = createHubspotCloud({ app, portals: [emulator] });
  const hubspot = await serveHubspot(cloud);
  const settings = {
    SWEETSPOT_URL: GATEWAY,
    HUBSPOT_CLIENT_ID: app.clientId,
    HUBSPOT_CLIENT_SECRET: SECRET,
    HUBSPOT_REDIRECT_URL: REDIRECT,
    HUBSPOT_API_URL: hubspot.basePath,
    SWEETSPOT_TOKEN_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
  };
  Object.assign(process.env, settings);
  const sweetspot = await startSweetspot({ empty: true });
  for (const name of Object.keys(settings)) delete process.env[name];

  const proxyFor = (user: string) =>
    bench.createProxy({
      permitted: [GATEWAY],
      secret: SECRET,
      identity: {
        userId: Number(emulator.signIn(toRecordId(user)).userId),
        portalId: PORTAL,
        userEmail: "user@example.com",
      },
      backend: (request: Request) => forward(request, sweetspot.url),
    });
  const connect = async (user: string): Promise<void> => {
    const begun = await fetch(`${sweetspot.url}/hubspot/v1/install`, { redirect: "manual" });
    const query = new URL(begun.headers.get("location") ?? "").searchParams;
    const code = cloud.authorize({
      portalId: PORTAL,
      user: toRecordId(user),
      redirectUri: REDIRECT,
      scopes: (query.get("scope") ?? "").split(" "),
      codeChallenge: query.get("code_challenge") ?? "",
    });
    const cookie = (begun.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const back = `${sweetspot.url}/hubspot/v1/oauth/callback?code=${code}&state=${query.get("state")}`;
    const answer = await fetch(back, { headers: { cookie } });
    if (!answer.ok) throw new Error(`Connecting failed: ${answer.status} ${await answer.text()}`);
  };
  await connect("member-ratih");
  await connect("member-lena");
  await seedPlans(proxyFor("member-ratih"), sweetspot.url);

  const project = path.join(scratch, "project");
  const files = new Map<CardName, string>();
  for (const entry of CARDS)
    files.set(
      entry,
      await bench.buildBundle({
        project,
        folder: entry === "settings" ? "settings" : "cards",
        entry,
        scratch,
      }),
    );
  const deal = demoWorld().opportunities.find(
    ({ account }) => account.state === "known" && account.value === "account-haver",
  );
  return {
    url: sweetspot.url,
    deal: deal?.id ?? "",
    figuresOf: (company) =>
      Number(emulator.portal.records.companies.get(company)?.properties["sweetspot_plan_version"] ?? 0),
    startCard({ user, card, record, locale, actions, onChange }) {
      const worker = bench.runBundle({
        file: files.get(card),
        actions,
        onChange,
        hsFetch: proxyFor(user),
        context: {
          user: { locale },
          portal: { id: PORTAL },
          crm: { objectId: record, objectTypeId: card.startsWith("deal") ? "0-3" : "0-2" },
        },
      });
      return {
        tree: worker.tree,
        trigger: (id, event, ...values) => {
          const found = worker.nodes().find((node) => node.id === id)?.props[event];
          if (typeof found === "function") (found as (...given: readonly unknown[]) => void)(...values);
        },
      };
    },
    async stop() {
      await sweetspot.stop();
      await hubspot.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

/** Packages the project for this gateway, and loads HubSpot's build and the emulated worker from where they are installed. */
async function loadBench(scratch: string): Promise<HubspotBench> {
  const load = (file: string) => import(pathToFileURL(path.join(ROOT, file)).href) as Promise<object>;
  const { ensureHubspot } = (await load("scripts/hubspot.mjs")) as { ensureHubspot(): boolean };
  if (!ensureHubspot()) throw new Error("npm ci in apps/hubspot failed.");
  const script = path.join(ROOT, "scripts/package-hubspot.mjs");
  const run = spawnSync(process.execPath, [script, "--gateway", GATEWAY, "--out", scratch], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr);
  const files = ["bundle", "worker", "proxy"].map((name) => load(`apps/hubspot/test/${name}.fixture.ts`));
  return Object.assign({}, ...(await Promise.all(files))) as HubspotBench;
}

/** The request HubSpot signed, to where the gateway really is. */
export async function forward(request: Request, url: string): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const body = request.method === "GET" ? undefined : await request.arrayBuffer();
  return fetch(`${url}${pathname}${search}`, {
    method: request.method,
    headers: request.headers,
    ...(body === undefined ? {} : { body }),
  });
}

/** The demo company's plan and library, written through the ports as its admin. */
async function seedPlans(
  proxy: (url: string, request?: object) => Promise<Response>,
  url: string,
): Promise<void> {
  const body = { objectType: "company", objectId: "account-haver", widget: "white-space" };
  const launch = await proxy(`${GATEWAY}/hubspot/v1/launch`, { method: "POST", body });
  const { uri, ...refusal } = (await launch.json()) as { uri?: string };
  if (uri === undefined) throw new Error(`The gateway refuses to launch: ${JSON.stringify(refusal)}`);
  const post = (at: string, sent: object, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}${at}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(sent),
    });
  const code = new URLSearchParams(new URL(uri).hash.slice(1)).get("code");
  const { token } = (await (await post("/api/launch/exchange", { code })).json()) as { token: string };
  for (const { scope, puts } of demoPlans()) {
    if (scope.kind === "account" && scope.account !== "account-haver") continue;
    const commit = {
      scope,
      key: `seed-${scope.kind}`,
      puts: puts.map((put) => ({ ...put, base: 0 })),
      removes: [],
    };
    const answer = await post(
      "/api/port/store/commit",
      { arguments: [commit] },
      { authorization: `Bearer ${token}` },
    );
    if (!answer.ok) throw new Error(`Seeding failed: ${await answer.text()}`);
  }
}
