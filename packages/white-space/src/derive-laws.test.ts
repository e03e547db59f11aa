import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AssetFact, Deal } from "./crm-facts.ts";
import { deriveLevels } from "./derive-levels.ts";
import { type Level, toLevelCode } from "./level.ts";
import { DEFAULT_RULES, type WhiteSpaceRules } from "./rules.ts";

const AREAS = ["north", "south"];
const OFFERINGS = ["cooling", "lighting", "service"];
const TODAY = "2026-11-22";

const date = fc
  .date({ min: new Date("2022-06-01"), max: new Date(TODAY), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));
const line = fc.record({
  product: fc.constantFrom(...OFFERINGS.map((offering) => `p-${offering}`), "p-unknown"),
  productName: fc.constant("Thing"),
  value: fc.option(fc.nat(1000), { nil: undefined }),
  origin: fc.constantFrom("line-item" as const, "opportunity" as const),
});
const dealOf = (
  lines: fc.Arbitrary<Deal["lines"]>,
  names: readonly string[],
): fc.Arbitrary<Omit<Deal, "id">> =>
  fc.record({
    name: fc.constantFrom(...names),
    account: fc.constantFrom("acc-north", "acc-south", "acc-gone", undefined),
    status: fc.constantFrom("won" as const, "won" as const, "open" as const, "lost" as const),
    closeDate: fc.option(date, { nil: undefined, freq: 8 }),
    value: fc.option(fc.nat(1000), { nil: undefined }),
    lines,
  });
const numbered = (deals: readonly Omit<Deal, "id">[]): Deal[] =>
  deals.map((deal, index) => ({ ...deal, id: `deal-${index}` }));
/** Every deal sells one thing: several lines of one product, or a name. */
const singleDeals = fc
  .array(
    fc.oneof(
      dealOf(
        fc.tuple(line, fc.nat(2)).map(([one, more]) => Array.from({ length: more + 1 }, () => one)),
        ["A deal"],
      ),
      dealOf(fc.constant(undefined), ["Cooling", "Lighting, lot 2", "Anything"]),
    ),
    { maxLength: 14 },
  )
  .map(numbered);
const mixedDeals = fc
  .array(dealOf(fc.array(line, { maxLength: 3 }), ["Cooling and lighting", "Service", "Anything"]), {
    maxLength: 14,
  })
  .map(numbered);
const assets: fc.Arbitrary<AssetFact[]> = fc
  .array(
    fc.record({
      account: fc.constantFrom("acc-north", "acc-south"),
      product: fc.constantFrom("p-cooling", "p-service"),
      active: fc.boolean(),
    }),
    { maxLength: 3 },
  )
  .map((list) => list.map((asset, index) => ({ ...asset, id: `asset-${index}`, productName: "Thing" })));

/** A deal lost today keeps "now" where it is, whatever else is removed. */
const anchor: Deal = { id: "anchor", name: "Anything", status: "lost", closeDate: TODAY };

const derive = (
  deals: readonly Deal[],
  held: readonly AssetFact[] = [],
  rules: WhiteSpaceRules = DEFAULT_RULES,
) =>
  deriveLevels({
    areas: AREAS.map((id) => ({ id, accounts: [`acc-${id}`] })),
    offerings: OFFERINGS.map((id) => ({ id, name: id, products: [`p-${id}`], terms: [] })),
    accounts: [],
    deals: [...deals, anchor],
    assets: held,
    today: TODAY,
    rules,
  });
type Derived = ReturnType<typeof derive>;
const eachCell = (check: (area: string, offering: string) => void): void =>
  AREAS.forEach((area) => OFFERINGS.forEach((offering) => check(area, offering)));
const height = (derived: Derived, area: string, offering: string): number =>
  toLevelCode(derived.cell(area, offering).level satisfies Level);
const tell = (derived: Derived) =>
  AREAS.flatMap((area) => OFFERINGS.map((offering) => derived.cell(area, offering)));

describe("laws of derived levels", () => {
  it("open and lost deals never raise or lower a level", () => {
    fc.assert(
      fc.property(mixedDeals, assets, (deals, held) => {
        const all = derive(deals, held);
        const won = derive(
          deals.filter((deal) => deal.status === "won"),
          held,
        );
        eachCell((area, offering) => {
          expect(all.cell(area, offering).level).toBe(won.cell(area, offering).level);
          expect(all.cell(area, offering).recentValue).toBe(won.cell(area, offering).recentValue);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("removing a won deal never raises the level of the cell it was won in", () => {
    fc.assert(
      fc.property(singleDeals, assets, fc.nat(13), (deals, held, place) => {
        const removed = deals[place];
        if (!removed || removed.status !== "won") return;
        const before = derive(deals, held);
        const after = derive(
          deals.filter((deal) => deal !== removed),
          held,
        );
        eachCell((area, offering) => {
          if (!before.cell(area, offering).records.some(({ id }) => id === removed.id)) return;
          expect(height(after, area, offering)).toBeLessThanOrEqual(height(before, area, offering));
        });
      }),
      { numRuns: 500 },
    );
  });

  it("without the share, which other wins dilute, removing a won deal raises no level anywhere", () => {
    const rules = { ...DEFAULT_RULES, strongShare: 2 };
    fc.assert(
      fc.property(mixedDeals, assets, fc.nat(13), (deals, held, place) => {
        const before = derive(deals, held, rules);
        const after = derive(
          deals.filter((_, index) => index !== place),
          held,
          rules,
        );
        eachCell((area, offering) =>
          expect(height(after, area, offering)).toBeLessThanOrEqual(height(before, area, offering)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("an asset more never lowers a level, and never makes one strong", () => {
    fc.assert(
      fc.property(mixedDeals, assets, (deals, held) => {
        const [without, withAssets] = [derive(deals), derive(deals, held)];
        eachCell((area, offering) => {
          const [less, more] = [without.cell(area, offering), withAssets.cell(area, offering)];
          expect(toLevelCode(more.level)).toBeGreaterThanOrEqual(toLevelCode(less.level));
          if (more.level === "strong") expect(less.level).toBe("strong");
        });
      }),
    );
  });

  it("the order of deals and assets changes nothing", () => {
    fc.assert(
      fc.property(mixedDeals, assets, (deals, held) => {
        expect(tell(derive(deals.toReversed(), held.toReversed()))).toEqual(tell(derive(deals, held)));
      }),
    );
  });

  it("every won or open deal and every active asset is in a cell or set apart", () => {
    fc.assert(
      fc.property(mixedDeals, assets, (deals, held) => {
        const derived = derive(deals, held);
        const seen = new Set([
          ...tell(derived).flatMap((cell) => cell.records.map(({ id }) => id)),
          ...derived.unmatched.records.map(({ id }) => id),
        ]);
        const expected = [
          ...deals.filter((deal) => deal.status !== "lost"),
          ...held.filter((asset) => asset.active),
        ].map(({ id }) => id);
        expect(seen).toEqual(new Set(expected));
      }),
    );
  });

  it("what cells of an area won recently never exceeds what the area won", () => {
    fc.assert(
      fc.property(mixedDeals, (deals) => {
        const derived = derive(deals);
        for (const area of AREAS) {
          const cells = OFFERINGS.map((offering) => derived.cell(area, offering));
          const sum = cells.reduce((total, cell) => total + cell.recentValue, 0);
          expect(sum).toBeLessThanOrEqual(cells[0]?.areaRecentValue ?? 0);
        }
      }),
    );
  });
});
