import {
  EMPTY,
  foldText,
  HIDDEN,
  known,
  type Page,
  type RecordId,
  toRecordId,
  valueOf,
} from "@sweetspot/contract";
import {
  buildAccount,
  buildContact,
  buildLineItem,
  buildOpportunity,
  CONFORMANCE_USERS,
  conformanceWorld,
  type CrmWorld,
} from "@sweetspot/fixtures";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { API_VERSION } from "./api-version.ts";
import { createHubspotCrm } from "./hubspot-crm.ts";
import { createHubspotPortal } from "./hubspot-portal.ts";
import { createPortalBudget } from "./portal-budget.ts";
import { createQuickClock } from "./quick-clock.fixture.ts";
import { clientOf, NORDWIND, openPortal } from "./small-portal.fixture.ts";

const idsOf = ({ items }: Page<{ readonly id: RecordId }>): string[] => items.map(({ id }) => id);
const ELAN = toRecordId("acc-elan");
const QUIET = toRecordId("acc-quiet");
const LINE_ITEMS = "crm.objects.line_items.read";

describe("every request", () => {
  it("speaks one pinned version of the API", async () => {
    const { reader, emulator } = openPortal();
    await reader.openAccount(NORDWIND);
    await reader.listInvolvements?.(NORDWIND);
    for (const request of emulator.requests) expect(request).toContain(`/${API_VERSION}`);
  });
});

describe("a portal without some things", () => {
  it("whose app may not read line items says so, and hides what it knows to be there", async () => {
    const { reader } = openPortal({}, { missingScopes: [LINE_ITEMS] });
    const { opportunities, gaps } = await reader.openAccount(NORDWIND);
    const items = new Map(opportunities.items.map((deal) => [deal.id as string, deal.lineItems]));
    expect(items.get("opp-turbines")).toEqual(HIDDEN);
    expect(items.get("opp-frame")).toEqual(EMPTY);
    expect(gaps).not.toContain("no-line-items");
  });

  it("has a gap where the app may not read line items and no deal is known to have one", async () => {
    const { reader } = openPortal({}, { missingScopes: [LINE_ITEMS], mapping: {} });
    expect((await reader.openAccount(QUIET)).gaps).toContain("no-line-items");
  });

  it("without products or line items at all still shows its deals", async () => {
    const { reader } = openPortal({}, { missingObjects: ["products", "line_items"] });
    const overview = await reader.openAccount(NORDWIND);
    expect(overview.opportunities.items.length).toBeGreaterThan(5);
    expect(overview.products.items).toEqual([]);
    expect(overview.gaps).toContain("no-products");
    // The deal names a product that cannot be looked up: its value is all there is.
    const service = overview.opportunities.items.find(({ id }) => id === "opp-service");
    expect(service?.lineItems).toMatchObject({ value: [{ product: EMPTY, productName: "prd-service" }] });
  });

  it("whose app may not ask who the admins are has none, unless the gateway knows them", async () => {
    const { reader } = openPortal({}, { missingScopes: ["settings.users.read"] });
    expect((await reader.whoAmI()).role).toBe("rep");
  });

  it("that grants no companies fails with the scope an admin has to grant", async () => {
    const { reader } = openPortal({}, { missingScopes: ["crm.objects.companies.read"] });
    await expect(reader.openAccount(NORDWIND)).rejects.toMatchObject({
      code: "forbidden",
      detail: { missingScopes: ["crm.objects.companies.read"] },
    });
  });
});

