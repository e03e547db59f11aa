import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { integrityOf } from "@sweetspot/catalogue";
import { createHttpCrm } from "@sweetspot/crm-http";
import { createSqlCrm, openDatabase, type SqlCrm } from "@sweetspot/crm-sql";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAdminAccess } from "./sessions/admin-access.ts";
import { readConfig } from "./config/config.model.ts";
import { createGateway } from "./gateway.ts";
import { createLog } from "./operation/log.ts";
import { createSessions } from "./sessions/sessions.ts";

const ORIGIN = "http://127.0.0.1:4173";
const WIDGET_CODE = "export const widget = 1;\n";
const lines: string[] = [];
const sessions = createSessions();
let folder: string;
let crm: SqlCrm;
let gateway: Hono;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sweetspot-site-"));
  await writeSite(folder);
  const database = await openDatabase();
  crm = createSqlCrm(database);
  await crm.writeWorld(conformanceWorld());
  gateway = build({});
});
afterAll(async () => {
  await crm.close();
  await rm(folder, { recursive: true, force: true });
});

const build = (environment: Record<string, string>): Hono =>
  createGateway({
    config: readConfig(environment, [], "/"),
    port: () => 4173,
    version: "1.2.3",
    crm,
    storage: "pglite",
    sessions,
    folders: {
      workbench: path.join(folder, "workbench"),
      frame: path.join(folder, "frame"),
      catalogue: path.join(folder, "dist"),
    },
    log: createLog("debug", (line) => lines.push(line)),
  });

const ask = (at: string, init: RequestInit & { headers?: Record<string, string> } = {}, of = gateway) =>
  of.request(`${ORIGIN}${at}`, { ...init, headers: { host: "127.0.0.1:4173", ...init.headers } });
const post = (at: string, body: unknown, headers: Record<string, string> = {}, of = gateway) =>
  ask(
    at,
    {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    },
    of,
  );
const signIn = async (member: string): Promise<{ authorization: string }> => {
  const answer = (await (await post("/api/session", { member })).json()) as { token: string };
  return { authorization: `Bearer ${answer.token}` };
};
const codeOf = async (answer: Response): Promise<unknown> =>
  ((await answer.json()) as { error: { code: string } }).error.code;

describe("what every answer carries", () => {
  it.each(["/", "/frame/", "/healthz", "/widgets.json", "/api/members", "/api/nothing", "/missing.js"])(
    "%s forbids sniffing, referrers and inline code",
    async (at) => {
      const { headers } = await ask(at);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors");
      expect(policy).not.toContain("unsafe");
    },
  );

  it.each(["evil.example:4173", "127.0.0.1:80", "127.0.0.1.evil.example:4173", "", "localhost"])(
    "a request for the host %j is turned away",
    async (host) => {
      expect((await ask("/api/members", { headers: { host } })).status).toBe(421);
      expect((await ask("/", { headers: { host } })).status).toBe(421);
    },
  );

  it("for HubSpot finds nothing where the gateway is no app of it", async () => {
    for (const at of ["install", "oauth/callback", "launch", "webhooks"]) {
      expect((await ask(`/hubspot/v1/${at}`)).status).toBe(404);
      expect((await post(`/hubspot/v1/${at}`, {})).status).toBe(404);
    }
  });

  it("a proxy's name is answered when SWEETSPOT_URL tells it", async () => {
    const behindProxy = build({ SWEETSPOT_URL: "https://plans.example.com" });
    expect((await ask("/healthz", { headers: { host: "plans.example.com" } }, behindProxy)).status).toBe(200);
  });

  it("nothing it logs names a person, a record or a token", async () => {
    const rep = await signIn(CONFORMANCE_USERS.rep);
    lines.length = 0;
    await post("/api/port/reader/openAccount", { arguments: ["acc-nordwind"] }, rep);
    await ask("/accounts/acc-nordwind/secret");
    expect(lines.length).toBe(2);
    expect(lines.join()).not.toMatch(/nordwind|mara|secret|Bearer/i);
    expect(lines.join()).not.toContain(rep.authorization.slice(7));
  });
});

