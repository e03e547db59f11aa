import { sql } from "kysely";
import type { RequestBudget } from "@sweetspot/crm-hubspot";
import { type Database, openDatabase } from "@sweetspot/crm-sql";
import { findPostgres, type PrivatePostgres, startPrivatePostgres } from "@sweetspot/crm-sql/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSharedBudget } from "./shared-budget.ts";

/** Time stands still while anybody is at work, so that no timer and no slow machine has a say. */
function createSleepersTime() {
  let instant = 0;
  let awake = 0;
  const sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  const passOn = () => {
    if (awake > 0 || sleepers.length === 0) return;
    instant = Math.min(...sleepers.map(({ until }) => until));
    for (const sleeper of sleepers.splice(0)) {
      if (sleeper.until > instant) sleepers.push(sleeper);
      else {
        awake += 1;
        sleeper.wake();
      }
    }
  };
  return {
    now: () => instant,
    sleep: (ms: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ until: instant + ms, wake });
        awake -= 1;
        passOn();
      }),
    during: async <T>(work: () => Promise<T>): Promise<T> => {
      awake += 1;
      try {
        return await work();
      } finally {
        awake -= 1;
        passOn();
      }
    },
  };
}

const programs = await findPostgres();
const patient = { patienceMs: 60_000 };

/** The most instants within any window of this length. */
const densest = (instants: readonly number[], spanMs: number): number =>
  Math.max(0, ...instants.map((end) => instants.filter((at) => at <= end && at > end - spanMs).length));

describe.skipIf(programs === undefined)("a portal's budget at two gateways", { timeout: 60_000 }, () => {
  let server: PrivatePostgres;
  let databases: readonly Database[];
  let portals = 0;
  beforeAll(async () => {
    server = await startPrivatePostgres(programs ?? "");
    databases = [await openDatabase({ url: server.url }), await openDatabase({ url: server.url })];
  });
  afterAll(async () => {
    for (const database of databases) await database.close();
    await server.stop();
  });

  /** One budget in each gateway, and a time that passes only while everybody who asked is asleep. */
  function openBudgets(most: number, spanMs: number) {
    portals += 1;
    const naps: number[] = [];
    const time = createSleepersTime();
    const budgets = databases.map((database) =>
      createSharedBudget({
        database,
        portal: `${portals}`,
        most: { general: most, search: 1 },
        spanMs: { general: spanMs, search: spanMs },
        now: () => sql`${time.now()}::double precision`,
        sleep: (ms, signal) => {
          signal?.throwIfAborted();
          naps.push(ms);
          return time.sleep(ms);
        },
      }),
    );
    const inTurn = (index: number): RequestBudget => {
      const budget = budgets[index % 2];
      if (!budget) throw new Error("There are two.");
      return {
        take: (kind, options) => time.during(() => budget.take(kind, options)),
        hold: (kind, ms) => budget.hold(kind, ms),
      };
    };
    const take = (index: number, options: Parameters<RequestBudget["take"]>[1] = patient) =>
      inTurn(index).take("general", options);
    return { naps, take, inTurn, time };
  }

  it("lets no more through together than the rolling window takes, and makes nobody wait before", async () => {
    const { take, naps, time } = openBudgets(10, 500);
    const sent: number[] = [];
    const ask = async (index: number) => {
      await take(index);
      sent.push(time.now());
    };
    await Promise.all(Array.from({ length: 10 }, (_, index) => ask(index)));
    expect(naps).toEqual([]);
    await Promise.all(Array.from({ length: 25 }, (_, index) => ask(index)));
    expect(sent).toHaveLength(35);
    expect(densest(sent, 500)).toBe(10);
    expect(time.now()).toBe(1500);
  });

  it("refuses whoever will not wait so long, without using up a turn, and says when to come again", async () => {
    const { take, naps } = openBudgets(1, 2000);
    await take(0);
    const refused = await take(1, { patienceMs: 100 }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "rate-limited" });
    expect((refused as { readonly retryAfterMs?: number }).retryAfterMs).toBe(2000);
    await take(1);
    expect(naps).toEqual([2000]);
  });

  it("is held for all of them when HubSpot refuses one, also for who has a turn and waits for it", async () => {
    const { take, inTurn, naps, time } = openBudgets(1, 300);
    await inTurn(0).hold("general", 200);
    await take(1);
    expect(naps).toEqual([200]);
    const refused = time.during(() => time.sleep(100).then(() => inTurn(1).hold("general", 600)));
    await Promise.all([take(0), refused]);
    expect(time.now()).toBe(900);
  });

  it("counts searches apart, and as requests too; a portal by itself", async () => {
    const { inTurn, naps } = openBudgets(2, 400);
    const budget = inTurn(0);
    await budget.take("search", patient);
    await budget.take("general", patient);
    expect(naps).toEqual([]);
    await budget.take("general", patient);
    expect(naps).toHaveLength(1);
    const other = openBudgets(2, 400);
    await other.take(0);
    expect(other.naps).toEqual([]);
  });

  it("lets go of somebody who leaves", async () => {
    const { take } = openBudgets(1, 5000);
    await take(0);
    const left = new Error("left");
    await expect(take(1, { ...patient, signal: AbortSignal.abort(left) })).rejects.toBe(left);
  });
});
