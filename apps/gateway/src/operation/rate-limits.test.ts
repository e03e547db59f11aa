import { CrmError } from "@sweetspot/contract";
import { createHttpCrm } from "@sweetspot/crm-http";
import { array, assert, integer, property } from "fast-check";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { answerError } from "../http/answers.ts";
import { createRateLimits, limitRate } from "./rate-limits.ts";

const mara = { tenant: "north", user: "mara" };
const failureOf = (work: () => void): unknown => {
  try {
    return void work();
  } catch (error) {
    return error;
  }
};

test("a user has a minute's worth at once, and then as much as comes in", () => {
  let now = 0;
  const limits = createRateLimits({ perUser: 60, perTenant: 0, now: () => now });
  for (let count = 0; count < 60; count += 1) limits.take(mara);
  expect(failureOf(() => limits.take(mara))).toMatchObject({ code: "rate-limited", retryAfterMs: 1000 });
  now = 1000;
  limits.take(mara);
  expect(failureOf(() => limits.take(mara))).toMatchObject({ retryAfterMs: 1000 });
});

test("one user's haste takes nothing from another, nor a tenant's from another; together a tenant has its share", () => {
  const limits = createRateLimits({ perUser: 2, perTenant: 3, now: () => 0 });
  limits.take(mara);
  limits.take(mara);
  expect(failureOf(() => limits.take(mara))).toBeDefined();
  limits.take({ tenant: "north", user: "tomas" });
  expect(failureOf(() => limits.take({ tenant: "north", user: "ines" }))).toBeDefined();
  limits.take({ tenant: "south", user: "mara" });
});

test("whenever it says wait so long, waiting so long is enough, and no minute lets more pass than two minutes' worth", () => {
  const steps = array(integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 200 });
  assert(
    property(integer({ min: 1, max: 100 }), steps, (perUser, pauses) => {
      let now = 0;
      const limits = createRateLimits({ perUser, perTenant: 0, now: () => now });
      const passed: number[] = [];
      for (const pause of pauses) {
        now += pause;
        const failure = failureOf(() => limits.take(mara));
        if (CrmError.is(failure)) {
          now += failure.retryAfterMs ?? 0;
          limits.take(mara);
        }
        passed.push(now);
      }
      for (const from of passed)
        expect(passed.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(
          2 * perUser,
        );
    }),
    // Once the wait that was told ended a hair before there was something to spend.
    { numRuns: 50, examples: [[2, [0, 2737, 0]]] },
  );
});

test("0 is no limit", () => {
  const limits = createRateLimits({ perUser: 0, perTenant: 0, now: () => 0 });
  for (let count = 0; count < 10_000; count += 1) limits.take(mara);
});

test("a page's adapter hears of it as `rate-limited`, with the time to wait; a proxy by 429 and Retry-After", async () => {
  const app = new Hono();
  const limits = createRateLimits({ perUser: 1, perTenant: 0, now: () => 0 });
  app.use(limitRate(limits, () => mara));
  app.onError((error, context) => answerError(context, error as CrmError));
  app.post("/api/port/reader/whoAmI", (context) => context.json({ value: "mara" }));
  const { reader } = createHttpCrm({
    baseUrl: "http://gateway",
    token: () => undefined,
    fetch: async (input, init) => app.fetch(new Request(input, init)),
  });
  expect(await reader.whoAmI()).toBe("mara");
  await expect(reader.whoAmI()).rejects.toMatchObject({ code: "rate-limited", retryAfterMs: 60_000 });
  const answer = await app.request("/api/port/reader/whoAmI", { method: "POST" });
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "60"]);
});