describe("what does not show", () => {
  it("is told where associations lead to it, and changes nothing else", async () => {
    const user = CONFORMANCE_USERS.rep;
    const told = await openPortal({}, { user, leaksAssociations: true }).reader.openAccount(NORDWIND);
    const silent = await openPortal({}, { user }).reader.openAccount(NORDWIND);
    expect(told.gaps).toEqual(["no-assets", "hidden-accounts", "hidden-opportunities", "hidden-contacts"]);
    expect(silent.gaps).toEqual(["no-assets", "hidden-contacts", "hidden-unknown"]);
    expect({ ...told, gaps: [] }).toEqual({ ...silent, gaps: [] });
  });

  it("is told of contacts by the company's count of them, and not to those who see them all", async () => {
    const world = conformanceWorld();
    const nordwind = world.contacts.find(({ account }) => valueOf(account) === NORDWIND)?.id ?? NORDWIND;
    const rule = { object: "contact", role: "rep" } as const;
    const gapsOf = async (rules: CrmWorld["access"], user: RecordId) =>
      (await openPortal({ access: rules }, { user }).reader.openAccount(NORDWIND)).gaps;
    const { rep, admin } = CONFORMANCE_USERS;
    expect(await gapsOf([], rep)).not.toContain("hidden-contacts");
    expect(await gapsOf([{ ...rule, ids: [nordwind] }], rep)).toContain("hidden-contacts");
    expect(await gapsOf([rule], rep)).toContain("hidden-contacts");
    expect(await gapsOf([rule], admin)).not.toContain("hidden-contacts");
  });

  it("is told where HubSpot refuses a user every contact, and everything else is shown", async () => {
    const { emulator, as } = openPortal({}, { user: CONFORMANCE_USERS.rep });
    const client = clientOf(emulator);
    const refused = { status: "error", category: "FORBIDDEN", message: "No permission." };
    const { token } = as(CONFORMANCE_USERS.rep);
    const { userId } = emulator.signIn(CONFORMANCE_USERS.rep);
    const portal = createHubspotPortal({
      mapping: emulator.mapping,
      clock: createQuickClock(),
      client: {
        apiRequest: async (request) =>
          /\/contacts\/batch|companies\/contacts/.test(request.path ?? "")
            ? Response.json(refused, { status: 403 })
            : client.apiRequest(request),
      },
    });
    const { reader } = createHubspotCrm({
      portal,
      user: { id: userId, token: () => token },
      planStore: () => Promise.reject(new Error("No plan is needed.")),
    });
    const { contacts, opportunities, gaps } = await reader.openAccount(NORDWIND);
    expect(contacts.items).toEqual([]);
    expect(opportunities.items.length).toBeGreaterThan(0);
    expect(gaps).toContain("hidden-contacts");
  });

  it("counts as hidden where a deal has line items none of which may be seen", async () => {
    const { as } = openPortal();
    const { reader } = as(CONFORMANCE_USERS.rep);
    const deals = await reader.listOpportunities(NORDWIND);
    expect(deals.items.find(({ id }) => id === "opp-discreet")?.lineItems).toEqual(HIDDEN);
  });
});

describe("a deal", () => {
  it("closes on the day the portal shows, whatever the zone of the instant", async () => {
    const { reader, emulator } = openPortal();
    const properties = emulator.portal.records.deals.get("opp-elan")?.properties ?? {};
    for (const [stored, day] of [
      ["2026-03-31T22:30:00.000Z", "2026-04-01"],
      ["2026-04-01T21:59:59.000Z", "2026-04-01"],
      ["1775080800000", "2026-04-02"],
      ["2026-04-01", "2026-04-01"],
    ] as const) {
      properties["closedate"] = stored;
      const [deal] = (await reader.listOpportunities(ELAN)).items;
      expect(deal?.closeDate, stored).toEqual(known(day));
    }
  });

  it("whose stage was removed is open, won or lost as HubSpot goes on saying", async () => {
    const { reader, emulator } = openPortal();
    const properties = emulator.portal.records.deals.get("opp-elan")?.properties ?? {};
    Object.assign(properties, { dealstage: "gone", hs_is_closed: "true", hs_is_closed_won: "true" });
    const [deal] = (await reader.listOpportunities(ELAN)).items;
    expect(deal).toMatchObject({ status: "won", stage: known("gone") });
  });

  it("belongs to its primary company, and to another one only where it has none", async () => {
    const { reader, emulator } = openPortal();
    const { associations } = emulator.portal;
    const connect = (company: string) =>
      emulator.handle(
        new Request(
          `https://api.hubapi.com/crm/objects/${API_VERSION}/deals/opp-elan/associations/default/companies/${company}`,
          {
            method: "PUT",
            headers: { authorization: `Bearer ${emulator.signIn(CONFORMANCE_USERS.admin).token}` },
          },
        ),
      );
    await connect("acc-quiet");
    expect(idsOf(await reader.listOpportunities(QUIET))).toEqual([]);
    expect(idsOf(await reader.listOpportunities(ELAN))).toEqual(["opp-elan"]);
    associations.remove("deals", "opp-elan", "companies", "acc-elan");
    const [deal] = (await reader.listOpportunities(QUIET)).items;
    expect(deal).toMatchObject({ id: "opp-elan", account: known("acc-quiet") });
  });

  it("has its line items in the order of its quote", async () => {
    const lineItems = ["c", "a", "b"].map((id) => buildLineItem(`line-${id}`, id));
    const deal = buildOpportunity("opp-long", "Long", { account: "acc-quiet", lineItems });
    const { reader } = openPortal({ opportunities: [deal] });
    const [found] = (await reader.listOpportunities(QUIET)).items;
    expect(found?.lineItems).toEqual(deal.lineItems);
  });
});

