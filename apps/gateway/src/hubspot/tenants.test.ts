import type { HubspotClient, HubspotPortal } from "@sweetspot/crm-hubspot";
import type { Database } from "@sweetspot/crm-sql";
import { expect, it } from "vitest";
import type { AccessTokens } from "./access-tokens.ts";
import { createTenants } from "./tenants.ts";

const MINUTE_MS = 60_000;

/** Portals without settings, of which nothing is asked. */
function openTenants() {
  let time = 0;
  const tenants = createTenants({
    client: {} as HubspotClient,
    database: { query: async () => [] } as Partial<Database> as Database,
    tokens: {} as AccessTokens,
    mostRemembered: 1000,
    now: () => time,
  });
  return { tenants, pass: (milliseconds: number) => void (time += milliseconds) };
}

it("a portal nobody asks for is let go, one that is asked for stays open", async () => {
  const { tenants, pass } = openTenants();
  const [left, used] = [await tenants.portal("1"), await tenants.portal("2")];
  for (let minutes = 0; minutes < 15; minutes += 1) {
    pass(MINUTE_MS);
    expect(await tenants.portal("2")).toBe(used);
    tenants.sweep();
  }
  expect(await tenants.portal("2")).toBe(used);
  expect(await tenants.portal("1")).not.toBe(left);
});

it("all portals together remember no more than they may, and those used last remember", async () => {
  const { tenants, pass } = openTenants();
  const portals: HubspotPortal[] = [];
  for (let number = 0; number < 20; number += 1) {
    const portal = await tenants.portal(String(number));
    portal.memory.keep("user", "GET /", { text: "x".repeat(200) }, portal.memory.time);
    portals.push(portal);
    pass(1);
  }
  const held = () => portals.map(({ memory }) => memory.size);
  expect(held().reduce((sum, size) => sum + size)).toBeGreaterThan(1000);
  tenants.sweep();
  expect(held().reduce((sum, size) => sum + size)).toBeLessThanOrEqual(1000);
  expect(held().at(-1)).toBeGreaterThan(0);
});
