import {
  CrmError,
  type CrmReader,
  type DataGap,
  HIDDEN,
  known,
  type RecordId,
  toCrmErrorMessage,
  toRecordId,
} from "@sweetspot/contract";
import { describe, expect, it } from "vitest";
import { errorsOf, readAll, type Started } from "./started.ts";

const ROOT = toRecordId("acc-nordwind");
const INVISIBLE = toRecordId("acc-secret");
const idsOf = (items: readonly { readonly id: RecordId }[]): RecordId[] => items.map((item) => item.id);

/** Every call that asks about one account. */
export const ACCOUNT_CALLS: readonly (readonly [
  string,
  (reader: CrmReader, id: RecordId) => Promise<unknown>,
])[] = [
  ["openAccount", (reader, id) => reader.openAccount(id)],
  ["listFamily", (reader, id) => reader.listFamily(id)],
  ["listContacts", (reader, id) => reader.listContacts(id)],
  ["listOpportunities", (reader, id) => reader.listOpportunities(id)],
  [
    "listInvolvements",
    async (reader, id) => (reader.listInvolvements ? reader.listInvolvements(id) : reader.listContacts(id)),
  ],
];

/** What a rep sees of a CRM that withholds records and fields from reps. */
export function describeVisibility(started: () => Started): void {
  const reader = () => started().rep.reader;

  describe("withholding", () => {
    it("leaves an invisible account out of lists and searches, and does not count it", async () => {
      const accounts = await readAll((page) => reader().listAccounts({}, page));
      expect(idsOf(accounts)).not.toContain(INVISIBLE);
      const found = await reader().listAccounts({ search: "secret" });
      expect(found.items).toEqual([]);
      expect(found.total ?? 0).toBe(0);
      expect((await reader().listAccounts({})).total ?? accounts.length).toBe(accounts.length);
    });

    it("leaves an invisible account out of its family together with everything below it", async () => {
      const family = idsOf(await readAll((page) => reader().listFamily(ROOT, page)));
      expect(family).not.toContain("acc-defence");
      expect(family).not.toContain("acc-radar");
      expect(family).toContain("acc-cables");
    });

    it("still shows an account whose parent is invisible, as the head of its own family", async () => {
      const radar = toRecordId("acc-radar");
      expect(idsOf((await reader().listFamily(radar)).items)).toEqual([radar]);
      expect(idsOf((await reader().listOpportunities(radar)).items)).toEqual(["opp-radar"]);
    });

    it("leaves out invisible deals, and visible deals of accounts that are not", async () => {
      const deals = idsOf(await readAll((page) => reader().listOpportunities(ROOT, page)));
      expect(deals).toEqual(expect.arrayContaining(["opp-turbines", "opp-frame"]));
      for (const withheld of ["opp-hidden", "opp-defence", "opp-radar"])
        expect(deals).not.toContain(withheld);
      expect((await reader().listOpportunities(ROOT)).total ?? deals.length).toBe(deals.length);
    });

    it("leaves out invisible contacts and products", async () => {
      const contacts = await readAll((page) => reader().listContacts(ROOT, page));
      expect(idsOf(contacts)).toEqual(["con-arne", "con-asa", "con-bert", "con-zoe"]);
      const products = await readAll((page) => reader().listProducts(page));
      expect(idsOf(products)).toEqual(["prd-service", "prd-plain", "prd-old", "prd-turbine"]);
    });

    it("leaves out invisible assets", async ({ skip }) => {
      const assets = await reader().listAssets?.(ROOT);
      if (!assets) return skip("this CRM keeps no assets");
      expect(idsOf(assets.items)).toEqual(["ast-old", "ast-turbine"]);
    });

    it.each(ACCOUNT_CALLS)(
      "answers %s about an invisible account as about one that never was",
      async (_, call) => {
        const never = toRecordId("acc-never");
        const [invisible, missing] = await errorsOf([call(reader(), INVISIBLE), call(reader(), never)]);
        expect(CrmError.is(missing, "not-found"), String(missing)).toBe(true);
        expect(textOf(invisible).replaceAll(INVISIBLE, never)).toBe(textOf(missing));
      },
    );

    it("hides a withheld field, be it filled or empty", async () => {
      const accounts = await readAll((page) => reader().listAccounts({}, page));
      for (const account of accounts) expect(account.annualRevenue, account.name).toEqual(HIDDEN);
      const contacts = await readAll((page) => reader().listContacts(ROOT, page));
      for (const contact of contacts) expect(contact.phone, contact.name).toEqual(HIDDEN);
      const { items: products } = await reader().listProducts();
      for (const product of products) expect(product.listPrice, product.name).toEqual(HIDDEN);
    });

    it("hides nothing but the withheld field", async () => {
      const withheld = { annualRevenue: HIDDEN };
      const expected = started().world.accounts.find((account) => account.id === "acc-elan");
      const [elan] = (await reader().listAccounts({ search: "élan" })).items;
      expect(elan).toEqual({ ...expected, ...withheld });
    });

    it("keeps the label of a withheld attribute", async () => {
      const [root] = (await reader().listFamily(ROOT)).items;
      expect(root?.attributes).toEqual({
        Region: known("Nord"),
        Tier: { state: "empty" },
        "Credit limit": HIDDEN,
      });
    });

    it("hides line items deal by deal", async () => {
      const deals = await readAll((page) => reader().listOpportunities(ROOT, page));
      const lineItems = new Map(deals.map((deal) => [deal.id as string, deal.lineItems.state]));
      expect(lineItems.get("opp-discreet")).toBe("hidden");
      expect(lineItems.get("opp-frame")).toBe("empty");
      expect(lineItems.get("opp-turbines")).toBe("known");
    });

    it("says that a family has accounts and deals this user may not see, or that it cannot tell", async () => {
      const { gaps } = await reader().openAccount(ROOT);
      const told: readonly DataGap[] = ["hidden-accounts", "hidden-opportunities"];
      if (gaps.includes("hidden-unknown")) expect(told.every((gap) => gaps.includes(gap))).toBe(false);
      else expect(gaps).toEqual(expect.arrayContaining([...told]));
    });

    it("does not say so where nothing is withheld", async () => {
      const elan = (await reader().openAccount(toRecordId("acc-elan"))).gaps;
      const admin = (await started().admin.reader.openAccount(ROOT)).gaps;
      for (const gap of admin) expect(gap).not.toMatch(/^hidden-(?!unknown)/);
      // Somebody of another account takes part there, whom a rep may not see: a CRM may count him or not.
      for (const gap of elan) expect(gap).not.toMatch(/^hidden-(?!unknown|contacts)/);
    });

    it("shows with an admin's cursor nothing a rep may not see", async () => {
      const { next } = await started().admin.reader.listAccounts({}, { limit: 3 });
      const visible = idsOf(await readAll((page) => reader().listAccounts({}, page)));
      const shown = await reader()
        .listAccounts({}, { cursor: next ?? "", limit: 2000 })
        .catch((error: unknown) => {
          expect(CrmError.is(error, "malformed"), String(error)).toBe(true);
          return { items: [] };
        });
      for (const id of idsOf(shown.items)) expect(visible).toContain(id);
    });
  });
}

const textOf = (error: unknown): string =>
  CrmError.is(error) ? JSON.stringify(toCrmErrorMessage(error)) : `no CrmError: ${String(error)}`;
