import { type Account, foldText, type RecordId, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { readAll, type Started } from "./started.ts";

const ROOT = toRecordId("acc-nordwind");
const idsOf = (items: readonly { readonly id: RecordId }[]): RecordId[] => items.map((item) => item.id);

/** What a reader answers where nothing is withheld: the admin's eyes. */
export function describeReading(started: () => Started): void {
  const reader = () => started().admin.reader;
  const find = (search: string) => readAll((page) => reader().listAccounts({ search }, page));
  const world = () => started().world;

  describe("reading", () => {
    it("names its contract and its system", () => {
      expect(reader().contract).toBe("crm/1");
      expect(reader().system).toMatch(/\S/);
    });

    it("knows whose eyes these are", async () => {
      const members = world().teamMembers;
      expect(await reader().whoAmI()).toEqual(members.find((one) => one.id === CONFORMANCE_USERS.admin));
      expect(await started().rep.reader.whoAmI()).toEqual(
        members.find((one) => one.id === CONFORMANCE_USERS.rep),
      );
    });

    it("lists every account with every field as the CRM has it", async () => {
      const accounts = await readAll((page) => reader().listAccounts({}, page));
      expect(byId(accounts)).toEqual(byId(world().accounts));
    });

    it("orders accounts by name without case and accents, then by id", async () => {
      const accounts = await readAll((page) => reader().listAccounts({}, page));
      // Where signs stand in the alphabet is each CRM's own affair.
      const keys = accounts
        .map((account) => [foldText(account.name), account.id])
        .filter(([name]) => /^[a-z ]+$/.test(name ?? ""));
      expect(keys.length).toBeGreaterThan(10);
      expect(keys).toEqual(keys.toSorted((one, other) => (one < other ? -1 : 1)));
    });

    it("finds accounts that have every word of a search, in any order", async () => {
      expect(idsOf(await find("marine nordwind"))).toEqual(["acc-marine"]);
      expect(idsOf(await find("nordwind logistik"))).toEqual([]);
    });

    it("finds parts of words", async () => {
      expect(idsOf(await find("dwind ffsh"))).toEqual(["acc-offshore"]);
    });

    it("finds names whatever the case and the accents, in the search and in the name", async () => {
      expect(idsOf(await find("ELAN"))).toEqual(["acc-elan"]);
      expect(idsOf(await find("élbe"))).toEqual(["acc-elbe"]);
      expect(idsOf(await find("Soehne sohne"))).toEqual([]);
      expect(idsOf(await find("sohne"))).toEqual(["acc-quotes"]);
    });

    it("takes the signs of a search as text, never as wildcards or code", async () => {
      expect(idsOf(await find("%"))).toEqual(["acc-percent"]);
      expect(idsOf(await find("o_m"))).toEqual(["acc-percent"]);
      expect(idsOf(await find("o'hara"))).toEqual(["acc-quotes"]);
      for (const hopeless of ["nord*", "nord.ind", "\\", "' OR 1=1 --", "n_rdwind"])
        expect(await find(hopeless), hopeless).toEqual([]);
    });

    it("reads a blank search as no search", async () => {
      expect(await find("  ")).toEqual(await find(""));
      expect(await find("")).toHaveLength(world().accounts.length);
    });

    it("lists a family down to the deepest account, parents before children", async () => {
      const family = idsOf(await readAll((page) => reader().listFamily(ROOT, page)));
      const { accounts } = world();
      const parents = family.map((id) => accounts.find((account) => account.id === id)?.parent);
      expect(family[0]).toBe(ROOT);
      expect(family.toSorted()).toEqual(
        ["cables", "defence", "energy", "marine", "nordwind", "offshore", "radar"].map((id) => `acc-${id}`),
      );
      for (const [place, parent] of parents.entries())
        if (place > 0 && parent?.state === "known")
          expect(family.indexOf(parent.value), family[place]).toBeLessThan(place);
    });

    it("begins a family at the account asked for, not at its root", async () => {
      const family = await readAll((page) => reader().listFamily(toRecordId("acc-offshore"), page));
      expect(idsOf(family)).toEqual(["acc-offshore", "acc-cables"]);
    });

    it("lists the contacts of one account alone, by name", async () => {
      const contacts = await readAll((page) => reader().listContacts(ROOT, page));
      expect(idsOf(contacts)).toEqual(["con-arne", "con-asa", "con-bert", "con-ghost", "con-zoe"]);
      expect(byId(contacts)).toEqual(
        byId(world().contacts.filter((one) => one.account.state === "known" && one.account.value === ROOT)),
      );
    });

    it("lists a family's deals newest first, then by name and id, those without a date last", async () => {
      const deals = await readAll((page) => reader().listOpportunities(ROOT, page));
      expect(idsOf(deals)).toEqual([
        "opp-service",
        "opp-hidden",
        "opp-turbines",
        "opp-radar",
        "opp-defence",
        "opp-discreet",
        "opp-early",
        "opp-same-a",
        "opp-same-b",
        "opp-credit",
        "opp-frame",
      ]);
    });

    it("keeps a deal's amounts, currency, line items and attributes exactly", async () => {
      const deals = await readAll((page) => reader().listOpportunities(ROOT, page));
      for (const deal of deals) expect(deal).toEqual(world().opportunities.find((one) => one.id === deal.id));
    });

    it("tells a deal without line items from one whose line items it cannot show", async () => {
      const deals = await readAll((page) => reader().listOpportunities(ROOT, page));
      expect(deals.find((deal) => deal.id === "opp-frame")?.lineItems).toEqual({ state: "empty" });
    });

    it("tells zero from empty", async () => {
      const [elbe] = await find("elbe");
      expect(elbe?.employees).toEqual({ state: "known", value: 0 });
      expect(elbe?.annualRevenue).toEqual({ state: "empty" });
      const deals = await readAll((page) => reader().listOpportunities(ROOT, page));
      expect(deals.find((deal) => deal.id === "opp-frame")?.amount).toMatchObject({ value: { amount: 0 } });
    });

    it("passes texts on as they are, whatever they look like", async () => {
      const names = (await find("")).map((account: Account) => account.name);
      expect(names).toContain(`O'Hara & Söhne "Import" <b>GmbH</b>`);
      expect(names).toContain("=SUM(A1:A9)");
    });

    it("lists a family's assets, active or not", async ({ skip }) => {
      const { listAssets } = reader();
      if (!listAssets) return skip("this CRM keeps no assets");
      const assets = await readAll(
        (page) => reader().listAssets?.(ROOT, page) ?? Promise.resolve({ items: [] }),
      );
      expect(idsOf(assets)).toEqual(["ast-old", "ast-secret", "ast-turbine"]);
      expect(byId(assets)).toEqual(byId(world().assets.filter((asset) => asset.id !== "ast-elan")));
    });

    it("lists the whole catalogue, products no longer sold included", async () => {
      const products = await readAll((page) => reader().listProducts(page));
      expect(idsOf(products)).toEqual([
        "prd-prototype",
        "prd-service",
        "prd-plain",
        "prd-old",
        "prd-turbine",
      ]);
      expect(byId(products)).toEqual(byId(world().products));
    });

    it("lists all team members, those who left included", async () => {
      const members = await readAll((page) => reader().listTeamMembers(page));
      expect(idsOf(members)).toEqual(["user-ines", "user-mara", "user-olaf", "user-tomas"]);
      expect(byId(members)).toEqual(byId(world().teamMembers));
    });

    it("answers an account that has nothing with empty lists", async () => {
      const quiet = toRecordId("acc-quiet");
      expect((await reader().listContacts(quiet)).items).toEqual([]);
      expect((await reader().listOpportunities(quiet)).items).toEqual([]);
      expect(idsOf((await reader().listFamily(quiet)).items)).toEqual([quiet]);
    });

    it("counts a deal without an account to no family", async () => {
      for (const account of world()
        .accounts.filter((one) => one.parent.state === "empty")
        .slice(0, 10)) {
        const deals = await reader().listOpportunities(account.id);
        expect(idsOf(deals.items)).not.toContain("opp-orphan");
      }
    });
  });
}

const byId = <T extends { readonly id: RecordId }>(items: readonly T[]): T[] =>
  items.toSorted((one, other) => (one.id < other.id ? -1 : 1));
