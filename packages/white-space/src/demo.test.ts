import { valueOf } from "@sweetspot/contract";
import {
  DEMO_ACCOUNTS,
  demoPlans,
  demoWorld,
  goldenAirline,
  goldenFoodRetailer,
  type GoldenGrid,
  goldenPersonnelServices,
} from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { createGrid } from "./create-grid.ts";
import { type DerivationInput, deriveLevels } from "./derive-levels.ts";
import type { Level } from "./level.ts";
import { proposeAreas } from "./propose-areas.ts";

const today = "2026-11-22";
const world = demoWorld(new Date(`${today}T10:00:00Z`));
const plans = demoPlans(new Date(`${today}T10:00:00Z`));
const library = plans.find((plan) => plan.scope.kind === "library")?.puts ?? [];

type Account = (typeof world.accounts)[number];

const attributesOf = (fields: Account["attributes"]): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([label, field]) => [label, valueOf(field) ?? ""]));

const familyOf = (root: string): readonly Account[] => {
  const ids = new Set<string>([root]);
  for (const account of world.accounts) if (ids.has(valueOf(account.parent) ?? "")) ids.add(account.id);
  return world.accounts.filter((account) => ids.has(account.id));
};

/** What the white-space widget would hand to the engine for one perspective of one customer. */
function readDemo(root: string, golden: GoldenGrid, perspective: string) {
  const plan = plans.find((seed) => seed.scope.kind === "account" && seed.scope.account === root)?.puts ?? [];
  const family = familyOf(root);
  const ids = new Set<string>(family.map((account) => account.id));
  const areas = plan.filter((put) => put.type === "area" && put.fields["perspective"] === perspective);
  const parents = new Set(areas.map((put) => put.fields["parent"]));
  const groups = new Set(golden.offerings.map((offering) => offering.parent));
  const leaves = new Set(golden.offerings.filter(({ id }) => !groups.has(id)).map(({ id }) => id));
  const input: DerivationInput = {
    today,
    areas: areas
      .filter((put) => !parents.has(put.id))
      .map(({ id, fields }) => ({
        id,
        accounts: (fields["accounts"] as string[] | undefined) ?? [],
        ...(fields["ruleField"] === undefined
          ? {}
          : { rule: { field: String(fields["ruleField"]), value: String(fields["ruleValue"]) } }),
      })),
    offerings: library
      .filter((put) => leaves.has(put.id))
      .map(({ id, fields }) => ({
        id,
        name: String(fields["name"]),
        products: (fields["products"] as string[] | undefined) ?? [],
        terms: (fields["terms"] as string[] | undefined) ?? [],
      })),
    accounts: family.map((account) => ({ id: account.id, attributes: attributesOf(account.attributes) })),
    deals: world.opportunities
      .filter((deal) => ids.has(valueOf(deal.account) ?? ""))
      .map((deal) => ({
        id: deal.id,
        name: deal.name,
        account: valueOf(deal.account),
        status: deal.status,
        closeDate: valueOf(deal.closeDate),
        value: valueOf(deal.amount)?.amount,
        attributes: attributesOf(deal.attributes),
        lines: (valueOf(deal.lineItems) ?? []).map((line) => ({
          product: valueOf(line.product),
          productName: line.productName,
          value: valueOf(line.amount)?.amount,
          origin: line.origin,
        })),
      })),
    assets: world.assets
      .filter((asset) => ids.has(valueOf(asset.account) ?? ""))
      .map((asset) => ({
        id: asset.id,
        account: valueOf(asset.account),
        product: valueOf(asset.product),
        productName: asset.productName,
        active: asset.active,
        since: valueOf(asset.since),
        until: valueOf(asset.until),
      })),
  };
  const derived = deriveLevels(input);
  const byHand = new Map(
    plan
      .filter((put) => put.type === "cell" && put.fields["level"] !== undefined)
      .map((put) => [
        `${String(put.fields["area"])} ${String(put.fields["offering"])}`,
        put.fields["level"] as Level,
      ]),
  );
  const levelOf = (area: string, offering: string): Level =>
    byHand.get(`${area} ${offering}`) ?? derived.cell(area, offering).level;
  return { input, family, derived, byHand, levelOf };
}

