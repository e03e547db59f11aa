import { type AccountOverview, type DataGap, EMPTY, INVOLVEMENT_GAPS, toRecordId } from "@sweetspot/contract";
import { conformanceWorld, type CrmWorld } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import type { AdapterHarness } from "./harness.ts";
import { ABSENT } from "./port-calls.ts";
import { startAdapter, type Started } from "./started.ts";

const ROOT = toRecordId("acc-nordwind");

export function describeOverview(started: () => Started): void {
  describe("opening an account", () => {
    it.each(["rep", "admin"] as const)(
      "gives the %s what the lists give as their first pages",
      async (who) => {
        const { reader } = started()[who];
        const overview = await reader.openAccount(ROOT);
        expect(firstItems(overview)).toEqual({
          family: (await reader.listFamily(ROOT)).items,
          contacts: (await reader.listContacts(ROOT)).items,
          opportunities: (await reader.listOpportunities(ROOT)).items,
          assets: (await reader.listAssets?.(ROOT))?.items ?? [],
          products: (await reader.listProducts()).items,
          teamMembers: (await reader.listTeamMembers()).items,
        });
        expect(overview.account).toEqual(overview.family.items[0]);
      },
    );

    it("opens an account in the middle of a family as itself", async () => {
      const overview = await started().admin.reader.openAccount(toRecordId("acc-energy"));
      expect(overview.account.id).toBe("acc-energy");
      expect(overview.family.items.map((account) => account.id)).toEqual([
        "acc-energy",
        "acc-offshore",
        "acc-cables",
      ]);
    });

    it("reports no gap where the CRM keeps everything; one without assets says so", async () => {
      const { reader } = started().admin;
      const { gaps } = await reader.openAccount(ROOT);
      expect(toldOf(gaps)).toEqual(reader.listAssets ? [] : ["no-assets"]);
    });

    it("does not call it a gap when one account of many has no deals or assets", async () => {
      const { gaps } = await started().admin.reader.openAccount(toRecordId("acc-quiet"));
      for (const gap of ["no-line-items", "no-products", "no-hierarchy"]) expect(gaps).not.toContain(gap);
    });
  });
}

/** A CRM that keeps accounts and deals and nothing else. */
function bareWorld(): CrmWorld {
  const world = conformanceWorld();
  return {
    ...world,
    accounts: world.accounts.map((account) => ({ ...account, parent: EMPTY })),
    opportunities: world.opportunities.map((deal) => ({ ...deal, lineItems: EMPTY })),
    products: [],
    assets: [],
    involvements: [],
    access: [],
  };
}

export function describeGaps(harness: AdapterHarness): void {
  describe("a bare CRM", () => {
    const started = startAdapter(harness, bareWorld());

    it("says what it does not keep at all, so that nobody reads zeros", async () => {
      const { gaps } = await started().rep.reader.openAccount(ROOT);
      const expected: DataGap[] = ["no-assets", "no-hierarchy", "no-line-items", "no-products"];
      expect(toldOf(gaps).toSorted()).toEqual(expected);
    });

    it("says of the people too what it does not keep at all", async ({ skip }) => {
      const page = await started().rep.reader.listInvolvements?.(ROOT);
      if (!page) return skip(ABSENT);
      expect(page.items).toEqual([]);
      expect(page.gaps.toSorted()).toEqual(INVOLVEMENT_GAPS.toSorted());
    });

    it("still lists the deals it has", async () => {
      const { reader } = started().rep;
      const deals = await reader.listOpportunities(ROOT);
      expect(deals.items.map((deal) => deal.id)).toEqual(["opp-hidden", "opp-turbines"]);
      expect((await reader.listFamily(ROOT)).items).toHaveLength(1);
    });
  });
}

/** Whether it tells what it withholds is each CRM's own affair, and has its own rule. */
const toldOf = (gaps: readonly DataGap[]): DataGap[] => gaps.filter((gap) => gap !== "hidden-unknown");

const firstItems = ({ family, contacts, opportunities, assets, products, teamMembers }: AccountOverview) => ({
  family: family.items,
  contacts: contacts.items,
  opportunities: opportunities.items,
  assets: assets.items,
  products: products.items,
  teamMembers: teamMembers.items,
});