describe("signing in", () => {
  it("lists those one can be, and gives a token for one of them", async () => {
    const { members } = (await (await ask("/api/members")).json()) as { members: { id: string }[] };
    expect(members.map((member) => member.id)).toEqual(["user-ines", "user-mara", "user-tomas"]);
    const answer = await post("/api/session", { member: CONFORMANCE_USERS.rep });
    expect(await answer.json()).toMatchObject({
      token: expect.stringMatching(/^[\w-]{43}$/),
      member: { id: CONFORMANCE_USERS.rep, role: "rep" },
    });
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it.each(["user-nobody", "user-olaf"])("%s, who is nobody or has left, gets none", async (member) => {
    const answer = await post("/api/session", { member });
    expect([answer.status, await codeOf(answer)]).toEqual([401, "unauthenticated"]);
  });

  it("is not a matter of choice once others can reach the gateway", async () => {
    const open = build({ HOST: "0.0.0.0" });
    expect((await post("/api/session", { member: CONFORMANCE_USERS.rep }, {}, open)).status).toBe(403);
    expect((await ask("/api/members", {}, open)).status).toBe(401);
    const behindProxy = build({ SWEETSPOT_URL: "https://plans.example.com" });
    expect((await post("/api/session", { member: CONFORMANCE_USERS.rep }, {}, behindProxy)).status).toBe(403);
  });

  it("is refused to other sites' pages", async () => {
    const answer = await post(
      "/api/session",
      { member: CONFORMANCE_USERS.rep },
      { origin: "https://evil.example" },
    );
    expect([answer.status, await codeOf(answer)]).toEqual([403, "forbidden"]);
    expect((await post("/api/session", { member: "user-mara" }, { origin: "null" })).status).toBe(403);
    expect((await post("/api/session", { member: "user-mara" }, { origin: ORIGIN })).status).toBe(200);
  });

  it("ends when the session is closed", async () => {
    const rep = await signIn(CONFORMANCE_USERS.rep);
    expect((await ask("/api/session", { method: "DELETE", headers: rep })).status).toBe(204);
    expect((await post("/api/port/reader/whoAmI", { arguments: [] }, rep)).status).toBe(401);
  });
});

describe("the ports", () => {
  it("answer a client of crm-http as the member signed in", async () => {
    const { authorization } = await signIn(CONFORMANCE_USERS.rep);
    const { reader } = createHttpCrm({
      baseUrl: ORIGIN,
      token: () => authorization.slice(7),
      fetch: async (input, init) => {
        const request = new Request(input, init);
        request.headers.set("host", "127.0.0.1:4173");
        return gateway.fetch(request);
      },
    });
    expect((await reader.whoAmI()).id).toBe(CONFORMANCE_USERS.rep);
    expect((await reader.listAccounts({ search: "secret" })).items).toEqual([]);
  });

  it("answer nobody without a token", async () => {
    expect((await post("/api/port/reader/whoAmI", { arguments: [] })).status).toBe(401);
  });

  it("can be called by a frame without an origin, which shows its token", async () => {
    const preflight = await ask("/api/port/reader/whoAmI", {
      method: "OPTIONS",
      headers: { origin: "null", "access-control-request-method": "POST" },
    });
    expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([204, "null"]);
    const rep = await signIn(CONFORMANCE_USERS.rep);
    const answer = await post("/api/port/reader/whoAmI", { arguments: [] }, { ...rep, origin: "null" });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, "null"]);
  });

  it("refuse a body that is too large", async () => {
    const rep = await signIn(CONFORMANCE_USERS.rep);
    const answer = await post("/api/port/reader/whoAmI", { arguments: ["x".repeat(17 * 1024 * 1024)] }, rep);
    expect(await codeOf(answer)).toBe("malformed");
  });

  it("start tasks and opportunities, and say which field is wrong", async () => {
    const rep = await signIn(CONFORMANCE_USERS.rep);
    const task = { account: "acc-nordwind", subject: "Call", due: "2027-01-01" };
    expect((await post("/api/crm/tasks", task, rep)).status).toBe(201);
    const wrong = await post("/api/crm/tasks", { ...task, due: "tomorrow" }, rep);
    expect(((await wrong.json()) as { error: { message: string } }).error.message).toMatch(/^due:/);
    expect((await post("/api/crm/opportunities", { account: "acc-secret", name: "X" }, rep)).status).toBe(
      404,
    );
    expect((await post("/api/crm/tasks", task)).status).toBe(401);
  });
});

describe("a launch code", () => {
  const launch = { account: "acc-nordwind", widget: "white-space" };

  it("hands the member to a frame, once", async () => {
    const rep = await signIn(CONFORMANCE_USERS.rep);
    const { code, url } = (await (await post("/api/launch", launch, rep)).json()) as {
      code: string;
      url: string;
    };
    expect(url).toBe(`/frame/?widget=white-space#code=${code}`);
    const first = await post("/api/launch/exchange", { code }, { origin: "null" });
    expect(await first.json()).toMatchObject({ ...launch, member: { id: CONFORMANCE_USERS.rep } });
    expect((await post("/api/launch/exchange", { code })).status).toBe(401);
  });

  it("is not given for an account the member cannot see, a widget nobody lists, or without a session", async () => {
    const rep = await signIn(CONFORMANCE_USERS.rep);
    expect((await post("/api/launch", { ...launch, account: "acc-secret" }, rep)).status).toBe(404);
    expect((await post("/api/launch", { ...launch, widget: "spy" }, rep)).status).toBe(404);
    expect((await post("/api/launch", launch)).status).toBe(401);
  });
});

