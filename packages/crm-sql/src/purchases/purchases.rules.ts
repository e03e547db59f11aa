import { CrmError, type CrmErrorCode, type InsightReader, LIBRARY, toRecordId } from "@sweetspot/contract";
import { type AdapterHarness, describeInsightReader } from "@sweetspot/crm-conformance";
import {
  createInsightBook,
  createInsightMatrix,
  createInsightReader,
  collectCustomers,
  type CustomerPurchases,
  readInsightLibrary,
  toInsightPeriods,
} from "@sweetspot/customer-insights";
import {
  buildAccount,
  buildAsset,
  buildLineItem,
  buildOpportunity,
  CONFORMANCE_USERS,
  insightLibrary,
  insightWorld,
  money,
} from "@sweetspot/fixtures";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import { createSqlCrm, type SqlPorts } from "../sql-crm.ts";

const TODAY = "2026-11-22";

/** Reads a book anew for each question; gateways keep theirs. */
function insightsOf({ purchases, store }: SqlPorts): InsightReader {
  const open = async () => {
    const [stored] = await store.load([LIBRARY]);
    const library = readInsightLibrary(stored?.records ?? []);
    return { library, counted: purchases.counted(library.countsUnseen) };
  };
  return createInsightReader(
    async () => {
      const { library, counted } = await open();
      const periods = toInsightPeriods(await counted.newestClosing(), TODAY, library.rules);
      const builder = createInsightMatrix(library.offerings.length, library.rules);
      for await (const part of counted.read(library, periods)) builder.add(part);
      return {
        book: createInsightBook({
          matrix: builder.finish(),
          offerings: library.offerings,
          asOf: `${TODAY}T00:00:00.000Z`,
          now: periods.now,
        }),
      };
    },
    {
      rootOf: async (account, options) => (await open()).counted.rootOf(account, options),
      visibleNames: (accounts, options) => purchases.names(accounts, options),
    },
  );
}

