import { accountScope, EMPTY, HIDDEN, known, type Page, toRecordId } from "@sweetspot/contract";
import {
  buildAccount,
  buildContact,
  buildLineItem,
  buildOpportunity,
  CONFORMANCE_USERS,
  conformanceWorld,
  money,
} from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import type { SalesforceTransport } from "./salesforce-transport.port.ts";
import { NORDWIND, openOrg } from "./small-org.fixture.ts";

const idsOf = ({ items }: Page<{ readonly id: string }>): string[] => items.map((item) => item.id);

async function readAll<T>(list: (cursor: { cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let page = await list({}); ; page = await list({ cursor: page.next })) {
    items.push(...page.items);
    if (page.next === undefined) return items;
  }
}

describe("opening an account", () => {
  it("asks the org once, and once what it says of itself", async () => {
    const { reader, askedInAll } = openOrg();
    await reader.openAccount(NORDWIND);
    expect(askedInAll()).toEqual(["setup", "overview"]);
    await reader.openAccount(NORDWIND);
    expect(askedInAll().slice(2)).toEqual(["overview"]);
  });

  it("asks once more where the account shows nothing, and remembers what the org has", async () => {
    const { reader, asked } = openOrg();
    const quiet = toRecordId("acc-quiet");
    expect((await reader.openAccount(quiet)).gaps).toEqual(["hidden-unknown"]);
    await reader.openAccount(quiet);
    expect(asked().filter((one) => one === "gaps")).toHaveLength(1);
  });
});

describe("large families", () => {
  /** A chain of accounts, each below the one before, with a deal and an asset-like contact on every level. */
  const chain = (length: number) => {
    const ids = Array.from({ length }, (_, level) => `level-${String(level).padStart(2, "0")}`);
    return {
      accounts: ids.map((id, level) =>
        buildAccount(id, `Level ${id}`, level === 0 ? {} : { parent: ids[level - 1] ?? "" }),
      ),
      opportunities: ids.map((id, level) =>
        buildOpportunity(`opp-${id}`, "Deal", {
          account: id,
          closeDate: `2026-01-${String(level + 1).padStart(2, "0")}`,
        }),
      ),
      ids,
    };
  };

  it("are read to the deepest account, level by level", async () => {
    const { ids, ...world } = chain(23);
    const { reader } = openOrg(world);
    const root = toRecordId("level-00");
    expect(idsOf(await reader.listFamily(root))).toEqual(ids);
    expect(idsOf(await reader.listOpportunities(root))).toEqual(ids.map((id) => `opp-${id}`).toReversed());
  });

  it("show the same deals first when they are opened", async () => {
    const { reader } = openOrg(chain(9));
    const root = toRecordId("level-00");
    const overview = await reader.openAccount(root);
    expect(overview.opportunities).toEqual(await reader.listOpportunities(root));
    expect(overview.family.items).toHaveLength(9);
  });

  it("need no second query down to five levels", async () => {
    const { reader, asked } = openOrg(chain(5));
    await reader.listOpportunities(toRecordId("level-00"));
    expect(asked()).toEqual(["opportunities"]);
  });

  it("of more than 2,000 accounts come whole", async () => {
    const accounts = [
      buildAccount("root", "Root"),
      ...Array.from({ length: 2100 }, (_, index) =>
        buildAccount(`child-${index}`, `Child ${index}`, { parent: "root" }),
      ),
    ];
    const { reader } = openOrg({ accounts, opportunities: [], contacts: [], assets: [] });
    const page = await reader.listFamily(toRecordId("root"), { limit: 2000 });
    expect(page).toMatchObject({ total: 2101 });
    expect(
      (await reader.listFamily(toRecordId("root"), { limit: 2000, cursor: page.next ?? "" })).items,
    ).toHaveLength(101);
  });

  it("end where parents stand in a circle", async () => {
    const accounts = [buildAccount("a", "A", { parent: "b" }), buildAccount("b", "B", { parent: "a" })];
    const { reader } = openOrg({ accounts });
    expect(idsOf(await reader.listFamily(toRecordId("a")))).toEqual(["a", "b"]);
  });
});

describe("long lists", () => {
  it("keep a deal's line items beyond those that came with it", async () => {
    const lineItems = Array.from({ length: 450 }, (_, index) =>
      buildLineItem(`line-${index}`, "Turbine T9", { product: "prd-turbine", amount: money(index) }),
    );
    const { reader } = openOrg({
      opportunities: [buildOpportunity("long", "Long", { account: "acc-nordwind", lineItems })],
    });
    const [deal] = (await reader.listOpportunities(NORDWIND)).items;
    expect(deal?.lineItems).toEqual(known(lineItems));
    expect((await reader.openAccount(NORDWIND)).opportunities.items[0]).toEqual(deal);
  });

  it("lose and repeat nothing between pages of different sizes", async () => {
    const contacts = Array.from({ length: 730 }, (_, index) =>
      buildContact(`con-${index}`, `${index % 7 === 0 ? "Å" : "B"}nna ${index % 50}`, {
        account: "acc-quiet",
      }),
    );
    const { reader } = openOrg({ contacts });
    const quiet = toRecordId("acc-quiet");
    const whole = await readAll((page) => reader.listContacts(quiet, page));
    expect(new Set(whole.map((contact) => contact.id)).size).toBe(730);
    for (const limit of [110, 199, 200, 201, 650, 2000])
      expect(await readAll((page) => reader.listContacts(quiet, { ...page, limit })), String(limit)).toEqual(
        whole,
      );
  });
});

describe("the number of all items", () => {
  it("is told for deals, assets and found accounts where one answer holds them, the same on every page", async () => {
    const { reader } = openOrg({}, { user: CONFORMANCE_USERS.rep });
    const first = await reader.listOpportunities(NORDWIND, { limit: 3 });
    const second = await reader.listOpportunities(NORDWIND, { limit: 3, cursor: first.next ?? "" });
    expect([first.total, second.total]).toEqual([8, 8]);
    expect((await reader.listAssets?.(NORDWIND))?.total).toBe(2);
    expect((await reader.listAccounts({ search: "nordwind" })).total).toBe(4);
  });

  it("is not guessed where some of many rows may not be shown", async () => {
    const opportunities = Array.from({ length: 450 }, (_, index) =>
      buildOpportunity(`opp-${index}`, "Deal", { account: index === 7 ? "acc-defence" : "acc-nordwind" }),
    );
    const { reader } = openOrg({ opportunities }, { user: CONFORMANCE_USERS.rep });
    const pages = [await reader.listOpportunities(NORDWIND)];
    while (pages.at(-1)?.next !== undefined)
      pages.push(await reader.listOpportunities(NORDWIND, { cursor: pages.at(-1)?.next ?? "" }));
    expect(pages.flatMap((page) => page.items)).toHaveLength(449);
    for (const page of pages) expect(page.total).toBeUndefined();
  });
});

describe("an org that lacks something", () => {
  it("is asked what it lacks once, after it has refused a document", async () => {
    const { reader, asked } = openOrg({}, { missingObjects: ["Asset", "OpportunityLineItem"] });
    const overview = await reader.openAccount(NORDWIND);
    expect(asked()).toEqual(["overview", "org", "overview", "gaps"]);
    expect(overview.assets.items).toEqual([]);
    expect(overview.gaps).toEqual(["no-assets", "hidden-unknown"]);
    expect(idsOf((await reader.listAssets?.(NORDWIND)) ?? { items: [] })).toEqual([]);
    expect(asked().filter((one) => one === "org")).toHaveLength(1);
  });

  it("still says of each deal whether it has line items nobody here may see", async () => {
    const { reader } = openOrg({}, { missingObjects: ["OpportunityLineItem"] });
    const deals = new Map(
      (await reader.listOpportunities(NORDWIND)).items.map((deal) => [deal.id as string, deal]),
    );
    expect(deals.get("opp-turbines")?.lineItems).toEqual(HIDDEN);
    expect(deals.get("opp-frame")?.lineItems).toEqual(EMPTY);
    expect(deals.get("opp-service")?.lineItems).toMatchObject({ value: [{ origin: "opportunity" }] });
  });

  it("is understood by a call whose refusal arrives after another call has learnt what it lacks", async () => {
    let learnt = () => {};
    const others = new Promise<void>((resolve) => {
      learnt = resolve;
    });
    const around = (inner: SalesforceTransport): SalesforceTransport => ({
      ...inner,
      async graphql(operation, variables, options) {
        const answer = await inner.graphql(operation, variables, options);
        if (operation === "assets" && options?.lacks === undefined) await others;
        return answer;
      },
    });
    const { reader } = openOrg({}, { missingObjects: ["Asset"], around });
    const assets = reader.listAssets?.(NORDWIND);
    expect((await reader.openAccount(NORDWIND)).assets.items).toEqual([]);
    learnt();
    expect(await assets).toEqual({ items: [] });
  });

  it("works without products and prices", async () => {
    const { reader } = openOrg({}, { missingObjects: ["Product2", "PricebookEntry"] });
    expect((await reader.listProducts()).items).toEqual([]);
    expect((await reader.openAccount(NORDWIND)).gaps).toEqual(["no-products", "hidden-unknown"]);
    const [deal] = (await reader.listOpportunities(NORDWIND)).items.filter(
      (one) => one.id === "opp-turbines",
    );
    expect(deal?.lineItems).toMatchObject({ value: [{ productName: "Turbine T9" }, {}] });
  });

  it("takes the currency it was told where records carry none", async () => {
    const { reader } = openOrg({}, { singleCurrency: true, currency: "CHF" });
    const [root] = (await reader.listFamily(NORDWIND)).items;
    expect(root?.annualRevenue).toEqual(known(money(3_100_000_000.5, "CHF")));
    const { items } = await reader.listProducts();
    expect(items.find((product) => product.id === "prd-turbine")?.listPrice).toEqual(
      known(money(250_000, "CHF")),
    );
  });

  it("reports a field of the mapping that it does not have as withheld, under its label", async () => {
    const settings = [{ kind: "accountAttribute", value: "Removed__c", label: "Removed" }];
    const { reader } = openOrg({}, { settings });
    expect((await reader.listFamily(NORDWIND)).items[0]?.attributes).toEqual({ Removed: HIDDEN });
  });
});

describe("searching", () => {
  const crowd = Array.from({ length: 2400 }, (_, index) => buildAccount(`acc-${index}`, `Fabrik ${index}`));

  it("finds one account among thousands, accents or not", async () => {
    const accounts = [...crowd, buildAccount("found", "Ölmühle Königsbrück")];
    const { reader, asked } = openOrg({ accounts });
    for (const search of ["konigsbruck", "KÖNIGSBRÜCK öl", "muhle"])
      expect(idsOf(await reader.listAccounts({ search })), search).toEqual(["found"]);
    expect(asked()).toHaveLength(3);
  });

  it("pages through thousands, each once", async () => {
    const { reader } = openOrg({ accounts: crowd });
    const all = await readAll((page) => reader.listAccounts({ search: "fabrik" }, { ...page, limit: 2000 }));
    expect(new Set(all.map((account) => account.id)).size).toBe(2400);
  });
});

describe("who is who", () => {
  it("takes the roles from those who may write the library", async () => {
    const { reader } = openOrg({}, { user: CONFORMANCE_USERS.rep });
    expect((await reader.whoAmI()).role).toBe("rep");
    const roles = (await reader.listTeamMembers()).items.map((member) => [member.name, member.role]);
    expect(roles).toContainEqual(["Ines Baumann", "admin"]);
  });

  it("does not take a price for missing that is withheld, whatever the page", async () => {
    const { reader } = openOrg({}, { user: CONFORMANCE_USERS.rep });
    const products = await readAll((page) => reader.listProducts({ ...page, limit: 1 }));
    expect(products.map((product) => product.listPrice)).toEqual(products.map(() => HIDDEN));
    expect(products).toHaveLength(conformanceWorld().products.length - 1);
  });
});

describe("an org that changes under the reader", () => {
  it("no longer has an account that was deleted, nor its plan", async () => {
    const { reader, store, emulator } = openOrg();
    const elbe = toRecordId("acc-elbe");
    await emulator.handle(
      new Request("https://org.example/services/data/v66.0/sobjects/Account/acc-elbe", {
        method: "DELETE",
        headers: { authorization: `Bearer ${emulator.signIn(CONFORMANCE_USERS.admin)}` },
      }),
    );
    await expect(reader.openAccount(elbe)).rejects.toMatchObject({ code: "not-found" });
    await expect(store.load([accountScope(elbe)])).rejects.toMatchObject({ code: "not-found" });
  });

  it("says so when the day's requests are used up, and when a list failed inside an answer", async () => {
    const { reader } = openOrg({}, { dailyRequests: 2 });
    await reader.listProducts();
    await expect(reader.listProducts()).rejects.toMatchObject({ code: "rate-limited" });
    const other = openOrg();
    await other.reader.listProducts();
    other.emulator.failNext("graphql-fetching");
    await expect(other.reader.listContacts(NORDWIND)).rejects.toMatchObject({ code: "unavailable" });
  });
});
