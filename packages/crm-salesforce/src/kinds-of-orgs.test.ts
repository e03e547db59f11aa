import { HIDDEN, known, toRecordId, valueOf } from "@sweetspot/contract";
import {
  buildAccount,
  buildInvolvement,
  buildLineItem,
  buildOpportunity,
  CONFORMANCE_USERS,
  conformanceWorld,
  money,
} from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { NORDWIND, openOrg } from "./small-org.fixture.ts";

describe("an org with person accounts", () => {
  const rosa = buildAccount("acc-rosa", "Rosa Gonzalez", { owner: "user-mara" });
  const world = {
    ...conformanceWorld(),
    accounts: [...conformanceWorld().accounts, rosa],
    opportunities: [buildOpportunity("opp-rosa", "Sailing boat", { account: "acc-rosa", amount: money(9) })],
  };
  const open = (extra = {}) => openOrg({ ...world, ...extra }, { personAccounts: [rosa.id] });

  it("shows the person as account and as its one contact", async () => {
    const overview = await open().reader.openAccount(rosa.id);
    expect(overview.account).toMatchObject({ name: "Rosa Gonzalez", industry: { state: "empty" } });
    expect(overview.contacts.items).toMatchObject([{ name: "Rosa Gonzalez", account: known(rosa.id) }]);
    expect(overview.contacts.items[0]?.id).not.toBe(rosa.id);
    expect(overview.opportunities.items.map((deal) => deal.id)).toEqual(["opp-rosa"]);
    expect(overview.family.items).toHaveLength(1);
  });

  it("finds her among the accounts, once", async () => {
    const { items } = await open().reader.listAccounts({ search: "gonzalez" });
    expect(items.map((account) => account.id)).toEqual([rosa.id]);
  });

  it("tells where else she has a part", async () => {
    const [contact] = (await open().reader.listContacts(rosa.id)).items;
    if (!contact) throw new Error("There is no contact.");
    const involvements = [
      buildInvolvement("inv-rosa", contact, { account: "acc-marine" }, { roles: ["Patron"], active: true }),
    ];
    const found = await open({ involvements }).reader.listInvolvements?.(NORDWIND);
    expect(found?.items).toMatchObject([{ person: { contact: { name: "Rosa Gonzalez" } } }]);
  });
});

describe("an org of several currencies", () => {
  const world = {
    accounts: [
      buildAccount("acc-nordwind", "Nordwind", { annualRevenue: money(5, "CHF") }),
      buildAccount("acc-us", "Nordwind US", { parent: "acc-nordwind", annualRevenue: money(7, "USD") }),
    ],
    opportunities: [
      buildOpportunity("opp-yen", "Yen", {
        account: "acc-us",
        amount: money(1_000_000, "JPY"),
        closeDate: "2020-03-01",
        lineItems: [buildLineItem("line-yen", "Turbine T9", { amount: money(999_999, "JPY") })],
      }),
      buildOpportunity("opp-euro", "Euro", { account: "acc-us", amount: money(3), closeDate: "2020-02-01" }),
    ],
  };

  it("leaves every amount in its record's own currency: nothing is converted, at no day's rate", async () => {
    const { reader } = openOrg(world, { currency: "EUR" });
    const { family, opportunities } = await reader.openAccount(NORDWIND);
    expect(family.items.map((account) => valueOf(account.annualRevenue))).toEqual([
      money(5, "CHF"),
      money(7, "USD"),
    ]);
    expect(opportunities.items.map((deal) => valueOf(deal.amount))).toEqual([
      money(1_000_000, "JPY"),
      money(3),
    ]);
    expect(valueOf(opportunities.items[0]?.lineItems)?.[0]?.amount).toEqual(known(money(999_999, "JPY")));
  });

  it("shows a product's price in the user's currency where it has one, and otherwise in its own", async () => {
    const prices = async (currency: string) => {
      const { items } = await openOrg({}, { currency }).reader.listProducts();
      return valueOf(items.find((product) => product.id === "prd-service")?.listPrice);
    };
    expect(await prices("USD")).toEqual(money(1999.99, "USD"));
    expect(await prices("CHF")).toEqual(money(1999.99, "USD"));
  });
});

