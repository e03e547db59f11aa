import type { AccountFact, AreaMatch, AssetFact, Deal, OfferingMatch } from "./crm-facts.ts";
import { type DerivedCell, type DerivedRecord, toDerivedCell } from "./derived-cell.ts";
import { createAreaMatcher } from "./match-areas.ts";
import { createOfferingMatcher, type DealPart, splitValue } from "./match-offerings.ts";
import { isDate, monthsBefore } from "./months.ts";
import { DEFAULT_RULES, type WhiteSpaceRules } from "./rules.ts";

export interface DerivationInput {
  /** Leaf areas of ONE perspective: a level belongs to a leaf, and what matches none of these is unmatched. */
  readonly areas: readonly AreaMatch[];
  /** Leaf offerings. */
  readonly offerings: readonly OfferingMatch[];
  readonly accounts: readonly AccountFact[];
  readonly deals: readonly Deal[];
  readonly assets?: readonly AssetFact[];
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly rules?: WhiteSpaceRules;
}

/** A won or open thing, or an asset, that has no area or no offering. */
export interface UnmatchedRecord {
  readonly kind: "deal" | "asset";
  readonly id: string;
  readonly status: "won" | "open" | "asset";
  /** The product text or deal name that was looked at. */
  readonly what: string;
  readonly date?: string;
  readonly amount?: number;
  readonly areas: readonly string[];
  readonly offerings: readonly string[];
}

/** Whose word says what was sold. `deal-names` is the weakest. */
export type Basis = "line-items" | "opportunity-product" | "deal-names" | "mixed";

export interface DerivedLevels {
  /** @throws Error for an area or offering that was not given. */
  cell(area: string, offering: string): DerivedCell;
  /** The day the periods are counted from. */
  readonly now: string;
  /** True where the data is old and `now` is its newest closing date instead of today. */
  readonly nowFromData: boolean;
  readonly unmatched: {
    /** The unmatched column: in this area, but of no offering. */
    readonly byArea: ReadonlyMap<string, readonly UnmatchedRecord[]>;
    /** The unmatched row: of this offering, but in no area. */
    readonly byOffering: ReadonlyMap<string, readonly UnmatchedRecord[]>;
    /** All of them, those that match neither included. */
    readonly records: readonly UnmatchedRecord[];
  };
  /** `line-items` also where there are no deals at all; `basisCounts` tells. */
  readonly basis: Basis;
  /** Number of deals by where the knowledge of what was sold comes from. */
  readonly basisCounts: Readonly<Record<Exclude<Basis, "mixed">, number>>;
}

interface Facts {
  readonly records: DerivedRecord[];
  lostDeals: number;
}

/**
 * Derives levels from CRM records by the published rules (method §7, "Derived levels").
 *
 * Periods: a win is recent when it closed on or after `now` minus `recentMonths`, fading when before that and on or
 * after `now` minus `fadingMonths`; a day a month does not have becomes its last. `now` is today, unless no deal was won or
 * lost in the recent months before today: then the data is old and `now` is its newest closing date. A win
 * without a date counts as older. Open and lost deals never raise a level.
 *
 * @throws Error when `today` is no calendar date.
 */
