import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { accountScope, CrmError, type PlanStore, type RecordId, toRecordId } from "@sweetspot/contract";
import { type Database, openDatabase } from "@sweetspot/crm-sql";
import { findPostgres, type PrivatePostgres, startPrivatePostgres } from "@sweetspot/crm-sql/testing";
import { demoPlans, demoWorld } from "@sweetspot/fixtures";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { killGateways, type SignedIn, signIn, start } from "./gateway-process.testing.ts";

const programs = await findPostgres();

const PATIENT = { timeout: 30_000 };

// Real processes on a real server; a busy machine takes its time.
describe.skipIf(programs === undefined)("gateways on one PostgreSQL", { timeout: 120_000 }, () => {
  let folder: string;
  let server: PrivatePostgres;
  let database: Database;
  let doomed: Awaited<ReturnType<typeof start>> & SignedIn;
  let other: Awaited<ReturnType<typeof start>> & SignedIn;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "sweetspot-instances-"));
    server = await startPrivatePostgres(programs ?? "");
    const settings = { DATABASE_URL: server.url, SWEETSPOT_DATA: folder, SWEETSPOT_STOP_DELAY: "1" };
    // At once, on an empty server.
    const [one, two] = await Promise.all([start(settings), start(settings)]);
    doomed = { ...one, ...(await signIn(one.url)) };
    other = { ...two, ...(await signIn(two.url)) };
    database = await openDatabase({ url: server.url, connections: 2 });
  }, 120_000);
  afterAll(async () => {
    killGateways();
    await database.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const count = async (query: ReturnType<typeof sql<{ count: number }>>): Promise<number | undefined> =>
    (await database.query(query))[0]?.count;

  it("load the demo company once, though they start at the same moment", async () => {
    const accounts = await count(sql`select count(*)::int as count from stored_account`);
    expect(accounts).toBe(demoWorld().accounts.length);
    expect(await count(sql`select count(*)::int as count from plan_commit`)).toBe(demoPlans().length);
  });

  it("tell a collector how many connections to the server they use", async () => {
    const metrics = await (await fetch(`${other.url}/metrics`)).text();
    expect(metrics).toMatch(/sweetspot_database_connections\{state="open"\} [1-9]/);
  });

  it("lose nothing and double nothing when one is killed in the middle of its commits", async () => {
    const { store, account } = doomed;
    const free = (await doomed.reader.listAccounts({}, { limit: 2 })).items[1]?.id ?? account;
    await ask(store, account, "first");
    // These are inside their transactions for certain: they wait for the plan.
    const { promise: held, resolve: hold } = Promise.withResolvers<void>();
    const { promise: killed, resolve: goOn } = Promise.withResolvers<void>();
    const holder = database.transaction(async (queries) => {
      await queries.query(sql`select 1 from plan_scope where scope = ${`account:${account}`} for update`);
      hold();
      await killed;
    });
    await held;
    const waiting = ["waits-1", "waits-2", "waits-3"];
    const answers = Promise.allSettled(waiting.map((name) => ask(store, account, name)));
    const locked = sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
      where wait_event_type = 'Lock'`;
    await expect.poll(() => count(locked), PATIENT).toBe(waiting.length);
    // These are wherever the blow meets them, also between being stored and being answered.
    const asked: string[] = [];
    const acknowledged: string[] = [];
    const flood = [1, 2, 3, 4].map(async (worker) => {
      for (let index = 0; ; index += 1) {
        const name = `flood-${worker}-${index}`;
        asked.push(name);
        await ask(store, free, name);
        acknowledged.push(name);
      }
    });
    const flooded = Promise.allSettled(flood);
    await expect.poll(() => acknowledged.length, { ...PATIENT, interval: 5 }).toBeGreaterThan(20);
    doomed.gateway.kill("SIGKILL");
    await doomed.ended;
    goOn();
    await holder;
    for (const answer of [...(await answers), ...(await flooded)])
      expect(answer).toMatchObject({ status: "rejected", reason: { code: "unavailable" } });
    expect(await namesOf(other.store, account)).toEqual(["first"]);
    expect(await namesOf(other.store, free)).toEqual(expect.arrayContaining(acknowledged));

    // What has no answer is sent again, as the queue of a page does it, and once more for good measure.
    for (const name of waiting) await ask(other.store, account, name);
    for (const name of [...asked, ...asked]) await ask(other.store, free, name);
    expect(await namesOf(other.store, account)).toEqual(["first", ...waiting]);
    expect(await namesOf(other.store, free)).toEqual(asked.toSorted());
    expect(await changesOf(other.store, free)).toBe(asked.length);
  });

  it("are told from each other by a balancer before one stops: it finishes what it has begun, and takes no more", async () => {
    const { store, account, url, gateway, ended } = other;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const stored: string[] = [];
    const refused: unknown[] = [];
    const worker = async (worker: number): Promise<void> => {
      for (let index = 0; refused.length === 0 && index < 2000; index += 1) {
        const name = `busy-${worker}-${index}`;
        await ask(store, account, name).then(
          () => stored.push(name),
          (error: unknown) => refused.push(error),
        );
      }
    };
    const workers = [1, 2, 3].map(worker);
    await expect.poll(() => stored.length, PATIENT).toBeGreaterThan(5);
    gateway.kill("SIGTERM");
    await expect
      .poll(async () => (await fetch(`${url}/readyz`)).status, { ...PATIENT, interval: 10 })
      .toBe(503);
    const served = stored.length;
    await Promise.all(workers);
    expect(stored.length).toBeGreaterThan(served);
    expect(refused.every((error) => CrmError.is(error, "unavailable"))).toBe(true);
    expect(await ended).toBe(0);

    const kept = await database.query(
      sql<{ record: string }>`select record from plan_change where record like 'busy-%' order by record`,
    );
    expect(kept.map(({ record }) => record)).toEqual(stored.toSorted());
  });

  it("lets go of everything and ends, though a request hangs", async () => {
    const settings = { DATABASE_URL: server.url, SWEETSPOT_DATA: folder, SWEETSPOT_STOP_PATIENCE: "0.2" };
    const { url, gateway, ended } = await start(settings);
    const { store, account } = await signIn(url);
    await database.transaction(async (queries) => {
      await queries.query(sql`select 1 from plan_scope where scope = ${`account:${account}`} for update`);
      const hanging = ask(store, account, "hanging").catch((error: unknown) => error);
      gateway.kill("SIGTERM");
      expect(await ended).toBe(0);
      expect(await hanging).toMatchObject({ code: "unavailable" });
    });
  });
});

const commitOf = (account: RecordId, name: string) => ({
  scope: accountScope(account),
  key: `question-${name}`,
  puts: [{ id: toRecordId(name), type: "knowledge-gap", base: 0, fields: { question: `${name}?` } }],
  removes: [],
});
const ask = (store: PlanStore, account: RecordId, name: string) => store.commit(commitOf(account, name));

const isOurs = (id: string): boolean => /^(first|waits|flood)/.test(id);

async function namesOf(store: PlanStore, account: RecordId): Promise<readonly string[]> {
  const [plan] = await store.load([accountScope(account)]);
  return (plan?.records ?? []).map(({ id }) => id).filter(isOurs);
}

async function changesOf(store: PlanStore, account: RecordId): Promise<number> {
  const { items } = await store.changes(accountScope(account), { since: 0 }, { limit: 2000 });
  return items.filter(({ record }) => isOurs(record)).length;
}
