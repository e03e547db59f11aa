import { CrmError, known, toRecordId } from "@sweetspot/contract";
import type { ImportSink } from "@sweetspot/crm-import";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "./database.ts";
import { type AccountRow, accountRow, opportunityRow } from "./import-rows.testing.ts";
import { createSqlCrm, type SqlCrm } from "./sql-crm.ts";

const ACCOUNT_FIELDS = ["name", "country", "annualRevenue", "attributes"] as const;

export function describeImportSink(database: () => Database): void {
  describe("an import into crm-sql", () => {
    let crm: SqlCrm;
    let sink: ImportSink;
    let tenants = 0;

    beforeEach(async () => {
      tenants += 1;
      crm = createSqlCrm(database(), { tenant: `import-${tenants}` });
      await crm.writeWorld({ ...conformanceWorld(), accounts: [], opportunities: [], access: [] });
      sink = crm.importSink();
    });

    const importAccounts = async (rows: readonly AccountRow[], fields = [...ACCOUNT_FIELDS]) => {
      const writer = await sink.begin();
      await writer.write({ kind: "accounts", fields, rows });
      return writer.finish();
    };
    const readAccounts = async () => {
      const { reader } = await crm.as(CONFORMANCE_USERS.rep);
      return (await reader.listAccounts({})).items;
    };

    it("shows nothing before the file is finished, and all of it afterwards", async () => {
      const writer = await sink.begin();
      await writer.write({
        kind: "accounts",
        fields: [...ACCOUNT_FIELDS],
        rows: [accountRow("a1", "Älpha")],
      });
      expect(await readAccounts()).toEqual([]);
      await writer.write({ kind: "accounts", fields: [...ACCOUNT_FIELDS], rows: [accountRow("a2", "Beta")] });
      expect(await writer.finish()).toEqual({ accounts: { created: 2, updated: 0, unchanged: 0 } });
      expect((await readAccounts()).map((account) => account.name)).toEqual(["Älpha", "Beta"]);
    });

    it("leaves everything as it was when it is given up", async () => {
      await importAccounts([accountRow("a1", "Alpha")]);
      const writer = await sink.begin();
      await writer.write({
        kind: "accounts",
        fields: [...ACCOUNT_FIELDS],
        rows: [accountRow("a1", "Other")],
      });
      await writer.abort();
      await writer.abort();
      expect((await readAccounts()).map((account) => account.name)).toEqual(["Alpha"]);
      await expect(writer.finish()).rejects.toSatisfy((error) => CrmError.is(error, "conflict"));
    });

    it("changes only the fields the file speaks about, and merges further columns label by label", async () => {
      const first = accountRow("a1", "Alpha", {
        country: "Peru",
        annualRevenue: { amount: 12.5, currency: "EUR" },
        attributes: { Region: "North", Tier: "A" },
      });
      await importAccounts([first]);
      const again = accountRow("a1", "Alpha 2", { attributes: { Tier: null, Class: "Gold" } });
      const writer = await sink.begin();
      await writer.write({ kind: "accounts", fields: ["name", "attributes"], rows: [again] });
      expect(await writer.finish()).toEqual({ accounts: { created: 0, updated: 1, unchanged: 0 } });
      const [account] = await readAccounts();
      expect(account).toMatchObject({
        name: "Alpha 2",
        country: known("Peru"),
        annualRevenue: known({ amount: 12.5, currency: "EUR" }),
        attributes: { Region: known("North"), Tier: { state: "empty" }, Class: known("Gold") },
      });
    });

    it("counts rows that say nothing new as unchanged, and deletes nothing", async () => {
      await importAccounts([accountRow("a1", "Alpha"), accountRow("a2", "Beta")]);
      expect(await importAccounts([accountRow("a2", "Beta"), accountRow("a3", "Gamma")])).toEqual({
        accounts: { created: 1, updated: 0, unchanged: 1 },
      });
      expect((await readAccounts()).map((account) => account.id)).toEqual(["a1", "a2", "a3"]);
    });

    it("is one at a time: a second one is refused while the first lasts", async () => {
      const writer = await sink.begin();
      await expect(sink.begin()).rejects.toSatisfy((error) => CrmError.is(error, "conflict"));
      await writer.abort();
      await (await sink.begin()).abort();
    });

    it("shows the product a deal names as its line item, unless it has line items of its own", async () => {
      const writer = await sink.begin();
      await writer.write({
        kind: "accounts",
        fields: [...ACCOUNT_FIELDS],
        rows: [accountRow("a1", "Alpha")],
      });
      const account = toRecordId("a1");
      await writer.write({
        kind: "opportunities",
        fields: ["name", "account", "status", "amount", "closeDate", "product", "productName"],
        rows: [
          opportunityRow("o1", { account, product: toRecordId("prd-turbine"), productName: "Turbine T9" }),
          opportunityRow("o2", { account, productName: "Turbine T9" }),
          opportunityRow("o3", { account }),
        ],
      });
      await writer.write({
        kind: "lineItems",
        fields: ["opportunity", "productName", "quantity"],
        rows: ["second", "first"].map((name) => ({
          id: toRecordId(`line-${name}`),
          opportunity: toRecordId("o2"),
          product: null,
          productName: name,
          quantity: 2,
          amount: null,
        })),
      });
      await writer.finish();
      const { reader } = await crm.as(CONFORMANCE_USERS.rep);
      const deals = (await reader.listOpportunities(account)).items;
      expect(deals.map((deal) => deal.lineItems)).toEqual([
        known([
          {
            id: "o1:product",
            product: known("prd-turbine"),
            productName: "Turbine T9",
            quantity: { state: "empty" },
            amount: known({ amount: 99.5, currency: "EUR" }),
            origin: "opportunity",
          },
        ]),
        expect.objectContaining({
          value: [
            expect.objectContaining({ productName: "second", origin: "line-item" }),
            expect.objectContaining({ productName: "first", origin: "line-item" }),
          ],
        }),
        { state: "empty" },
      ]);
    });

    it("finds records by id, by normalised name and name by name, and parents", async () => {
      await importAccounts(
        [
          accountRow("a1", "Twin  Works"),
          accountRow("a2", "twin works", { parent: toRecordId("a1") }),
          accountRow("a3", "Zeta"),
        ],
        ["name", "country", "annualRevenue", "attributes"],
      );
      const ids = ["a1", "a3", "none"].map(toRecordId);
      expect(await sink.findIds("accounts", ids)).toEqual(new Set(["a1", "a3"]));
      expect(await sink.findByName("accounts", ["twin works", "zeta", "nobody"])).toEqual(
        new Map([
          ["twin works", ["a1", "a2"]],
          ["zeta", ["a3"]],
        ]),
      );
      expect(await sink.parentsOf(["a1", "a2", "none"].map(toRecordId))).toEqual(
        new Map([
          ["a1", null],
          ["a2", "a1"],
        ]),
      );
      const [first] = await sink.listNames("accounts", { limit: 1 });
      expect(first).toEqual({ id: "a1", name: "Twin  Works", nameKey: "twin works" });
      const rest = await sink.listNames("accounts", { after: first as never, limit: 9 });
      expect(rest.map((row) => row.id)).toEqual(["a2", "a3"]);
    });

    it("keeps settings under names that may hold any character", async () => {
      await sink.writeSetting("alias:100%_a", [1]);
      await sink.writeSetting("alias:b", { b: null });
      expect(await sink.listSettings("alias:")).toEqual(["alias:100%_a", "alias:b"]);
      expect(await sink.listSettings("alias:1__%")).toEqual([]);
      expect(await sink.readSetting("alias:b")).toEqual({ b: null });
      expect(await sink.readSetting("alias:none")).toBeUndefined();
    });
  });
}
