import { type BasisCounts, basisOf } from "./basis.ts";
import type { AccountFact, AreaMatch, AssetFact, Deal, OfferingMatch } from "./crm-facts.ts";
import type { DerivedRecord } from "./derived-cell.ts";
import { createAreaMatcher } from "./match-areas.ts";
import { createOfferingMatcher, type DealPart, splitValue } from "./match-offerings.ts";
import { isDate } from "./months.ts";
import type { Periods } from "./periods.ts";
import type { UnmatchedRecord } from "./unmatched.ts";

/** What the CRM says about one cell, before it is judged. */
export interface CellFacts {
  readonly records: DerivedRecord[];
  lostDeals: number;
}

/** Everything the CRM says, sorted into cells. Cells are numbered area × number of offerings + offering. */
export interface CollectedFacts {
  readonly cells: ReadonlyMap<number, CellFacts>;
  /** Known value won recently, by area number. */
  readonly recentValues: Float64Array;
  readonly unmatched: readonly UnmatchedRecord[];
  readonly basisCounts: BasisCounts;
}

export interface FactSources {
  readonly areas: readonly AreaMatch[];
  readonly offerings: readonly OfferingMatch[];
  readonly accounts: readonly AccountFact[];
  readonly deals: readonly Deal[];
  readonly assets?: readonly AssetFact[];
}

/** Sorts every deal and active asset into the cells it belongs to; what has no cell is set apart. */
export function collectFacts(sources: FactSources, periods: Periods): CollectedFacts {
  const areaMatcher = createAreaMatcher(sources.areas, sources.accounts);
  const offeringMatcher = createOfferingMatcher(sources.offerings);
  const cells = new Map<number, CellFacts>();
  const recentValues = new Float64Array(sources.areas.length);
  const unmatched: UnmatchedRecord[] = [];
  const basisCounts = { "line-items": 0, "opportunity-product": 0, "deal-names": 0 };

  const cellAt = (area: number, offering: number): CellFacts => {
    const place = area * sources.offerings.length + offering;
    const known = cells.get(place);
    if (known) return known;
    const cell: CellFacts = { records: [], lostDeals: 0 };
    cells.set(place, cell);
    return cell;
  };
  const setApart = (
    record: Omit<UnmatchedRecord, "areas" | "offerings">,
    areas: readonly number[],
    offerings: readonly number[],
  ): void => {
    if (areas.length > 0 && offerings.length > 0) return;
    unmatched.push({
      ...record,
      areas: areas.map((area) => sources.areas[area]?.id as string),
      offerings: offerings.map((offering) => sources.offerings[offering]?.id as string),
    });
  };

  const addDeal = (deal: Deal): void => {
    const areas = areaMatcher.ofDeal(deal);
    const parts = offeringMatcher.partsOf(deal);
    const { total, byOffering } = splitValue(deal, parts);
    basisCounts[basisOf(parts)] += 1;
    if (deal.status === "lost") {
      for (const area of areas)
        for (const offering of byOffering.keys()) cellAt(area, offering).lostDeals += 1;
      return;
    }
    const counts = periods.ageOf(deal);
    const date = isDate(deal.closeDate) ? { date: deal.closeDate } : {};
    for (const area of areas) {
      if (counts === "recent") recentValues[area] = (recentValues[area] as number) + (total ?? 0);
      for (const [offering, amount] of byOffering)
        cellAt(area, offering).records.push({
          kind: "deal",
          id: deal.id,
          counts,
          ...date,
          ...(amount === undefined ? {} : { amount }),
          via: bestVia(parts, offering),
        });
    }
    for (const { what, value, offerings } of parts) {
      const amount = value === undefined ? {} : { amount: value };
      setApart(
        { kind: "deal", id: deal.id, status: deal.status, what, ...date, ...amount },
        areas,
        offerings,
      );
    }
  };

  const addAsset = (asset: AssetFact): void => {
    if (!asset.active || (isDate(asset.until) && asset.until < periods.now)) return;
    const areas = areaMatcher.ofAccount(asset.account);
    const offerings = offeringMatcher.ofProduct(asset.product, asset.productName);
    const date = isDate(asset.since) ? { date: asset.since } : {};
    for (const area of areas)
      for (const offering of offerings)
        cellAt(area, offering).records.push({
          kind: "asset",
          id: asset.id,
          counts: "asset",
          ...date,
          via: "asset",
        });
    setApart(
      { kind: "asset", id: asset.id, status: "asset", what: asset.productName, ...date },
      areas,
      offerings,
    );
  };

  sources.deals.forEach(addDeal);
  sources.assets?.forEach(addAsset);
  return { cells, recentValues, unmatched, basisCounts };
}

function bestVia(parts: readonly DealPart[], offering: number): DealPart["via"] {
  const ways = parts.filter((part) => part.offerings.includes(offering)).map((part) => part.via);
  return (["line-item", "opportunity-product"] as const).find((way) => ways.includes(way)) ?? "name";
}