export function deriveLevels(input: DerivationInput): DerivedLevels {
  const rules = input.rules ?? DEFAULT_RULES;
  const { now, nowFromData } = findNow(input.deals, input.today, rules.recentMonths);
  const recentFrom = monthsBefore(now, rules.recentMonths);
  const fadingFrom = monthsBefore(now, Math.max(rules.recentMonths, rules.fadingMonths));
  const areaMatcher = createAreaMatcher(input.areas, input.accounts);
  const offeringMatcher = createOfferingMatcher(input.offerings);
  const width = input.offerings.length;
  const facts = new Map<number, Facts>();
  const recentValues = new Float64Array(input.areas.length);
  const unmatched: UnmatchedRecord[] = [];
  const basisCounts = { "line-items": 0, "opportunity-product": 0, "deal-names": 0 };

  const factsAt = (area: number, offering: number): Facts => {
    const place = area * width + offering;
    let found = facts.get(place);
    if (!found) facts.set(place, (found = { records: [], lostDeals: 0 }));
    return found;
  };
  const named = (areas: readonly number[], offerings: readonly number[]) => ({
    areas: areas.map((area) => input.areas[area]?.id as string),
    offerings: offerings.map((offering) => input.offerings[offering]?.id as string),
  });
  const ageOf = (deal: Deal): DerivedRecord["counts"] => {
    if (deal.status === "open") return "open";
    if (!isDate(deal.closeDate) || deal.closeDate < fadingFrom) return "older";
    return deal.closeDate < recentFrom ? "fading" : "recent";
  };

  for (const deal of input.deals) {
    const areas = areaMatcher.ofDeal(deal);
    const parts = offeringMatcher.partsOf(deal);
    basisCounts[basisOf(parts)] += 1;
    const { total, byOffering } = splitValue(deal, parts);
    const counts = ageOf(deal);
    const date = isDate(deal.closeDate) ? { date: deal.closeDate } : {};
    if (deal.status === "lost") {
      for (const area of areas)
        for (const offering of byOffering.keys()) factsAt(area, offering).lostDeals += 1;
      continue;
    }
    for (const area of areas) {
      if (counts === "recent") recentValues[area] = (recentValues[area] as number) + (total ?? 0);
      for (const [offering, amount] of byOffering)
        factsAt(area, offering).records.push({
          kind: "deal",
          id: deal.id,
          counts,
          ...date,
          ...(amount === undefined ? {} : { amount }),
          via: bestVia(parts, offering),
        });
    }
    for (const part of parts)
      if (areas.length === 0 || part.offerings.length === 0)
        unmatched.push({
          kind: "deal",
          id: deal.id,
          status: deal.status,
          what: part.what,
          ...date,
          ...(part.value === undefined ? {} : { amount: part.value }),
          ...named(areas, part.offerings),
        });
  }

  for (const asset of input.assets ?? []) {
    if (!asset.active || (isDate(asset.until) && asset.until < now)) continue;
    const areas = areaMatcher.ofAccount(asset.account);
    const offerings = offeringMatcher.ofProduct(asset.product, asset.productName);
    const date = isDate(asset.since) ? { date: asset.since } : {};
    for (const area of areas)
      for (const offering of offerings)
        factsAt(area, offering).records.push({
          kind: "asset",
          id: asset.id,
          counts: "asset",
          ...date,
          via: "asset",
        });
    if (areas.length === 0 || offerings.length === 0)
      unmatched.push({
        kind: "asset",
        id: asset.id,
        status: "asset",
        what: asset.productName,
        ...date,
        ...named(areas, offerings),
      });
  }

  const areaNumbers = new Map(input.areas.map((area, index) => [area.id, index]));
  const offeringNumbers = new Map(input.offerings.map((offering, index) => [offering.id, index]));
  const cells = new Map<number, DerivedCell>();
  const blanks = new Map<number, DerivedCell>();
  return {
    now,
    nowFromData,
    basis: toBasis(basisCounts),
    basisCounts,
    unmatched: {
      byArea: groupBy(
        unmatched.filter((record) => record.offerings.length === 0),
        (record) => record.areas,
      ),
      byOffering: groupBy(
        unmatched.filter((record) => record.areas.length === 0),
        (record) => record.offerings,
      ),
      records: unmatched,
    },
    cell: (area, offering) => {
      const line = areaNumbers.get(area);
      const column = offeringNumbers.get(offering);
      if (line === undefined || column === undefined)
        throw new Error(`No levels were derived for "${area}" × "${offering}": give both to deriveLevels.`);
      const place = line * width + column;
      const found = facts.get(place);
      const [kept, key] = found ? [cells, place] : [blanks, line];
      const known = kept.get(key);
      if (known) return known;
      const cell = toDerivedCell(found ?? NO_FACTS, recentValues[line] as number, rules);
      kept.set(key, cell);
      return cell;
    },
  };
}

const NO_FACTS = { records: [], lostDeals: 0 };

function findNow(
  deals: readonly Deal[],
  today: string,
  recentMonths: number,
): { readonly now: string; readonly nowFromData: boolean } {
  const recentFrom = monthsBefore(today, recentMonths);
  let newest = "";
  for (const { status, closeDate } of deals)
    if (status !== "open" && isDate(closeDate) && closeDate > newest) newest = closeDate;
  const old = newest !== "" && newest < recentFrom;
  return { now: old ? newest : today, nowFromData: old };
}

function basisOf(parts: readonly DealPart[]): Exclude<Basis, "mixed"> {
  if (parts.some((part) => part.via === "line-item")) return "line-items";
  return parts.some((part) => part.via === "opportunity-product") ? "opportunity-product" : "deal-names";
}

function toBasis(counts: DerivedLevels["basisCounts"]): Basis {
  const used = (["line-items", "opportunity-product", "deal-names"] as const).filter(
    (basis) => counts[basis] > 0,
  );
  return used.length > 1 ? "mixed" : (used[0] ?? "line-items");
}

function bestVia(parts: readonly DealPart[], offering: number): DealPart["via"] {
  const ways = parts.filter((part) => part.offerings.includes(offering)).map((part) => part.via);
  return (["line-item", "opportunity-product"] as const).find((way) => ways.includes(way)) ?? "name";
}

function groupBy(
  records: readonly UnmatchedRecord[],
  keysOf: (record: UnmatchedRecord) => readonly string[],
): ReadonlyMap<string, readonly UnmatchedRecord[]> {
  const groups = new Map<string, UnmatchedRecord[]>();
  for (const record of records)
    for (const key of keysOf(record)) groups.set(key, [...(groups.get(key) ?? []), record]);
  return groups;
}