export function describePurchases(database: () => Database): void {
  let tenants = 0;
  const harness: AdapterHarness = {
    async create(world) {
      tenants += 1;
      const crm = createSqlCrm(database(), { tenant: `insights-${tenants}` });
      await crm.writeWorld(world);
      const planned: CrmErrorCode[] = [];
      return {
        async as(user) {
          const ports = await crm.as(user);
          const insights = insightsOf(ports);
          return {
            ...ports,
            insights: {
              ...insights,
              findLookalikes: async (query, options) => {
                const code = planned.shift();
                if (code) throw new CrmError(code, "Planned failure.");
                return insights.findLookalikes(query, options);
              },
            },
          };
        },
        failNext: async (code) => void planned.push(code),
        dispose: async () => {},
      };
    },
  };
  describeInsightReader("crm-sql", harness);

  describe("purchases added up by the database", () => {
    it("are those of the same records added up in memory, whatever their lines, names, currencies and dates", async () => {
      const world = insightWorld();
      const accounts = [
        ...world.accounts,
        buildAccount("mix", "Mix"),
        buildAccount("mix-deep", "Deep", { parent: "mix-sub" }),
        buildAccount("mix-sub", "Sub", { parent: "mix" }),
        // Each is the other's parent.
        buildAccount("round-1", "Round 1", { parent: "round-2" }),
        buildAccount("round-2", "Round 2", { parent: "round-1" }),
      ];
      const line = (id: string, product: string, more: object = {}) => buildLineItem(id, product, more);
      const deal = (id: string, more: object) =>
        buildOpportunity(id, `Deal ${id}`, {
          account: "mix",
          status: "won",
          closeDate: "2026-06-01",
          ...more,
        });
      const opportunities = [
        ...world.opportunities,
        deal("two-lines", {
          lineItems: [
            line("l1", "pumps", { product: "prd-pumps", amount: money(5) }),
            line("l2", "more pumps", { amount: money(7, "USD") }),
          ],
        }),
        deal("both-meant", { amount: money(90), lineItems: [line("l3", "valves and pumps")] }),
        deal("unpriced", { amount: money(30), lineItems: [line("l4", "valves")] }),
        deal("half-known", { amount: money(30), lineItems: [line("l5", "valves"), line("l6", "a crane")] }),
        deal("deep", { account: "mix-deep", amount: money(4), closeDate: "2025-01-15" }),
        buildOpportunity("by-name", "Service contract, again", {
          account: "mix-sub",
          status: "won",
          closeDate: "2024-02-29",
          amount: money(8),
        }),
        deal("too-old", { closeDate: "2020-01-01", lineItems: [line("l7", "sensors")] }),
        deal("undated", { closeDate: undefined, lineItems: [line("l8", "sensors")] }),
        deal("round", { account: "round-1", lineItems: [line("l9", "sensors")] }),
        deal("of-nobody", { account: "nowhere", lineItems: [line("l10", "sensors")] }),
      ];
      const assets = [
        ...world.assets,
        buildAsset("running", "Runs", "telex", { account: "mix-deep", until: "2027-01-01" }),
        buildAsset("ended", "Ended", "service contract", { account: "mix", until: "2026-01-01" }),
        buildAsset("unnamed", "Two pumps", "", { account: "mix" }),
      ];
      const crm = createSqlCrm(database(), { tenant: "insights-mixed" });
      await crm.writeWorld({ ...world, accounts, opportunities, assets });
      await crm.seedPlans([insightLibrary()]);
      const { purchases, store } = await crm.as(CONFORMANCE_USERS.admin);
      const [stored] = await store.load([LIBRARY]);
      const library = readInsightLibrary(stored?.records ?? []);
      const counted = purchases.counted(false);
      const newest = await counted.newestClosing();
      expect(newest).toBe("2026-06-30");
      const periods = toInsightPeriods(newest, TODAY, library.rules);
      const found: CustomerPurchases[] = [];
      for await (const part of counted.read(library, periods)) found.push(...part);
      const wanted = collectCustomers({ accounts, opportunities, assets }, library, periods);
      expect(inOrder(found)).toEqual(inOrder(wanted));
      expect(found.find(({ customer }) => customer === "mix")?.bought).toHaveLength(4);
      expect(await counted.rootOf(toRecordId("mix-deep"))).toBe("mix");
    });

    it("are a tenant's own", async () => {
      await createSqlCrm(database(), { tenant: "insights-mine" }).writeWorld(insightWorld());
      const other = createSqlCrm(database(), { tenant: "insights-other" });
      await other.writeWorld({ ...insightWorld(), accounts: [], opportunities: [], assets: [] });
      const { purchases } = await other.as(CONFORMANCE_USERS.admin);
      const counted = purchases.counted(true);
      const library = readInsightLibrary([]);
      const periods = toInsightPeriods(undefined, TODAY, library.rules);
      for await (const part of counted.read(library, periods)) expect(part).toEqual([]);
      expect(await counted.newestClosing()).toBeUndefined();
      expect(await counted.rootOf(toRecordId("cus-asker"))).toBeUndefined();
      expect((await purchases.names([toRecordId("cus-asker")])).size).toBe(0);
      expect(await purchases.libraryVersion()).toBe(0);
    });

    it("leave out what an import has not finished", async () => {
      const crm = createSqlCrm(database(), { tenant: "insights-import" });
      await crm.writeWorld(insightWorld());
      await database().query(
        sql`insert into import_pending (writer, tenant) values ('insights-writer', 'insights-import')`,
      );
      await database().query(
        sql`update stored_account set import = 'insights-writer' where tenant = 'insights-import' and id = 'cus-single'`,
      );
      const { purchases } = await crm.as(CONFORMANCE_USERS.admin);
      expect(await purchases.counted(true).rootOf(toRecordId("cus-single"))).toBeUndefined();
      await database().query(sql`delete from import_pending where writer = 'insights-writer'`);
      expect(await purchases.counted(true).rootOf(toRecordId("cus-single"))).toBe("cus-single");
    });
  });
}

const inOrder = (customers: readonly CustomerPurchases[]) =>
  customers.map(({ bought, ...rest }) => ({
    ...rest,
    bought: bought
      .toSorted((one, other) => one.offering - other.offering)
      .map((one) => ({ ...one, months: one.months.toSorted((a, b) => a - b) })),
  }));