describe("records that went away", () => {
  it("archived ones are in no list, and not to be found", async () => {
    const { reader, emulator } = openPortal();
    const { companies, deals } = emulator.portal.records;
    for (const record of [companies.get("acc-marine"), deals.get("opp-turbines")])
      if (record) record.archived = true;
    expect(idsOf(await reader.listFamily(NORDWIND))).not.toContain("acc-marine");
    expect(idsOf(await reader.listOpportunities(NORDWIND))).not.toContain("opp-turbines");
    await expect(reader.listContacts(toRecordId("acc-marine"))).rejects.toMatchObject({ code: "not-found" });
  });

  it("a company that was merged answers as its survivor, with what both had", async () => {
    const { reader, emulator, token } = openPortal();
    await emulator.handle(
      new Request(`https://api.hubapi.com/crm/objects/${API_VERSION}/companies/merge`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ primaryObjectId: "acc-quiet", objectIdToMerge: "acc-elan" }),
      }),
    );
    const overview = await reader.openAccount(ELAN);
    expect(overview.account).toMatchObject({ id: "acc-quiet", name: "Quiet Harbour" });
    expect(idsOf(overview.opportunities)).toEqual(["opp-elan"]);
  });
});

describe("large portals", () => {
  it("give all associations of a company, also those that do not fit into one answer", async () => {
    const numbers = Array.from({ length: 230 }, (_, index) => String(index).padStart(3, "0"));
    const contacts = numbers.map((number) =>
      buildContact(`con-${number}`, `Ada ${number}`, { account: "acc-quiet" }),
    );
    const { reader } = openPortal({ contacts, involvements: [] }, { associationsPerPage: 50 });
    const first = await reader.listContacts(QUIET);
    const second = await reader.listContacts(QUIET, { cursor: first.next ?? "" });
    expect([...idsOf(first), ...idsOf(second)]).toEqual(numbers.map((number) => `con-${number}`));
  });

  it("are read to the deepest company, with as many requests as levels need", async () => {
    const ids = Array.from({ length: 12 }, (_, level) => `level-${String(level).padStart(2, "0")}`);
    const accounts = ids.map((id, level) =>
      buildAccount(id, `Level ${id}`, level === 0 ? {} : { parent: ids[level - 1] ?? "" }),
    );
    const { reader, asked } = openPortal({ accounts, involvements: [] });
    expect(idsOf(await reader.listFamily(toRecordId("level-00")))).toEqual(ids);
    const associations = asked().filter((name) => name === "companies.associations.companies");
    // HubSpot says of the last one that nothing is below.
    expect(associations).toHaveLength(ids.length - 1);
  });

  it("say where a search ends, instead of ending there without a word", async () => {
    const { reader } = openPortal();
    const cursor = JSON.stringify(["accounts", 10_000]);
    await expect(reader.listAccounts({}, { cursor })).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("a portal that does not count companies below others", () => {
  it("is asked for them at every level, and shows the same family", async () => {
    const accounts = ["a", "b", "c"].map((id, level) =>
      buildAccount(id, `Level ${id}`, level === 0 ? {} : { parent: ["a", "b"][level - 1] ?? "" }),
    );
    const { reader, emulator, asked } = openPortal({ accounts, involvements: [] });
    emulator.portal.definitions.companies.delete("hs_num_child_companies");
    expect(idsOf(await reader.listFamily(toRecordId("a")))).toEqual(["a", "b", "c"]);
    expect(asked().filter((name) => name === "companies.associations.companies")).toHaveLength(3);
  });
});

describe("a search", () => {
  it("finds a company by any part of its name, without case and accents, however HubSpot cuts it into words", async () => {
    const letters = [..."abdehnorstuz", ..."ÄÉéöüåñçŠß", ..."0 7-&.'_%*"];
    const names = fc
      .string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 14 })
      .filter((name) => /[^ ]/.test(name));
    await fc.assert(
      fc.asyncProperty(names, fc.nat(12), fc.nat(12), async (name, from, length) => {
        const { reader } = openPortal({ accounts: [buildAccount("acc-x", name)], involvements: [] });
        const search = foldText([...name].slice(from, from + length + 1).join(""));
        expect(idsOf(await reader.listAccounts({ search })), search).toEqual(["acc-x"]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("answers that are remembered", () => {
  const remembering = { settings: { freshMs: 60_000 } };

  it("make an account and its plan, opened again, cost a request each, which asks whether it may still be seen", async () => {
    const { reader, store, asked, clock } = openPortal({}, remembering);
    const first = await reader.openAccount(NORDWIND);
    await store.load([{ kind: "account", account: NORDWIND }]);
    asked();
    clock.advance(30_000);
    expect(await reader.openAccount(NORDWIND)).toEqual(first);
    expect(asked()).toEqual(["companies.read"]);
    await store.load([{ kind: "account", account: NORDWIND }]);
    expect(asked()).toEqual(["companies.read"]);
  });

  it("are shared by all users where HubSpot tells everybody the same; who signs in asks himself, and knows who works here", async () => {
    const { reader, as, asked } = openPortal({}, remembering);
    await reader.openAccount(NORDWIND);
    asked();
    await as(CONFORMANCE_USERS.rep).reader.whoAmI();
    expect(asked()).toEqual(["owners"]);
    await as(CONFORMANCE_USERS.rep).reader.listTeamMembers();
    expect(asked()).toEqual([]);
  });

  it("are for the user alone who was given them", async () => {
    const { reader, as } = openPortal({}, remembering);
    await reader.openAccount(NORDWIND);
    const seen = await as(CONFORMANCE_USERS.rep).reader.openAccount(NORDWIND);
    expect(idsOf(seen.family)).not.toContain("acc-defence");
    for (const account of seen.family.items) expect(account.annualRevenue).toEqual(HIDDEN);
  });

  it("are forgotten in time, and as soon as a change is told", async () => {
    const { reader, emulator, portal, clock } = openPortal({}, remembering);
    const cityOf = async () => (await reader.listFamily(NORDWIND)).items.at(-1)?.city;
    const last = (await reader.listFamily(NORDWIND)).items.at(-1)?.id ?? "";
    const properties = emulator.portal.records.companies.get(last)?.properties ?? {};
    properties["city"] = "Husum";
    expect(await cityOf()).toEqual(EMPTY);
    portal.forget();
    expect(await cityOf()).toEqual(known("Husum"));
    properties["city"] = "Flensburg";
    portal.forget(["acc-elan"]);
    expect(await cityOf()).toEqual(known("Husum"));
    portal.forget([last]);
    expect(await cityOf()).toEqual(known("Flensburg"));
    properties["city"] = "Wismar";
    clock.advance(61_000);
    expect(await cityOf()).toEqual(known("Wismar"));
  });

  it("do not show a company that is gone", async () => {
    const { reader, emulator } = openPortal({}, remembering);
    await reader.openAccount(ELAN);
    const record = emulator.portal.records.companies.get("acc-elan");
    if (record) record.archived = true;
    await expect(reader.openAccount(ELAN)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("plans", () => {
  it("are kept of no company the user may not see, and no request reaches the store before HubSpot has agreed", async () => {
    const { as, memory } = openPortal();
    memory.failNext("malformed");
    const { store } = as(CONFORMANCE_USERS.rep);
    const secret = { kind: "account", account: toRecordId("acc-secret") } as const;
    await expect(store.load([secret])).rejects.toMatchObject({ code: "not-found" });
    await expect(
      store.commit({ scope: secret, key: "commit-secret", puts: [], removes: [] }),
    ).rejects.toMatchObject({ code: "not-found" });
    // The failure planned for the store's next call is still waiting.
    await expect(store.load([{ kind: "account", account: ELAN }])).rejects.toMatchObject({
      code: "malformed",
    });
  });
});

describe("one user's failure", () => {
  it("is not another one's: what all share is read again by whoever may", async () => {
    const { emulator, as } = openPortal();
    const [gone, here] = [as(CONFORMANCE_USERS.rep), as(CONFORMANCE_USERS.otherRep)];
    emulator.expireToken(gone.token);
    const [refused, answered] = await Promise.allSettled([gone.reader.whoAmI(), here.reader.whoAmI()]);
    expect(refused).toMatchObject({ status: "rejected", reason: { code: "unauthenticated" } });
    expect(answered).toMatchObject({ status: "fulfilled", value: { id: CONFORMANCE_USERS.otherRep } });
  });

  it("ends what it had still to ask", async () => {
    const clock = createQuickClock();
    const budget = createPortalBudget({ clock, perTenSeconds: 3 });
    const { reader, emulator } = openPortal({}, { settings: { clock, budget, patienceMs: 60_000 } });
    await reader.whoAmI();
    clock.advance(60_000);
    emulator.failNext("daily-limit");
    await expect(reader.openAccount(NORDWIND)).rejects.toMatchObject({ code: "rate-limited" });
    const asked = emulator.requests.length;
    for (let naps = 0; naps < 10; naps += 1) await clock.sleep(10_000);
    expect(emulator.requests).toHaveLength(asked);
  });
});
