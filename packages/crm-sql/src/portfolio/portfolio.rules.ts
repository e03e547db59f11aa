import {
  accountScope,
  CrmError,
  LIBRARY,
  type PlanFields,
  type PortfolioPage,
  type PortfolioQuery,
  type PortfolioReader,
  type PortfolioRow,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import { buildAccount, CONFORMANCE_USERS, conformanceWorld, demoPlans, demoWorld } from "@sweetspot/fixtures";
import { cellId, stepReviewId } from "@sweetspot/plan-model";
import { createGridModel, readPlan, toCrmFacts } from "@sweetspot/white-space-plan";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Database } from "../database.ts";
import { createSqlCrm, type SqlCrm } from "../sql-crm.ts";

const id = toRecordId;
const TODAY = new Date("2026-06-01T10:00:00Z");

/** All accounts against the library's offerings, on both engines. */
export function describePortfolio(database: () => Database): void {
  describe("the portfolio", { timeout: 60_000 }, () => {
    let crm: SqlCrm;
    const portfolioOf = async (user: RecordId): Promise<PortfolioReader> => (await crm.as(user)).portfolio;
    const rowsOf = async (query: PortfolioQuery, user = CONFORMANCE_USERS.admin): Promise<PortfolioRow[]> => [
      ...(await readFresh(await portfolioOf(user), query)).items,
    ];
    const namesOf = async (query: PortfolioQuery, user = CONFORMANCE_USERS.admin): Promise<string[]> =>
      (await rowsOf(query, user)).map(({ name }) => name);
    const commit = async (user: RecordId, account: RecordId | undefined, puts: readonly Written[]) =>
      (await crm.as(user)).store.commit({
        scope: account === undefined ? LIBRARY : accountScope(account),
        key: `portfolio-${(commits += 1)}`,
        puts: puts.map((put) => ({ ...put, base: 0 })),
        removes: [],
      });
    let commits = 0;

    beforeAll(async () => {
      crm = createSqlCrm(database(), { tenant: "portfolio", now: () => TODAY });
      const world = conformanceWorld();
      const more = ["Äpfel & Co", "100 % Bio", "Zeta"].map((name, at) =>
        buildAccount(`acc-more-${at}`, name, { industry: at === 0 ? "Food" : "Retail" }),
      );
      await crm.writeWorld({
        ...world,
        accounts: [...world.accounts, ...more],
        access: [
          ...world.access,
          { object: "account", role: "rep", ids: [id("acc-more-2")] },
          { object: "account", role: "rep", field: "industry" },
        ],
      });
      await commit(CONFORMANCE_USERS.admin, undefined, [
        { id: id("off-a"), type: "offering", fields: { name: "Turbines", order: 1 } },
        { id: id("off-b"), type: "offering", fields: { name: "Cleaning", order: 2 } },
      ]);
    });

    it("says the same as the grid it opens, for every account of a company", async () => {
      const demo = createSqlCrm(database(), { tenant: "portfolio-demo", now: () => TODAY });
      const world = demoWorld();
      await demo.writeWorld(world);
      await demo.seedPlans(demoPlans());
      const admin = world.teamMembers.find(({ role }) => role === "admin")?.id;
      if (!admin) throw new Error("The demo company has no admin.");
      const { portfolio, reader, store } = await demo.as(admin);
      const { items } = await readFresh(portfolio, {});
      expect(items).toHaveLength(world.accounts.length);
      let compared = 0;
      for (const { account, figures } of items) {
        const [plan, library] = await store.load([accountScope(account), LIBRARY]);
        const byId = (records = plan?.records) => new Map((records ?? []).map((one) => [one.id, one]));
        const overview = await reader.openAccount(account);
        const grid = createGridModel({
          plan: readPlan(byId(), byId(library?.records)),
          facts: toCrmFacts({
            account: overview.account,
            family: overview.family.items,
            opportunities: overview.opportunities.items,
            assets: overview.assets.items,
          }),
          perspective: undefined,
          today: "2026-06-01",
        });
        if (grid.areas.leaves.length === 0) continue;
        compared += 1;
        const { covered, possible } = grid.grid.coverage();
        expect(figures).toMatchObject({ covered, possible, planned: true });
        const shown = new Set<RecordId>(grid.offerings.nodes.map((node) => node.record));
        for (const [offering, level] of Object.entries(figures?.levels ?? {}))
          expect(level === "left-out", `${account} ${offering}`).toBe(!shown.has(id(offering)));
      }
      expect(compared).toBeGreaterThan(0);
    });

    it("lists what a user may see: no hidden account, no value of a hidden field in rows, groups or filters", async () => {
      const names = await namesOf({}, CONFORMANCE_USERS.rep);
      expect(names).toContain("Äpfel & Co");
      expect(names).not.toContain("Zeta");
      expect(await namesOf({})).toContain("Zeta");
      const rows = await rowsOf({ group: "industry" }, CONFORMANCE_USERS.rep);
      expect(rows.every(({ industry }) => industry.state === "hidden")).toBe(true);
      expect(rows.every(({ group }) => group === undefined)).toBe(true);
      expect(await namesOf({ industry: "Food" }, CONFORMANCE_USERS.rep)).toEqual([]);
      expect(await namesOf({ industry: "Food" })).toEqual(["Äpfel & Co"]);
    });

    it("finds names by every word, without case and accents; signs of patterns find only themselves", async () => {
      expect(await namesOf({ search: "APFEL co" })).toEqual(["Äpfel & Co"]);
      expect(await namesOf({ search: "%" })).toEqual(["100 % Bio", "100% Öko_Markt"]);
      expect(await namesOf({ search: "_" })).toEqual(["100% Öko_Markt"]);
    });

    it("walks page by page through every order and group, each account once", async () => {
      const portfolio = await portfolioOf(CONFORMANCE_USERS.admin);
      const all = (await namesOf({})).toSorted();
      for (const sort of ["name", "gaps", "next-step"] as const)
        for (const group of [undefined, "industry"] as const)
          for (const reversed of [false, true]) {
            const query = { sort, reversed, ...(group ? { group } : {}) };
            const names: string[] = [];
            let cursor: string | undefined;
            do {
              const page: PortfolioPage = await portfolio.listAccounts(query, {
                limit: 7,
                ...(cursor === undefined ? {} : { cursor }),
              });
              names.push(...page.items.map(({ name }) => name));
              cursor = page.next;
            } while (cursor !== undefined);
            expect(names.toSorted(), JSON.stringify(query)).toEqual(all);
            expect(names, JSON.stringify(query)).toEqual(await namesOf(query));
          }
    });

    it("refuses a cursor of another query", async () => {
      const portfolio = await portfolioOf(CONFORMANCE_USERS.admin);
      const { next } = await portfolio.listAccounts({}, { limit: 2 });
      await expect(
        portfolio.listAccounts({ sort: "gaps" }, { limit: 2, cursor: next ?? "" }),
      ).rejects.toSatisfy((error) => CrmError.is(error, "malformed"));
    });

    it("shows a plan's potential, next step and reviews that are overdue from the moment they are saved", async () => {
      const account = id("acc-more-0");
      const cell = cellId(id("area-1"), id("off-a"));
      await commit(CONFORMANCE_USERS.rep, account, [
        { id: id("per-1"), type: "perspective", fields: { name: "Regions" } },
        { id: id("area-1"), type: "area", fields: { name: "North", perspective: "per-1" } },
        {
          id: cell,
          type: "cell",
          fields: {
            area: "area-1",
            offering: "off-a",
            level: "present",
            potential: { amount: 5000, currency: "EUR" },
            nextStep: "Call the plant",
            nextStepDue: "2026-05-30",
          },
        },
        {
          id: stepReviewId("white-space"),
          type: "step-review",
          fields: { step: "white-space", reviewedAt: "2025-05-01T08:00:00.000Z" },
        },
        {
          id: stepReviewId("customer-voice"),
          type: "step-review",
          fields: { step: "customer-voice", reviewedAt: "2026-05-01T08:00:00.000Z" },
        },
      ]);
      const [row] = (await (await portfolioOf(CONFORMANCE_USERS.rep)).listAccounts({ search: "apfel" }))
        .items;
      expect(row?.figures).toEqual({
        planned: true,
        covered: 1,
        possible: 2,
        levels: { "off-a": "present" },
        potential: [{ amount: 5000, currency: "EUR" }],
        overdueReviews: 1,
        nextStep: { text: "Call the plant", due: "2026-05-30", overdue: true },
      });
      expect((await namesOf({ sort: "potential" }))[0]).toBe("Äpfel & Co");
      expect((await namesOf({ sort: "next-step" }))[0]).toBe("Äpfel & Co");
      expect(await namesOf({ only: "overdue-steps" })).toEqual(["Äpfel & Co"]);
      expect(await namesOf({ only: "overdue-reviews" })).toEqual(["Äpfel & Co"]);
      expect(await namesOf({ only: "planned" })).toEqual(["Äpfel & Co"]);
      expect(await namesOf({ without: id("off-a") })).not.toContain("Äpfel & Co");
      expect(await namesOf({ without: id("off-b") })).toContain("Äpfel & Co");
    });

    it("sums up what matches, and each group in the order of the list", async () => {
      const portfolio = await portfolioOf(CONFORMANCE_USERS.admin);
      const rows = await rowsOf({ group: "industry" });
      const summary = await portfolio.summarise({ group: "industry" });
      expect(summary.accounts).toBe(rows.length);
      expect(summary.groups.map(({ value }) => value)).toEqual([...new Set(rows.map(({ group }) => group))]);
      for (const { value, accounts } of summary.groups)
        expect(accounts).toBe(rows.filter(({ group }) => group === value).length);
    });

    it("computes all figures anew when records, offerings or rules of sight have changed", async () => {
      await commit(CONFORMANCE_USERS.admin, undefined, [
        { id: id("off-c"), type: "offering", fields: { name: "Repair", order: 3 } },
      ]);
      const portfolio = await portfolioOf(CONFORMANCE_USERS.admin);
      expect((await portfolio.listAccounts({})).freshness.building).toBe(true);
      const { items, offerings } = await readFresh(portfolio, {});
      expect(offerings.map(({ name }) => name)).toEqual(["Turbines", "Cleaning", "Repair"]);
      expect(items.every(({ figures }) => figures?.possible === 3)).toBe(true);
      await crm.writeWorld({ ...conformanceWorld(), accounts: [buildAccount("acc-new", "New one")] });
      const after = await readFresh(portfolio, { search: "new one" });
      expect(after.items[0]?.figures).toMatchObject({ covered: 0, possible: 3, planned: false });
    });
  });
}

interface Written {
  readonly id: RecordId;
  readonly type: string;
  readonly fields: PlanFields;
}

/** The whole list, when its figures are those of now. */
async function readFresh(portfolio: PortfolioReader, query: PortfolioQuery): Promise<PortfolioPage> {
  return vi.waitFor(
    async () => {
      const page = await portfolio.listAccounts(query, { limit: 2000 });
      expect(page.freshness.building).toBe(false);
      return page;
    },
    { timeout: 30_000, interval: 20 },
  );
}
