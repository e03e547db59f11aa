import type { Purchases } from "./purchase-matrix.ts";

/** - `one-off`: most buyers bought it once. - `seasonal`: it is bought in the same months of each year only. */
export type PurchasePattern = "one-off" | "seasonal";

/** One entry a purchase, in any order; the same customer and offering again for each time it was bought. */
export interface DatedPurchases extends Pick<
  Purchases,
  "customerCount" | "offeringCount" | "customers" | "offerings"
> {
  /** Months since any January: 12 · year + (month − 1). */
  readonly months: ArrayLike<number>;
  /** The last month that is fully known. */
  readonly until: number;
}

const YEAR = 12;
/** Fewer say nothing about a habit. */
const BUYERS = 3;
/** A season: a quarter of the year and a month beside it. */
const SEASON = 4;

/**
 * What kind of need each offering meets, by column; `undefined` where it is a steady one, or where nothing can be said:
 * - One-off counts those who had a year to buy again. At least three are needed; more than half of them bought in one
 *   month alone.
 * - Seasonal needs purchases of at least two years' seasons by at least three customers: all in the same four successive
 *   months of the year, over the turn of the year too. It goes before one-off.
 *
 * Neither keeps an offering from being suggested: it is to be told with the suggestion.
 */
export function purchasePatterns({
  offeringCount,
  customers,
  offerings,
  months,
  until,
}: DatedPurchases): readonly (PurchasePattern | undefined)[] {
  const histories = Array.from({ length: offeringCount }, () => new Map<number, Set<number>>());
  for (let entry = 0; entry < customers.length; entry++) {
    const history = histories[offerings[entry] ?? -1];
    const customer = customers[entry] ?? -1;
    const known = history?.get(customer);
    if (known) known.add(months[entry] ?? 0);
    else history?.set(customer, new Set([months[entry] ?? 0]));
  }
  return histories.map((history) => {
    const buyers = [...history.values()];
    if (isSeasonal(buyers)) return "seasonal";
    return isOneOff(buyers, until) ? "one-off" : undefined;
  });
}

function isOneOff(buyers: readonly ReadonlySet<number>[], until: number): boolean {
  const judged = buyers.filter((months) => until - Math.min(...months) >= YEAR);
  return judged.length >= BUYERS && judged.filter(({ size }) => size === 1).length > judged.length / 2;
}

function isSeasonal(buyers: readonly ReadonlySet<number>[]): boolean {
  if (buyers.length < BUYERS) return false;
  const months = [...new Set(buyers.flatMap((own) => [...own]))];
  for (let start = 0; start < YEAR; start++) {
    const sinceStart = months.map((month) => month - start);
    if (!sinceStart.every((month) => month - YEAR * Math.floor(month / YEAR) < SEASON)) continue;
    return new Set(sinceStart.map((month) => Math.floor(month / YEAR))).size >= 2;
  }
  return false;
}