describe("an org that withholds parent accounts from reps", () => {
  const access = [{ object: "account", field: "parent", role: "rep" }] as const;
  const open = () => openOrg({ access }, { user: CONFORMANCE_USERS.rep });

  it("is read account by account: no filter may name what the user may not see", async () => {
    const { reader, asked } = open();
    const overview = await reader.openAccount(NORDWIND);
    expect(overview.family.items).toMatchObject([{ id: NORDWIND, parent: HIDDEN }]);
    expect(overview.opportunities.items.map((deal) => deal.id)).toEqual(["opp-hidden", "opp-turbines"]);
    expect(overview.gaps).toContain("no-hierarchy");
    expect(asked().filter((one) => one === "org")).toHaveLength(1);
    for (const list of [reader.listOpportunities, reader.listAssets, reader.listInvolvements])
      expect((await list?.(NORDWIND))?.items.length).toBeGreaterThan(0);
  });

  it("still shows a subsidiary as itself", async () => {
    const overview = await open().reader.openAccount(toRecordId("acc-energy"));
    expect(overview.opportunities.items.map((deal) => deal.id)).toEqual(["opp-service"]);
  });
});

describe("what Salesforce tells of what it withholds", () => {
  const open = (world = {}) => openOrg(world, { user: CONFORMANCE_USERS.rep });
  const gapsOf = async (world = {}) =>
    (await open(world).reader.openAccount(NORDWIND)).gaps.filter((gap) => gap.startsWith("hidden"));

  it("is an invisible account that has a visible deal: both are known to be missing", async () => {
    expect(await gapsOf()).toEqual(["hidden-accounts", "hidden-opportunities"]);
  });

  it("is an invisible account above a visible one; whether deals are missing stays unknown", async () => {
    expect(await gapsOf({ opportunities: [] })).toEqual(["hidden-accounts", "hidden-unknown"]);
  });

  it("is nothing of an invisible account without anything visible below: that it cannot tell is said", async () => {
    const accounts = conformanceWorld().accounts.filter((account) => account.id !== "acc-radar");
    expect(await gapsOf({ accounts, opportunities: [] })).toEqual(["hidden-unknown"]);
  });
});

describe("a user who may not see a whole object", () => {
  it("of contacts gets all the rest, and is told that contacts are hidden", async () => {
    const { reader } = openOrg({}, { missingObjects: ["Contact"] });
    const overview = await reader.openAccount(NORDWIND);
    expect(overview.contacts.items).toEqual([]);
    expect(overview.gaps).toContain("hidden-contacts");
    expect(overview.opportunities.items.length).toBeGreaterThan(0);
    expect((await reader.listContacts(NORDWIND)).items).toEqual([]);
    const people = await reader.listInvolvements?.(NORDWIND);
    expect(new Set(people?.items.map((item) => item.person.kind))).toEqual(new Set(["team-member"]));
  });

  it("of deals is told that they are hidden, not that there are none", async () => {
    const { reader } = openOrg({}, { missingObjects: ["Opportunity"] });
    const overview = await reader.openAccount(NORDWIND);
    expect(overview.opportunities.items).toEqual([]);
    expect(overview.gaps).toEqual(expect.arrayContaining(["hidden-opportunities", "hidden-unknown"]));
    expect(overview.assets.items.length).toBeGreaterThan(0);
    expect((await reader.listOpportunities(NORDWIND)).items).toEqual([]);
    const people = await reader.listInvolvements?.(NORDWIND);
    expect(new Set(people?.items.map((item) => item.place.kind))).toEqual(new Set(["account"]));
  });
});

it("a mapped product field that is gone keeps no account from opening", async () => {
  const settings = [{ kind: "opportunityProduct", value: "Removed__c", label: "Removed" }];
  const { reader } = openOrg({ opportunities: [] }, { settings });
  expect((await reader.openAccount(NORDWIND)).gaps).toContain("no-line-items");
});
