import { accountScope, LIBRARY, type PlanStore, toRecordId } from "@sweetspot/contract";
import { createHttpCrm } from "@sweetspot/crm-http";
import {
  createAudit,
  createSqlCrm,
  type Database,
  type ExportedRow,
  openDatabase,
  type SqlCrm,
} from "@sweetspot/crm-sql";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import type { Hono } from "hono";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../config/config.model.ts";
import { createGateway } from "../gateway.ts";
import { createMemoryJobs } from "../jobs/memory-jobs.testing.ts";
import { createLog } from "./log.ts";
import { createOperation, LOCAL } from "./operation.ts";
import { createSessions } from "../sessions/sessions.ts";
import { createTenantPrivacy } from "../privacy/tenant-privacy.ts";

const TOKEN = "collector-token-of-the-test";
const account = toRecordId("acc-nordwind");
const scope = accountScope(account);
const lines: string[] = [];
const sessions = createSessions();
const jobs = createMemoryJobs();
let database: Database;
let crm: SqlCrm;

beforeAll(async () => {
  database = await openDatabase();
  crm = createSqlCrm(database);
  await crm.writeWorld(conformanceWorld());
});
afterAll(async () => {
  await crm.close();
});

function build(environment: Record<string, string> = {}): Hono {
  const config = readConfig(environment, [], "/");
  const log = createLog("debug", (line) => lines.push(line));
  const operation = createOperation({ config, database, sessions, jobs });
  const folders = { workbench: "/none", frame: "/none", catalogue: "/none" };
  const storage = "pglite";
  return createGateway({
    config,
    port: () => 4173,
    version: "1.2.3",
    crm,
    storage,
    sessions,
    folders,
    log,
    operation,
  });
}

const ask = (of: Hono, at: string, headers: Record<string, string> = {}) =>
  of.request(`http://127.0.0.1:4173${at}`, { headers: { host: "127.0.0.1:4173", ...headers } });
const signIn = (of: Hono, member: keyof typeof CONFORMANCE_USERS) => {
  const token = sessions.open(CONFORMANCE_USERS[member]);
  const ports = createHttpCrm({
    baseUrl: "http://127.0.0.1:4173",
    token: () => token,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      request.headers.set("host", "127.0.0.1:4173");
      return of.fetch(request);
    },
  });
  return { token, ...ports };
};
const commit = (store: PlanStore, day: string, key: string, base: number) =>
  store.commit({
    scope,
    key: `${day}-${key}`,
    puts: [
      { id: toRecordId(`gap-${day}`), type: "knowledge-gap", base, fields: { question: `Is it ${key}?` } },
    ],
    removes: [],
  });

/** A rep's working day: found, opened, planned, refused, mistaken. */
async function spendDay(of: Hono, day: string): Promise<readonly string[]> {
  const rep = signIn(of, "rep");
  const other = signIn(of, "otherRep");
  await rep.reader.listAccounts({ search: "Nordwind" });
  await rep.reader.openAccount(account);
  await rep.reader.listContacts(account);
  await rep.store.load([scope, LIBRARY]);
  await commit(rep.store, day, "first", 0);
  const failures = await Promise.allSettled([
    commit(other.store, day, "conflict", 0),
    commit(other.store, day, "first", 1),
    rep.reader.openAccount(toRecordId("acc-secret")),
    signIn(of, "stranger").store.load([scope]),
    rep.store.changes(scope, { since: -1 }),
  ]);
  expect(failures.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => "rejected"));
  await ask(of, `/accounts/${account}?token=${rep.token}`, { authorization: `Bearer ${rep.token}` });
  await ask(of, "/api/nothing/Mara%20Lindqvist");
  return [rep.token, other.token];
}

