import { CrmError } from "@sweetspot/contract";
import { createHttpCrm } from "@sweetspot/crm-http";
import { type Database, openDatabase } from "@sweetspot/crm-sql";
import { findPostgres, type PrivatePostgres, startPrivatePostgres } from "@sweetspot/crm-sql/testing";
import { array, assert, asyncProperty, integer } from "fast-check";
import { Hono } from "hono";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test, vi } from "vitest";
import { answerError } from "../http/answers.ts";
import { createRateLimits, limitRate } from "./rate-limits.ts";

const mara = { tenant: "north", user: "mara" };
const failureOf = (work: Promise<void>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("one gateway", () => {
  beforeEach(() => vi.useFakeTimers({ now: 0 }));
  afterEach(() => vi.useRealTimers());

  it("gives a user a minute's worth, and the next when the minute is over", async () => {
    const limits = createRateLimits({ perUser: 60, perTenant: 0 });
    for (let count = 0; count < 60; count += 1) await limits.take(mara);
    vi.setSystemTime(20_000);
    expect(await failureOf(limits.take(mara))).toMatchObject({ code: "rate-limited", retryAfterMs: 40_000 });
    vi.advanceTimersByTime(40_000);
    await limits.take(mara);
  });

  it("gives it for another time than a minute where the operator says so", async () => {
    const limits = createRateLimits({ perUser: 1, perTenant: 0, windowSeconds: 5 });
    await limits.take(mara);
    expect(await failureOf(limits.take(mara))).toMatchObject({ code: "rate-limited", retryAfterMs: 5000 });
    vi.advanceTimersByTime(5000);
    await limits.take(mara);
  });

  it("takes nothing from one user for another's haste, nor from a tenant for another's; together a tenant has its share", async () => {
    const limits = createRateLimits({ perUser: 2, perTenant: 4 });
    await limits.take(mara);
    await limits.take(mara);
    expect(await failureOf(limits.take(mara))).toBeDefined();
    await limits.take({ tenant: "north", user: "tomas" });
    expect(await failureOf(limits.take({ tenant: "north", user: "ines" }))).toBeDefined();
    await limits.take({ tenant: "south", user: "mara" });
  });

  it("lets pass who has waited as long as it was told, and never more than two minutes' worth in one", async () => {
    const steps = array(integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 200 });
    await assert(
      asyncProperty(integer({ min: 1, max: 200 }), steps, async (perUser, pauses) => {
        const limits = createRateLimits({ perUser, perTenant: 0 });
        const passed: number[] = [];
        for (const pause of pauses) {
          vi.advanceTimersByTime(pause);
          const failure = await failureOf(limits.take(mara));
          if (CrmError.is(failure)) {
            vi.advanceTimersByTime(failure.retryAfterMs ?? 0);
            await limits.take(mara);
          }
          passed.push(Date.now());
        }
        for (const from of passed)
          expect(passed.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(
            2 * perUser,
          );
      }),
      { numRuns: 50 },
    );
  });

  it("has no limit where it is told 0", async () => {
    const limits = createRateLimits({ perUser: 0, perTenant: 0 });
    for (let count = 0; count < 1000; count += 1) await limits.take(mara);
  });
});

const programs = await findPostgres();

describe.skipIf(programs === undefined)("gateways before one PostgreSQL", { timeout: 120_000 }, () => {
  let server: PrivatePostgres;
  let databases: readonly Database[];
  beforeAll(async () => {
    server = await startPrivatePostgres(programs ?? "");
    databases = [await openDatabase({ url: server.url }), await openDatabase({ url: server.url })];
  }, 120_000);
  afterAll(async () => {
    for (const database of databases) await database.close();
    await server.stop();
  });
  const open = (perUser: number, perTenant: number) =>
    databases.map(({ engine }) => createRateLimits({ perUser, perTenant, engine }));
  /** How many of so many requests pass, each gateway asked in its turn. */
  const passing = async (
    instances: readonly ReturnType<typeof createRateLimits>[],
    count: number,
    user: string,
  ): Promise<number> => {
    const asked = Array.from({ length: count }, (_, index) =>
      failureOf(
        (instances[index % instances.length] as (typeof instances)[number]).take({ tenant: "north", user }),
      ),
    );
    return (await Promise.all(asked)).filter((failure) => failure === undefined).length;
  };

  it("begin to count together at once, on a database that has no table of shares yet", async () => {
    for (let round = 0; round < 60; round += 1) {
      await databases[0]?.query(sql`drop table if exists request_share`);
      expect(await passing([...open(20, 0), ...open(20, 0)], 80, "first")).toBe(20);
    }
  });

  it("give a user together what one would give alone", async () => {
    const instances = open(50, 0);
    expect(await passing(instances, 200, "shared")).toBe(50);
    expect(
      await failureOf(open(50, 0)[0]?.take({ tenant: "north", user: "shared" }) as Promise<void>),
    ).toMatchObject({ code: "rate-limited" });
  });

  it("never give more than the limit, though each fetches some in advance, and write no row for each request", async () => {
    const instances = open(600, 0);
    const before = await writes();
    const passed = await passing(instances, 1500, "many");
    expect(passed).toBe(600);
    expect((await writes()) - before).toBeLessThan(100);
  });

  it("write nobody's id into the database", async () => {
    await passing(open(50, 50), 3, "mara-lindqvist");
    const rows = await databases[0]?.query(sql<{ key: string }>`select key from request_share`);
    expect(JSON.stringify(rows)).not.toMatch(/north|mara/);
  });

  async function writes(): Promise<number> {
    const [row] = await (databases[0] as Database).query(
      sql<{ sum: number }>`select coalesce(sum(points), 0)::int as sum from request_share`,
    );
    // Ten at a time: what one gateway fetches of a limit of 600.
    return (row?.sum ?? 0) / 10;
  }
});

test("a page's adapter hears of it as `rate-limited`, with the time to wait; a proxy by 429 and Retry-After", async () => {
  const app = new Hono();
  const limits = createRateLimits({ perUser: 1, perTenant: 0 });
  app.use(limitRate(limits, () => mara));
  app.onError((error, context) => answerError(context, error as CrmError));
  app.post("/api/port/reader/whoAmI", (context) => context.json({ value: "mara" }));
  const { reader } = createHttpCrm({
    baseUrl: "http://gateway",
    token: () => undefined,
    fetch: async (input, init) => app.fetch(new Request(input, init)),
  });
  expect(await reader.whoAmI()).toBe("mara");
  await expect(reader.whoAmI()).rejects.toMatchObject({
    code: "rate-limited",
    retryAfterMs: expect.any(Number),
  });
  const answer = await app.request("/api/port/reader/whoAmI", { method: "POST" });
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([
    429,
    expect.stringMatching(/^[1-6]?\d$/),
  ]);
});
