import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { setupServer } from "msw/node";
import { describe, expect, it } from "vitest";
import { createHubspotEmulator, type HubspotEmulatorOptions } from "./emulator.ts";
import type { FailureCause } from "./failures.ts";
import { createHubspotHandlers } from "./hubspot-handlers.ts";

const OBJECTS = "https://api.hubapi.com/crm/objects/2026-09";

function open(options: HubspotEmulatorOptions = {}) {
  let now = 0;
  const emulator = createHubspotEmulator(conformanceWorld(), { now: () => now, ...options });
  const { token } = emulator.signIn(CONFORMANCE_USERS.admin);
  const headers = { authorization: `Bearer ${token}` };
  return {
    emulator,
    headers,
    advance: (ms: number) => {
      now += ms;
    },
    read: (path = "/companies/acc-elan") => emulator.handle(new Request(`${OBJECTS}${path}`, { headers })),
    search: async (body: object, type = "companies") => {
      const request = new Request(`${OBJECTS}/${type}/search`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      const response = await emulator.handle(request);
      const answer = (await response.json()) as { readonly total?: number };
      return { ...answer, status: response.status };
    },
  };
}

describe("limits", () => {
  it("of ten rolling seconds refuse with their policy, and refused calls count too", async () => {
    const { read, advance } = open({ limits: { perTenSeconds: 2 } });
    const statuses = async () => (await read()).status;
    expect([await statuses(), await statuses(), await statuses()]).toEqual([200, 200, 429]);
    advance(9_999);
    expect(await statuses()).toBe(429);
    advance(10_000);
    const response = await read();
    expect(response.status).toBe(200);
    expect(response.headers.get("x-hubspot-ratelimit-remaining")).toBe("1");
  });

  it("of searches are apart, and say nothing in headers", async () => {
    const { search, read } = open({ limits: { searchesPerSecond: 1 } });
    expect((await search({})).status).toBe(200);
    expect(await search({})).toMatchObject({ status: 429, policyName: "SECONDLY" });
    expect((await read()).status).toBe(200);
  });

  it("of the day do not end by waiting seconds", async () => {
    const { read, advance } = open({ limits: { daily: 1 } });
    await read();
    advance(60_000);
    expect(await (await read()).json()).toMatchObject({ policyName: "DAILY", category: "RATE_LIMITS" });
  });
});

describe("a planned failure", () => {
  it.each<[FailureCause, number, string | null]>([
    ["locked", 423, null],
    ["migrating", 477, "3600"],
    ["server-error", 500, null],
    ["unavailable-page", 503, null],
    ["no-permission", 403, null],
  ])("%s answers %s", async (cause, status, retryAfter) => {
    const { read, emulator } = open();
    emulator.failNext(cause);
    const response = await read();
    expect([response.status, response.headers.get("retry-after")]).toEqual([status, retryAfter]);
    expect((await read()).status).toBe(200);
  });
});

describe("a search", () => {
  it("does not know what changed a moment ago", async () => {
    const { emulator, headers, search, advance } = open({ searchLagMs: 5000 });
    const body = JSON.stringify({ properties: { name: "Werft Stralsund" } });
    await emulator.handle(new Request(`${OBJECTS}/companies`, { method: "POST", headers, body }));
    const find = async () =>
      (
        await search({
          filterGroups: [{ filters: [{ propertyName: "name", operator: "EQ", value: "Werft Stralsund" }] }],
        })
      ).total;
    expect(await find()).toBe(0);
    advance(5000);
    expect(await find()).toBe(1);
  });

  it.each([
    ["more than 200 results", { limit: 201 }],
    ["results beyond the 10,000th", { limit: 200, after: "9900" }],
    ["two sorts", { sorts: ["name", "city"] }],
    ["a property that is not there", { sorts: ["no_such_property"] }],
    [
      "too many filters",
      { filterGroups: [{ filters: Array.from({ length: 7 }, () => ({ propertyName: "name" })) }] },
    ],
  ])("is refused for %s", async (_, body) => {
    expect(await search400(body)).toMatchObject({ status: 400, category: "VALIDATION_ERROR" });
  });

  const search400 = (body: object) => open().search(body);

  it("compares words without case, with stars for parts of them, and knows accents", async () => {
    const { search } = open();
    const find = async (value: string) =>
      (
        await search({
          filterGroups: [{ filters: [{ propertyName: "name", operator: "CONTAINS_TOKEN", value }] }],
        })
      ).total;
    expect(await find("nordwind")).toBe(5);
    expect(await find("dwind")).toBe(0);
    expect(await find("*DWIND")).toBe(5);
    expect(await find("elan")).toBe(0);
    expect(await find("*lan")).toBe(1);
  });
});

it("stands behind msw like HubSpot's own address", async () => {
  const { emulator, headers } = open();
  const server = setupServer(...createHubspotHandlers(emulator));
  server.listen();
  try {
    const response = await fetch(`${OBJECTS}/companies/acc-elan`, { headers });
    expect(await response.json()).toMatchObject({ id: "acc-elan" });
  } finally {
    server.close();
  }
});