describe("a gateway in operation", () => {
  it("logs a whole day without a name, an id or a token", async () => {
    lines.length = 0;
    const tokens = await spendDay(build(), "monday");
    const { access: _rules, involvements: _links, relations, ...records } = conformanceWorld();
    const told = [
      ...Object.values(records).flatMap((all) =>
        all.flatMap((record: { id: string; name: string }) => [record.id, record.name]),
      ),
      ...(relations?.people ?? []).map(({ name }) => name),
    ];
    const log = lines.join("\n");
    expect(lines.length).toBeGreaterThan(10);
    expect([...told, ...tokens, "gap-monday", "Is it"].filter((word) => log.includes(word))).toEqual([]);
    for (const line of lines) expect(Object.keys(JSON.parse(line) as object)).toContain("event");
  });

  it("counts requests by route and status, commits and conflicts, and names nobody in it", async () => {
    const gateway = build();
    await spendDay(gateway, "tuesday");
    const text = await (await ask(gateway, "/metrics")).text();
    const count = (series: string): number => Number(text.split(`${series} `)[1]?.split("\n")[0] ?? 0);
    expect(text).toMatch(
      /sweetspot_request_seconds_count\{method="POST",route="\/api\/port\/\*",status="200"\} \d/,
    );
    expect(count('sweetspot_port_call_seconds_count{call="reader/listContacts",outcome="ok"}')).toBe(1);
    expect(count('sweetspot_commits_total{outcome="conflict"}')).toBeGreaterThan(0);
    expect(text).toContain("process_resident_memory_bytes");
    expect(text).not.toMatch(/nordwind|user-|mara/i);
  });

  it("forgets by a job who looked at what, after the days that were set, and not before", async () => {
    const own = createMemoryJobs();
    const config = readConfig({ SWEETSPOT_AUDIT_DAYS: "30" }, [], "/");
    createOperation({ config, database, sessions, jobs: own });
    for (const days of [29, 31])
      await database.query(
        sql`insert into plan_read (tenant, scope, by, hour)
          values ('retention', ${`${days} days`}, 'user', now() - make_interval(days => ${days}))`,
      );
    await own.settle();
    expect(await database.query(sql`select scope from plan_read where tenant = 'retention'`)).toEqual([
      { scope: "29 days" },
    ]);
  });

  it("shows its metrics to a collector with the token, and without one on one's own machine alone", async () => {
    const guarded = build({ SWEETSPOT_METRICS_TOKEN: TOKEN, HOST: "0.0.0.0" });
    const from = (authorization: string) =>
      ask(guarded, "/metrics", { authorization, host: "10.0.0.7:4173" });
    expect((await from(`Bearer ${TOKEN}`)).status).toBe(200);
    expect((await from(`Bearer ${TOKEN}x`)).status).toBe(401);
    expect((await ask(guarded, "/metrics")).status).toBe(401);
    expect((await ask(build(), "/metrics")).status).toBe(200);
    expect((await ask(build(), "/metrics", { host: "evil.example" })).status).toBe(421);
    expect((await ask(build({ HOST: "0.0.0.0" }), "/metrics")).status).toBe(404);
    expect((await ask(build({ SWEETSPOT_URL: "https://plans.example.com" }), "/metrics")).status).toBe(404);
  });

  it("answers a balancer that knows only its address", async () => {
    const answer = await ask(build(), "/readyz", { host: "10.0.0.7:4173" });
    expect([answer.status, await answer.json()]).toEqual([200, { status: "ready" }]);
  });

  it("keeps one hasty user from the others: it is told when to come back", async () => {
    const gateway = build({ SWEETSPOT_USER_REQUESTS: "3" });
    const hasty = signIn(gateway, "rep");
    const calls = Array.from({ length: 5 }, () => hasty.reader.whoAmI());
    const failures = (await Promise.allSettled(calls)).filter(({ status }) => status === "rejected");
    expect(failures).toHaveLength(2);
    expect(failures[0]).toMatchObject({ reason: { code: "rate-limited", retryAfterMs: expect.any(Number) } });
    await signIn(gateway, "admin").reader.whoAmI();
    const own = { authorization: `Bearer ${hasty.token}` };
    expect((await ask(gateway, "/api/members", own)).status).toBe(429);
    expect((await ask(gateway, "/api/members", own)).headers.get("retry-after")).toMatch(/^\d+$/);
  });

  it("refuses at once what comes while as much as it may do is under way, and answers those inside", async () => {
    const gateway = build({ SWEETSPOT_REQUESTS_AT_ONCE: "1" });
    const { token } = signIn(gateway, "rep");
    const headers = { host: "127.0.0.1:4173", authorization: `Bearer ${token}` };
    const isInside = Promise.withResolvers<void>();
    const lastWords = Promise.withResolvers<void>();
    // Its body is asked for, and does not come yet.
    const body = new ReadableStream(
      {
        async pull(controller) {
          isInside.resolve();
          await lastWords.promise;
          controller.enqueue(new TextEncoder().encode('{"arguments":[]}'));
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const url = "http://127.0.0.1:4173/api/port/reader/whoAmI";
    const first = gateway.fetch(
      new Request(url, { method: "POST", headers, body, duplex: "half" } as RequestInit),
    );
    await isInside.promise;
    const refused = await ask(gateway, "/api/members", headers);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
    const metrics = await (await ask(gateway, "/metrics")).text();
    expect(metrics).toMatch(/^sweetspot_requests_under_way 1$/m);
    expect(metrics).toMatch(/^sweetspot_requests_refused_total 1$/m);
    expect((await ask(gateway, "/readyz")).status).toBe(200);
    lastWords.resolve();
    expect((await first).status).toBe(200);
    expect((await ask(gateway, "/api/members", headers)).status).toBe(200);
  });

  it("knows who has looked at which plan, through the plan or through the account", async () => {
    await database.query(sql`delete from plan_read`);
    const gateway = build();
    await signIn(gateway, "rep").store.load([scope, LIBRARY]);
    await signIn(gateway, "otherRep").reader.openAccount(account);
    await signIn(gateway, "admin").reader.listAccounts({});
    const trail = await createAudit(database).trail({ tenant: LOCAL });
    const looked = trail.filter(({ did }) => did === "looked").map(({ by, scope: of }) => [by, of]);
    expect(looked.toSorted()).toEqual([
      [CONFORMANCE_USERS.rep, "account:acc-nordwind"],
      [CONFORMANCE_USERS.rep, "library"],
      [CONFORMANCE_USERS.otherRep, "account:acc-nordwind"],
    ]);
  });

  it("hands a tenant's admins their tenant alone, and takes nothing from another when it is erased", async () => {
    const privacy = createTenantPrivacy(database);
    const other = createSqlCrm(database, { tenant: "hubspot:1" });
    await other.settings.write("field-mapping", { tier: "tier" });
    const exported = async (tenant: string) => {
      const rows: ExportedRow[] = [];
      await privacy.export(tenant, async (row) => void rows.push(row));
      return rows;
    };
    const row = { tenant: "hubspot:1", name: "field-mapping", value: { tier: "tier" } };
    expect(await exported("hubspot:1")).toEqual([{ table: "setting", row }]);
    await privacy.erase("hubspot:1", "admin");
    expect(await exported("hubspot:1")).toMatchObject([
      { table: "privacy_act", row: { by: "admin", did: "erased" } },
    ]);
    const accounts = (await exported(LOCAL)).filter(({ table }) => table === "stored_account");
    expect(accounts).toHaveLength(conformanceWorld().accounts.length);
  });
});