describe("what only admins may do", () => {
  it("is open to an admin's session and to the lock file's secret, and to nobody else", async () => {
    const secret = "s".repeat(43);
    const check = createAdminAccess({ crm, sessions, secret });
    const showing = (authorization: string) => new Request(ORIGIN, { headers: { authorization } });
    await check(showing((await signIn(CONFORMANCE_USERS.admin)).authorization));
    await check(showing(`Bearer ${secret}`));
    await expect(check(showing((await signIn(CONFORMANCE_USERS.rep)).authorization))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(check(showing(`Bearer ${"t".repeat(43)}`))).rejects.toMatchObject({
      code: "unauthenticated",
    });
    const without = createAdminAccess({ crm, sessions, secret: undefined });
    await expect(without(showing(`Bearer ${"undefined".repeat(5)}`))).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});

describe("pages and files", () => {
  it("stand behind an import map with integrity that the policy lets in by its hash", async () => {
    const answer = await ask("/accounts/1");
    const html = await answer.text();
    expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
    expect(html).toContain(`"integrity":{"/widgets/demo/abc/remoteEntry.js":"${integrityOf(WIDGET_CODE)}"`);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'self' 'sha256-[^']+'/);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it("let the frame stand only in the pages an admin has named", async () => {
    const named = build({ SWEETSPOT_FRAME_ANCESTORS: "https://app.hubspot.com" });
    const answer = await ask("/frame/?widget=white-space", {}, named);
    const policy = answer.headers.get("content-security-policy");
    // The frame itself asks again who is around it.
    expect(await answer.text()).toContain('<meta name="sweetspot-hosts" content="https://app.hubspot.com">');
    expect(await (await ask("/frame/")).text()).not.toContain("sweetspot-hosts");
    expect(policy).toContain("frame-ancestors 'self' https://app.hubspot.com");
    expect((await ask("/frame?widget=a")).headers.get("location")).toBe("/frame/?widget=a");
  });

  it("keep files named by their content for ever, and the catalogue not at all", async () => {
    const file = await ask("/widgets/demo/abc/remoteEntry.js", { headers: { "accept-encoding": "gzip" } });
    expect(file.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(file.headers.get("access-control-allow-origin")).toBe("*");
    expect(file.headers.get("content-type")).toMatch(/javascript/);
    expect((await ask("/assets/app-1.js")).headers.get("cache-control")).toContain("immutable");
    const missing = await ask("/widgets/demo/abc/gone.js");
    expect([missing.status, missing.headers.get("cache-control")]).toEqual([404, null]);
    expect((await ask("/widgets.json")).headers.get("cache-control")).toBe("no-cache");
  });

  it("take up a changed catalogue without a restart", async () => {
    const file = path.join(folder, "dist/widgets.json");
    const before = await (await ask("/widgets.json")).json();
    await writeFile(file, '{ "widgets": [] }\n');
    expect(await (await ask("/widgets.json")).json()).toEqual({ widgets: [] });
    await writeFile(file, JSON.stringify(before));
  });

  it.each([
    "/widgets/../../package.json",
    "/assets/..%2f..%2fsecret.txt",
    "/frame/%2e%2e/secret.txt",
    "/secret.txt",
  ])("never leave their folder: %s", async (at) => {
    expect(await (await ask(at)).text()).not.toContain("secret of the house");
  });
});

describe("health", () => {
  it("tells version and state of the storage", async () => {
    expect(await (await ask("/healthz")).json()).toEqual({
      status: "ready",
      version: "1.2.3",
      storage: { kind: "pglite", state: "ready" },
    });
  });

  it("is 503 when the database does not answer", async () => {
    const database = await openDatabase();
    await database.close();
    const lost = createGateway({
      config: readConfig({}, [], "/"),
      port: () => 4173,
      version: "1.2.3",
      crm: createSqlCrm(database),
      storage: "pglite",
      sessions,
      folders: { workbench: folder, frame: folder, catalogue: folder },
      log: createLog("error", () => undefined),
    });
    const answer = await ask("/healthz", {}, lost);
    expect([answer.status, await answer.json()]).toMatchObject([503, { storage: { state: "failed" } }]);
    expect((await post("/api/session", { member: "user-mara" }, {}, lost)).status).toBe(503);
  });
});

async function writeSite(root: string): Promise<void> {
  const page = "<!doctype html><head><!-- sweetspot:head --></head><body></body>";
  await mkdir(path.join(root, "workbench/assets"), { recursive: true });
  await mkdir(path.join(root, "frame/assets"), { recursive: true });
  await mkdir(path.join(root, "dist/widgets/demo/abc"), { recursive: true });
  await writeFile(path.join(root, "secret.txt"), "secret of the house");
  await writeFile(path.join(root, "workbench/index.html"), page);
  await writeFile(path.join(root, "workbench/assets/app-1.js"), "export {};\n");
  await writeFile(path.join(root, "frame/index.html"), page);
  await writeFile(path.join(root, "dist/widgets/demo/abc/remoteEntry.js"), WIDGET_CODE);
  const entry = {
    id: "white-space",
    version: "1.0.0",
    contract: "widget/1",
    react: "^19.3.0",
    container: "demo",
    entry: "widgets/demo/abc/remoteEntry.js",
    expose: "./white-space",
    integrity: { "widgets/demo/abc/remoteEntry.js": integrityOf(WIDGET_CODE) },
    recordTypes: ["account"],
    titles: { en: "White space" },
    minHeight: 300,
  };
  await writeFile(path.join(root, "dist/widgets.json"), JSON.stringify({ widgets: [entry] }));
}
