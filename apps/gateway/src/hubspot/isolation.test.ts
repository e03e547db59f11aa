import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { accountScope, LIBRARY, toRecordId } from "@sweetspot/contract";
import { PORT_METHODS } from "@sweetspot/crm-http";
import { createSqlCrm, createSqlRelations, type Database, openDatabase } from "@sweetspot/crm-sql";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAdminAccess } from "../sessions/admin-access.ts";
import { createRelationRoom } from "../relations/relation-room.ts";
import { createImport } from "../import/import-composition.ts";
import { createMemoryJobs } from "../jobs/memory-jobs.testing.ts";
import { createLog } from "../operation/log.ts";
import { createSessions } from "../sessions/sessions.ts";
import type { FurtherRoutes } from "../gateway.ts";
import { ADMIN, NORDWIND, openHubspotApp, REP, secretAccountOf } from "./hubspot-app.fixture.ts";

/** Portal 1 is the victim, portal 2 tries. Both have the company Nordwind and users of the same numbers. */
const MARK = "PLAN-OF-PORTAL-1";
const SECRETS = /of portal 1|PLAN-OF-PORTAL-1/;
const SECRET_ACCOUNT = secretAccountOf(1);

let app: Awaited<ReturnType<typeof openHubspotApp>>;
let database: Database;
let folder: string;
let relations: Awaited<ReturnType<typeof createRelationRoom>>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sweetspot-isolation-"));
  database = await openDatabase();
  const crm = createSqlCrm(database);
  const sessions = createSessions();
  const admit = createAdminAccess({ crm, sessions, secret: undefined });
  const log = createLog("error", () => {});
  relations = await createRelationRoom({
    database,
    crm,
    log,
    sessions,
    admit,
    jobs: createMemoryJobs(),
    folder: path.join(folder, "relations"),
  });
  app = await openHubspotApp({
    database,
    room: {
      turnMs: 3_600_000,
      budgetOf: () => ({ take: async () => {}, hold: () => {} }),
      visitRelations: relations.visit,
    },
    routes: {
      import: await createImport({ crm, admit, folder, log }),
      relations: relations.routes,
    } satisfies FurtherRoutes,
  });
  for (const portal of [1, 2]) for (const member of [ADMIN, REP]) await app.connect(member, portal);
  const token = await app.openSession({}, { member: ADMIN });
  const put = { id: "secret-record", type: "offering", base: 0, fields: { name: MARK } };
  for (const scope of [accountScope(toRecordId(NORDWIND)), LIBRARY])
    await app.callPort(token, "store/commit", [
      { scope, key: `secret-${scope.kind}`, puts: [put], removes: [] },
      {},
    ]);
  await app.callSigned("/hubspot/v1/settings/write", { offWidgets: [MARK] }, { member: ADMIN });
  await app.lend();
  const writer = await createSqlRelations(database, { tenant: "hubspot:1" })
    .sink()
    .begin({ name: "Secret register", purpose: "Secret" });
  await writer.putPeople([{ key: "secret", name: MARK }]);
  await writer.finish();
  await database.query(
    sql`insert into plan_merge (tenant, kept, gone, merged_at, shown)
      values ('hubspot:1', ${NORDWIND}, ${SECRET_ACCOUNT}, now(), 'kept')`,
  );
});
afterAll(async () => {
  relations.close();
  await app.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** Everything that is stored of portal 1. */
async function victimState(): Promise<string> {
  const tables = await database.query(
    sql<{ name: string; key: string }>`select table_name as name, column_name as key
      from information_schema.columns where table_schema = current_schema() and column_name in ('portal', 'tenant')
        and table_name not like 'plan\\_%\\_view' order by table_name`,
  );
  const rows = await Promise.all(
    tables.map(({ name, key }) =>
      database.query(
        sql<{ row: string }>`select ${sql.id(name)}::text as row from ${sql.id(name)}
          where ${sql.id(key)} = ${key === "portal" ? "1" : "hubspot:1"} order by 1`,
      ),
    ),
  );
  return JSON.stringify(tables.map(({ name }, index) => [name, rows[index]]));
}

interface Attempt {
  readonly method: string;
  readonly target: string;
  readonly body: unknown;
}

const scopes = [accountScope(toRecordId(NORDWIND)), accountScope(toRecordId(SECRET_ACCOUNT)), LIBRARY];
const removal = (scope: unknown, key: string) => ({
  scope,
  key,
  puts: [],
  removes: [{ id: "secret-record", base: 1 }],
});

/** What each method of the ports may be asked with, as far as its schemas let it through. */
const ARGUMENTS: readonly (readonly unknown[])[] = [
  [{}],
  [{}, {}],
  [{ search: "Secret" }, {}],
  [SECRET_ACCOUNT, {}],
  [NORDWIND, {}],
  [scopes, {}],
  ["hidden", {}],
  [{ account: NORDWIND, to: { person: "Secret register/secret" } }, {}],
  [{ account: NORDWIND, person: "Secret register/secret" }, {}],
  ...scopes.flatMap((scope, index) => [
    [[scope], {}],
    [scope, { since: 0 }, {}],
    [scope, "2099-01-01T00:00:00.000Z", {}],
    [removal(scope, `attack-${index}`), {}],
  ]),
];

const BODIES: readonly unknown[] = [
  {},
  { arguments: [SECRET_ACCOUNT, {}] },
  ...["company", "deal"].flatMap((objectType) =>
    [SECRET_ACCOUNT, NORDWIND].map((objectId) => ({
      objectType,
      objectId,
      widget: "white-space",
      widgets: ["white-space", MARK],
      portalId: 1,
      userId: 700001,
    })),
  ),
  { account: SECRET_ACCOUNT, widget: "white-space" },
  { account: NORDWIND, subject: "Call", name: "Deal" },
  { member: ADMIN },
  { offWidgets: ["attacked"], mapping: {} },
  { storage: "hubspot" },
  { background: true },
  { background: false },
  ...["kept", "gone"].map((shown) => ({
    objectType: "company",
    objectId: NORDWIND,
    gone: SECRET_ACCOUNT,
    shown,
  })),
  { confirm: "1", portal: "1", portalId: "1", tenant: "hubspot:1" },
  { aliases: [], code: "hs_invented" },
];

/** What ends the proof itself comes last. */
const ENDS = /\/disconnect$|\/api\/session$/;

/** Every route of the gateway, from its own table, with everything of the victim's in its parameters. */
function attempts(): Attempt[] {
  const routes = new Map(
    app.gateway.routes.map(({ method, path: at }) => [`${method} ${at}`, { method, at }]),
  );
  const all = [...routes.values()].flatMap(({ method, at }) => {
    const methods = method === "ALL" ? ["GET", "POST", "PUT", "DELETE"] : [method];
    const targets = at.includes("/api/port/")
      ? PORT_METHODS.map((name) => `/api/port/${name}`)
      : [at.replaceAll(/:\w+(\{.*?\})?/g, SECRET_ACCOUNT).replaceAll("*", SECRET_ACCOUNT)];
    return targets.flatMap((target) =>
      methods.flatMap((one): Attempt[] => {
        if (one === "GET") return [{ method: one, target, body: undefined }];
        const bodies = target.startsWith("/api/port/")
          ? ARGUMENTS.map((args) => ({ arguments: args }))
          : BODIES;
        return bodies.map((body) => ({ method: one, target, body }));
      }),
    );
  });
  return all.toSorted((one, other) => Number(ENDS.test(one.target)) - Number(ENDS.test(other.target)));
}

interface Finding {
  readonly attempt: string;
  readonly found: boolean;
}

/** Sends all attempts with one kind of proof, and says where something of the victim came back. */
async function tryAll(prove: (attempt: Attempt) => readonly [string, RequestInit]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const attempt of attempts()) {
    const [target, init] = prove(attempt);
    const answer = await app.ask(target, init);
    const text = `${JSON.stringify([...answer.headers])} ${await answer.text()}`;
    findings.push({
      attempt: `${attempt.method} ${target} ${JSON.stringify(attempt.body)}`,
      found: SECRETS.test(text),
    });
  }
  return findings;
}
const found = (findings: readonly Finding[]): string[] =>
  findings.filter((finding) => finding.found).map(({ attempt }) => attempt);

const plain = (
  { method, target, body }: Attempt,
  headers: Record<string, string> = {},
): readonly [string, RequestInit] => [
  target,
  {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  },
];
const bySession =
  (token: string) =>
  (attempt: Attempt): readonly [string, RequestInit] =>
    plain(attempt, { authorization: `Bearer ${token}` });
const bySignature =
  (query: Readonly<Record<string, string>>) =>
  ({ method, target, body }: Attempt): readonly [string, RequestInit] => {
    const { target: signed, init } = app.sign(target, body, query, method);
    return [signed, init];
  };

describe("whoever belongs to another portal", { timeout: 120_000 }, () => {
  it("reads and changes nothing of this one, whatever route is tried with whatever proof", async () => {
    const before = await victimState();
    const admin = { userId: app.userIdOf(ADMIN, 2), portalId: "2" };
    const session = await app.openSession({}, { member: ADMIN, portalId: 2 });
    const proofs: Readonly<Record<string, (attempt: Attempt) => readonly [string, RequestInit]>> = {
      nothing: plain,
      "an admin's session of portal 2": bySession(session),
      "a signature of portal 2": bySignature(admin),
      "a signature of portal 2 and the victim named first": ({ target, ...attempt }) =>
        bySignature(admin)({ ...attempt, target: `${target}?portalId=1&userId=${app.userIdOf(ADMIN, 1)}` }),
      "a signature of portal 2 and the victim put in its place": (attempt) => {
        const [target, init] = bySignature(admin)(attempt);
        return [target.replace("portalId=2", "portalId=1"), init];
      },
      "a signature of a user nobody knows in portal 1": bySignature({ userId: "999", portalId: "1" }),
    };
    for (const [proof, prove] of Object.entries(proofs)) {
      await app.connect(ADMIN, 2);
      const findings = await tryAll(prove);
      expect({ proof, found: found(findings) }).toEqual({ proof, found: [] });
    }
    expect(await victimState()).toBe(before);
  });

  it("would have been noticed: the same attempts by the portal's own admin find its secrets, and change it", async () => {
    const before = await victimState();
    const session = bySession(await app.openSession({}, { member: ADMIN }));
    const bySessionFound = found(await tryAll(session));
    for (const port of ["store/load", "relations/findPaths"])
      expect(bySessionFound.some((attempt) => attempt.includes(port))).toBe(true);
    const signed = found(await tryAll(bySignature({ userId: app.userIdOf(ADMIN, 1), portalId: "1" })));
    expect(signed.some((attempt) => attempt.includes("settings/read"))).toBe(true);
    expect(await victimState()).not.toBe(before);
  });

  it("is tried at every route there is", () => {
    const tried = new Set(attempts().map(({ target }) => target));
    for (const at of [
      "/hubspot/v1/launch",
      "/hubspot/v1/settings/erase",
      "/hubspot/v1/webhooks",
      "/api/launch/exchange",
      "/api/relations/people/erase",
      "/api/port/relations/findPaths",
    ])
      expect(tried).toContain(at);
    expect(tried.size).toBeGreaterThan(50);
  });
});
