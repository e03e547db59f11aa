import { CONFORMANCE_USERS } from "@sweetspot/fixtures";
import type { FailureCause } from "@sweetspot/hubspot-emulator";
import { describe, expect, it } from "vitest";
import { PATHS } from "./api-version.ts";
import type { HubspotClient } from "./hubspot-client.ts";
import { createLine } from "./line.ts";
import { createPortalBudget } from "./portal-budget.ts";
import { createQuickClock } from "./quick-clock.fixture.ts";
import { openPortal } from "./small-portal.fixture.ts";

const READ = { name: "companies.read", path: PATHS.record("companies", "acc-elan") };
const CREATE = {
  name: "companies.create",
  method: "POST",
  path: PATHS.records("companies"),
  body: { properties: { name: "Werft" } },
  repeatable: false,
} as const;

function openLine(options: Parameters<typeof openPortal>[1] = {}) {
  const opened = openPortal({}, options);
  const line = opened.portal.line(() => opened.token);
  return { ...opened, line, attempts: () => opened.emulator.requests.length };
}

describe("a request that fails in passing", () => {
  it.each<[FailureCause, string | undefined, number]>([
    ["secondly-limit", undefined, 1000],
    ["ten-secondly-limit", undefined, 10_000],
    ["ten-secondly-limit", "2", 2000],
    ["locked", undefined, 2000],
    ["migrating", "3", 3000],
    ["bad-gateway", undefined, 250],
    ["cut-answer", undefined, 250],
    ["line-broken", undefined, 250],
  ])("is sent twice after %s (Retry-After %s) and %i ms", async (cause, retryAfter, ms) => {
    const { line, emulator, clock, attempts } = openLine();
    emulator.failNext(cause, retryAfter === undefined ? {} : { retryAfter });
    expect(await line.send(READ)).toMatchObject({ id: "acc-elan" });
    expect(attempts()).toBe(2);
    expect(clock.naps.reduce((sum, nap) => sum + nap, 0)).toBe(ms);
  });

  it("is given up after three attempts", async () => {
    const { line, emulator, attempts } = openLine();
    emulator.failNext("locked", { times: 9 });
    await expect(line.send(READ)).rejects.toMatchObject({ code: "unavailable", retryAfterMs: 2000 });
    expect(attempts()).toBe(3);
  });

  it("is given up at once where the wait would be longer than a person's patience", async () => {
    const { line, emulator, clock, attempts } = openLine();
    emulator.failNext("migrating", { retryAfter: "7200" });
    await expect(line.send(READ)).rejects.toMatchObject({ code: "unavailable", retryAfterMs: 7_200_000 });
    emulator.failNext("daily-limit");
    await expect(line.send(READ)).rejects.toMatchObject({ code: "rate-limited" });
    expect(attempts()).toBe(2);
    expect(clock.naps).toEqual([]);
  });

  it("is not sent twice where that could create a thing twice", async () => {
    const { line, emulator, attempts } = openLine();
    for (const cause of ["line-broken", "bad-gateway", "cut-answer"] as const) {
      emulator.failNext(cause);
      await expect(line.send(CREATE)).rejects.toMatchObject({ code: "unavailable" });
    }
    expect(attempts()).toBe(3);
    emulator.failNext("secondly-limit");
    await line.send(CREATE);
    expect(attempts()).toBe(5);
  });

  it("holds back the portal's other requests for the same time, and asks nothing meanwhile", async () => {
    const { line, emulator, clock, attempts } = openLine({ settings: { patienceMs: 1000 } });
    emulator.failNext("ten-secondly-limit", { retryAfter: "4" });
    await expect(line.send(READ)).rejects.toMatchObject({ code: "rate-limited", retryAfterMs: 4000 });
    clock.advance(500);
    await expect(line.send(READ)).rejects.toMatchObject({ code: "rate-limited", retryAfterMs: 3500 });
    expect(attempts()).toBe(1);
    clock.advance(3500);
    expect(await line.send(READ)).toMatchObject({ id: "acc-elan" });
  });
});

describe("a portal with limits", () => {
  it("is read by everybody at once without one refusal", async () => {
    const { emulator, as, observed } = openLine({ limits: { perTenSeconds: 110, searchesPerSecond: 5 } });
    const readers = [CONFORMANCE_USERS.rep, CONFORMANCE_USERS.otherRep, CONFORMANCE_USERS.admin].map(
      (user) => as(user).reader,
    );
    for (let round = 0; round < 8; round += 1)
      await Promise.all(readers.map((reader) => reader.listAccounts({ search: `o${round}` })));
    expect(observed.filter(({ status }) => status === 429)).toEqual([]);
    expect(emulator.requests.filter((request) => request.endsWith("/search"))).toHaveLength(24);
  });

  it("is left alone where other apps have used up its searches, and asked again in time", async () => {
    const { reader, observed, clock } = openLine({ limits: { searchesPerSecond: 2 } });
    const pages = await Promise.all(["a", "b", "c", "d"].map((search) => reader.listAccounts({ search })));
    expect(pages).toHaveLength(4);
    const refused = observed.filter(({ status }) => status === 429).length;
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThanOrEqual(4);
    expect(clock.naps.every((nap) => nap <= 1000)).toBe(true);
  });
});

describe("a caller", () => {
  const silent: HubspotClient = { apiRequest: () => new Promise(() => {}) };
  const lineTo = (client: HubspotClient, timeoutMs?: number) => {
    const clock = createQuickClock();
    const budget = createPortalBudget({ clock });
    return createLine({
      client,
      token: () => "token",
      budget,
      clock,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
  };

  it("who leaves is let go at once, also while HubSpot is silent", async () => {
    const leaving = new AbortController();
    const waiting = lineTo(silent).send(READ, { signal: leaving.signal });
    leaving.abort("left");
    await expect(waiting).rejects.toBe("left");
  });

  it("does not wait forever for HubSpot, whose client has no time limit", async () => {
    await expect(lineTo(silent, 5).send(READ)).rejects.toMatchObject({ code: "unavailable" });
  });

  it("without a token is told so before HubSpot is asked", async () => {
    const { portal, emulator } = openLine();
    await expect(portal.line(() => undefined).send(READ)).rejects.toMatchObject({ code: "unauthenticated" });
    expect(emulator.requests).toEqual([]);
  });

  it("is observed without ids, names or tokens", async () => {
    const { reader, observed, token } = openLine();
    await reader.listAccounts({ search: "nordwind" });
    expect(JSON.stringify(observed)).not.toMatch(new RegExp(`nordwind|acc-|${token}`, "i"));
    expect(observed.at(-1)).toMatchObject({
      name: "companies.search",
      kind: "search",
      status: 200,
      attempt: 1,
    });
  });
});
