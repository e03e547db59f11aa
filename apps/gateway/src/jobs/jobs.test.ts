import { CrmError } from "@sweetspot/contract";
import { type Database, openDatabase } from "@sweetspot/crm-sql";
import { findPostgres, type PrivatePostgres, startPrivatePostgres } from "@sweetspot/crm-sql/testing";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createLog } from "../operation/log.ts";
import { createBossJobs } from "./boss-jobs.ts";
import type { JobKind, Jobs } from "./jobs.port.ts";
import { createMemoryJobs } from "./memory-jobs.testing.ts";

type Data = { readonly id: string };
const lines: string[] = [];
const log = createLog("debug", (line) => lines.push(line));
const PATIENT = { timeout: 60_000, interval: 50 };

/** What every kind of jobs keeps, whoever works them off. */
function describeJobs(create: () => Promise<Jobs>): void {
  let jobs: Jobs;
  afterEach(() => jobs.close());
  async function open(name: string, run: (data: Data) => Promise<void>) {
    jobs = await create();
    // Looked for by `settle` alone.
    const send = jobs.define<Data>({ name, run, retries: 1, retrySeconds: 3600, lookSeconds: 3600 });
    await jobs.start();
    return send;
  }

  it("does what was left, once for each key that waits", async () => {
    const done: string[] = [];
    const send = await open("once", async ({ id }) => void done.push(id));
    await send({ id: "1" }, { key: "a", afterSeconds: 3600 });
    await send({ id: "2" }, { key: "a", afterSeconds: 3600 });
    await send({ id: "3" }, { key: "b", afterSeconds: 3600 });
    await jobs.settle();
    expect(done.toSorted()).toEqual(["1", "3"]);
    await send({ id: "4" }, { key: "a", afterSeconds: 3600 });
    await jobs.settle();
    expect(done.toSorted()).toEqual(["1", "3", "4"]);
  });

  it("does not try again what was refused", async () => {
    let tries = 0;
    const send = await open("refused", async () => {
      tries += 1;
      throw new CrmError("forbidden", "This user may not.");
    });
    await send({ id: "1" }, { afterSeconds: 3600 });
    for (let turn = 0; turn < 3; turn += 1) await jobs.settle();
    expect(tries).toBe(1);
  });

  it("does what begins by itself", async () => {
    jobs = await create();
    let turns = 0;
    jobs.define({ name: "clockwork", every: "0 0 1 1 *", run: async () => void (turns += 1) });
    await jobs.start();
    await jobs.settle();
    expect(turns).toBe(1);
  });

  it("tries again what failed, as often as was said, and lets the others go on", async () => {
    const tried: string[] = [];
    const send = await open("again", async ({ id }) => {
      tried.push(id);
      if (id === "bad") throw new Error("HubSpot is away.");
    });
    for (const id of ["bad", "good"]) await send({ id }, { key: id, afterSeconds: 3600 });
    for (let turn = 0; turn < 4; turn += 1) await jobs.settle();
    expect(tried.toSorted()).toEqual(["bad", "bad", "good"]);
  });
}

describe("jobs in memory, for tests", () => describeJobs(async () => createMemoryJobs()));