describe.each([
  ["gas producer by business areas", DEMO_ACCOUNTS.gasProducer, goldenPersonnelServices, 0],
  ["gas producer by regions", DEMO_ACCOUNTS.gasProducer, goldenPersonnelServices, 1],
  ["airline", DEMO_ACCOUNTS.airline, goldenAirline, 0],
  ["food retailer", DEMO_ACCOUNTS.foodRetailer, goldenFoodRetailer, 0],
] as const)("the demo company's %s", (_, account, golden, place) => {
  const { input, derived, levelOf } = readDemo(account, golden, golden.perspectives[place]?.id ?? "");

  it("shows the levels of its figure, and its deals contradict none", () => {
    for (const area of input.areas)
      for (const offering of input.offerings)
        expect(levelOf(area.id, offering.id), `${area.id} ${offering.id}`).toBe(
          golden.levels[area.id]?.[offering.id] ?? "none",
        );
  });

  it("has deals behind some cells", () => {
    const records = input.areas.flatMap((area) =>
      input.offerings.flatMap((offering) => derived.cell(area.id, offering.id).records),
    );
    expect(records.length).toBeGreaterThan(10);
  });
});

describe("the demo company's food retailer", () => {
  const { input, family, derived, byHand, levelOf } = readDemo(
    DEMO_ACCOUNTS.foodRetailer,
    goldenFoodRetailer,
    goldenFoodRetailer.perspectives[0]?.id ?? "",
  );

  it("has all its levels but four derived from deals and assets", () => {
    expect(byHand.size).toBe(4);
  });

  it("has reasons of every kind behind them", () => {
    const because = input.areas.flatMap((area) =>
      input.offerings.map((offering) => derived.cell(area.id, offering.id).because),
    );
    expect(new Set(because)).toEqual(
      new Set(["recent-deals", "recent-share", "recent-win", "active-asset", "fading-win", "no-win"]),
    );
  });

  it("comes to the golden suggestions", () => {
    const grid = createGrid({
      areas: goldenFoodRetailer.perspectives.flatMap(({ id, areas }) =>
        areas.map((area) => ({ ...area, perspective: id })),
      ),
      offerings: goldenFoodRetailer.offerings,
      levelOf,
      barriers: goldenFoodRetailer.barriers,
    });
    expect(
      new Set(grid.suggestions().map(({ area, offering, evidence }) => `${area} ${offering} ${evidence}`)),
    ).toEqual(
      new Set(
        goldenFoodRetailer.suggestions.map(
          ({ area, offering, evidence }) => `${area} ${offering} ${evidence}`,
        ),
      ),
    );
  });

  it("marks the open pilot without raising the level", () => {
    expect(derived.cell("bucharest", "offering-plug-in-cabinets")).toMatchObject({
      level: "none",
      openDeals: 1,
    });
  });

  it("sets apart what has no region or no offering", () => {
    const names = (ids: readonly { readonly id: string }[]) =>
      ids.map(({ id }) => world.opportunities.find((deal) => deal.id === id)?.name);
    expect(names(derived.unmatched.byArea.get("north") ?? [])).toEqual(["Nord: technicians' training"]);
    expect(names(derived.unmatched.byOffering.get("offering-plug-in-cabinets") ?? [])).toContain(
      "Polska: cabinets for 2027",
    );
    expect(names(derived.unmatched.records)).toContain("Haver group: strategy workshop");
    expect(derived.basis).toBe("mixed");
  });

  it("proposes its countries and regions as areas", () => {
    const [children, ...fields] = proposeAreas({
      root: DEMO_ACCOUNTS.foodRetailer,
      accounts: family.map((account) => ({
        id: account.id,
        name: account.name,
        parent: valueOf(account.parent),
        attributes: attributesOf(account.attributes),
      })),
      deals: input.deals,
    });
    expect(children?.kind).toBe("child-accounts");
    expect(children?.areas.filter((area) => area.parent === undefined).map((area) => area.name)).toEqual([
      "Haver Markt",
      "Haver Markt Deutschland",
      "Haver Market România",
      "Haver Market Polska",
    ]);
    expect(fields.map((proposal) => proposal.field)).toEqual(["Sales region"]);
    expect(fields[0]?.areas.map((area) => area.name)).toContain("Rhein-Ruhr");
  });
});
