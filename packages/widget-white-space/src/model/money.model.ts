import type { Money } from "@sweetspot/contract";
import type { CellModel, Conversion, CrmFacts } from "@sweetspot/white-space-plan";
import { type MoneySources, type Potential, potentialOf } from "../money/potential.model.ts";

/** Money of one or more cells, in the grid's currency. */
export interface Amounts {
  /** Known value won in the recent months. */
  readonly won: number;
  /** Known value of open deals. */
  readonly open: number;
  /** Yearly potential, entered or estimated. */
  readonly potential: number;
  /** The part of it that nobody entered. */
  readonly estimated: number;
  /** Addressable market where one is given, and what was won in these very cells. */
  readonly market: number;
  readonly wonOfMarket: number;
  /** Amounts in other currencies, with the day of the rate they were converted with. */
  readonly conversions: readonly Conversion[];
  /** Currencies of amounts left out, for want of a rate. */
  readonly missing: readonly string[];
}

export const NOTHING: Amounts = {
  won: 0,
  open: 0,
  potential: 0,
  estimated: 0,
  market: 0,
  wonOfMarket: 0,
  conversions: [],
  missing: [],
};

/** From 0 to 1, or more where more was won than the market was thought to hold; undefined where no market is given. */
export const marketShareOf = ({ market, wonOfMarket }: Amounts): number | undefined =>
  market > 0 ? wonOfMarket / market : undefined;

export interface MoneyReader {
  /** Sums over leaf areas × leaf offerings, by the ids of the grid's nodes. */
  sum(areas: readonly string[], offerings: readonly string[]): Amounts;
  potential(cell: CellModel): Potential | undefined;
}

/** Reads the money of one grid; what it has read of a leaf cell it remembers. */
export function createMoneyReader(
  sources: MoneySources,
  facts: Pick<CrmFacts, "conversions" | "currency" | "unconverted">,
): MoneyReader {
  const { model } = sources;
  const known = new Map<CellModel, Amounts>();
  const read = (area: string, offering: string): Amounts => {
    const cell = model.cell(area, offering);
    let amounts = known.get(cell);
    if (!amounts) known.set(cell, (amounts = amountsOfLeaf(cell, sources, facts)));
    return amounts;
  };
  return {
    potential: (cell) => potentialOf(cell, sources),
    sum: (areas, offerings) => {
      const all = areas.flatMap((area) => offerings.map((offering) => read(area, offering)));
      return all.length === 1 ? (all[0] ?? NOTHING) : addUp(all);
    },
  };
}

function addUp(all: readonly Amounts[]): Amounts {
  const conversions = new Map<Conversion["from"], Conversion>();
  const missing = new Set<string>();
  const sum = { won: 0, open: 0, potential: 0, estimated: 0, market: 0, wonOfMarket: 0 };
  for (const amounts of all) {
    sum.won += amounts.won;
    sum.open += amounts.open;
    sum.potential += amounts.potential;
    sum.estimated += amounts.estimated;
    sum.market += amounts.market;
    sum.wonOfMarket += amounts.wonOfMarket;
    for (const conversion of amounts.conversions) conversions.set(conversion.from, conversion);
    for (const currency of amounts.missing) missing.add(currency);
  }
  return { ...sum, conversions: [...conversions.values()], missing: [...missing].toSorted() };
}

function amountsOfLeaf(
  cell: CellModel,
  sources: MoneySources,
  facts: Pick<CrmFacts, "conversions" | "currency" | "unconverted">,
): Amounts {
  const conversions: Conversion[] = [];
  const missing = new Set<string>();
  const into = (money: Money | undefined): number => {
    if (!money) return 0;
    // Where the CRM knows no amounts at all, what was entered is added up as it is.
    const found = sources.book.convert(money, facts.currency ?? money.currency, sources.today);
    if (!found) missing.add(money.currency);
    else if (found.rateOn !== undefined) conversions.push({ from: money, rateOn: found.rateOn });
    return found?.amount ?? 0;
  };
  const records = cell.derived?.records ?? [];
  for (const { id, kind, counts } of records) {
    if (kind !== "deal" || (counts !== "recent" && counts !== "open")) continue;
    const conversion = facts.conversions?.get(id);
    if (conversion) conversions.push(conversion);
    const left = facts.unconverted?.get(id);
    if (left !== undefined) missing.add(left);
  }
  const open = records.reduce(
    (sum, record) => sum + (record.counts === "open" ? (record.amount ?? 0) : 0),
    0,
  );
  const potential = potentialOf(cell, sources);
  const amount = into(potential?.money);
  const market = into(cell.record?.fields.marketVolume);
  const won = cell.derived?.recentValue ?? 0;
  return {
    won,
    open,
    potential: amount,
    estimated: potential?.estimated === true ? amount : 0,
    market,
    wonOfMarket: market > 0 ? won : 0,
    conversions,
    missing: [...missing].toSorted(),
  };
}