describe("jobs in the embedded database", { timeout: 120_000 }, () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  }, 120_000);
  afterAll(() => database.close());

  describeJobs(async () => createBossJobs({ database, log }));

  it("are done by themselves, beside transactions of the gateway that they never enter", async () => {
    const jobs = createBossJobs({ database, log });
    const done: string[] = [];
    const send = jobs.define<Data>({ name: "beside", run: async ({ id }) => void done.push(id) });
    await jobs.start();
    const inside = database.transaction(async (queries) => {
      await queries.query(sql`create temporary table unfinished (one integer)`);
      const sent = send({ id: "1" });
      await queries.query(sql`select pg_sleep(0.05)`);
      void sent;
      throw new Error("rolled back");
    });
    await expect(inside).rejects.toThrow();
    await vi.waitFor(() => expect(done).toEqual(["1"]), PATIENT);
    await jobs.close();
    expect(await database.query(sql`select to_regclass('unfinished') as found`)).toEqual([{ found: null }]);
  });

  it("that are refused, or fail as often as they may, are over", async () => {
    const jobs = createBossJobs({ database, log });
    const send = jobs.define<Data>({
      name: "over",
      retries: 0,
      async run({ id }) {
        if (id === "refused") throw new CrmError("forbidden", "This user may not.");
        throw new Error("HubSpot is away.");
      },
    });
    await jobs.start();
    for (const id of ["refused", "failing"]) await send({ id }, { key: id });
    const states = () =>
      database.query(sql`select distinct state::text from sweetspot_jobs.job where name = 'over'`);
    await vi.waitFor(async () => expect(await states()).toEqual([{ state: "failed" }]), PATIENT);
    await jobs.close();
  });

  it("of a gateway that stopped are done after its next start", async () => {
    const done: string[] = [];
    const kind: JobKind<Data> = { name: "later", run: async ({ id }) => void done.push(id) };
    const stopped = createBossJobs({ database, log });
    const send = stopped.define(kind);
    await stopped.start();
    await send({ id: "1" }, { afterSeconds: 2 });
    await stopped.close();
    const next = createBossJobs({ database, log });
    next.define(kind);
    await next.start();
    await vi.waitFor(() => expect(done).toEqual(["1"]), PATIENT);
    await next.close();
  });
});

const programs = await findPostgres();

describe.skipIf(programs === undefined)("jobs of several gateways", { timeout: 180_000 }, () => {
  let server: PrivatePostgres;
  let databases: readonly Database[];
  beforeAll(async () => {
    server = await startPrivatePostgres(programs ?? "");
    databases = [];
    for (let index = 0; index < 3; index += 1)
      databases = [...databases, await openDatabase({ url: server.url, connections: 4 })];
  }, 180_000);
  afterAll(async () => {
    for (const database of databases) await database.close();
    await server.stop();
  });

  describeJobs(async () => createBossJobs({ database: databases[0] as Database, log }));

  it("begin at once on a database that has no room for jobs yet", async () => {
    for (let round = 0; round < 5; round += 1) {
      await databases[0]?.query(sql`drop schema if exists sweetspot_jobs cascade`);
      const instances = databases.map((database) => createBossJobs({ database, log }));
      for (const jobs of instances) jobs.define<Data>({ name: "first", run: async () => {} });
      await Promise.all(instances.map((jobs) => jobs.start()));
      await Promise.all(instances.map((jobs) => jobs.close()));
    }
  });

  it("start together, are done once, and never two of one key at a time", async () => {
    const done: string[] = [];
    const running = new Set<string>();
    let together = 0;
    const instances = databases.map((database) => createBossJobs({ database, log }));
    const sends = instances.map((jobs) =>
      jobs.define<Data>({
        name: "shared",
        async run({ id }) {
          const key = id.slice(0, 1);
          if (running.has(key)) together += 1;
          running.add(key);
          await new Promise((resolve) => setTimeout(resolve, 20));
          running.delete(key);
          done.push(id);
        },
      }),
    );
    await Promise.all(instances.map((jobs) => jobs.start()));
    const keys = [..."abcdefghijklmnopqrstuvwxyz"];
    await Promise.all(
      keys.flatMap((key) => sends.map((send, index) => send({ id: `${key}${index}` }, { key }))),
    );
    await vi.waitFor(() => expect(new Set(done.map((id) => id.slice(0, 1))).size).toBe(26), PATIENT);
    await vi.waitFor(async () => expect(await waitingIn(databases[0] as Database)).toBe(0), PATIENT);
    expect(new Set(done).size).toBe(done.length);
    expect(together).toBe(0);
    await Promise.all(instances.map((jobs) => jobs.close()));
    expect(lines.filter((line) => line.includes("jobs-failed"))).toEqual([]);
  });
});

async function waitingIn(database: Database): Promise<number> {
  const [row] = await database.query(
    sql<{ count: number }>`select count(*)::int as count from sweetspot_jobs.job
      where name = 'shared' and state in ('created', 'retry', 'active')`,
  );
  return row?.count ?? 0;
}
