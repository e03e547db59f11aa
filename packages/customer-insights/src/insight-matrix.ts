import type { Money, RecordId } from "@sweetspot/contract";
import type { PurchaseMatrix, WhiteSpaceRules } from "@sweetspot/white-space";
import type { CustomerPurchases, OfferingPurchases, Trait } from "./customer-purchases.ts";
import { createNumbers } from "./growing-numbers.ts";
import { traitKey } from "./traits.ts";

/** All customers in typed arrays. Rows are in the order in which they came. */
export interface InsightMatrix {
  readonly customers: readonly RecordId[];
  rowOf(customer: RecordId): number | undefined;
  readonly purchases: PurchaseMatrix;
  readonly traits: PurchaseMatrix;
  /** By column of `traits`, as the first customer of it writes it. */
  readonly traitOf: readonly Trait[];
  /** Beside the entries of `purchases`; undefined where nothing is known, or two currencies are mixed. */
  spentAt(entry: number): Money | undefined;
  /** When offerings were bought: one entry a customer, offering and month. */
  readonly dated: {
    readonly customers: Int32Array;
    readonly offerings: Int32Array;
    readonly months: Int32Array;
  };
  /** Customers with a purchase, and offerings that anybody has. */
  readonly buying: number;
  readonly bought: number;
}

export interface InsightMatrixBuilder {
  /** Customers, each once. */
  add(customers: Iterable<CustomerPurchases>): void;
  finish(): InsightMatrix;
}

/** What an admin weighs as nothing is a purchase all the same: nobody is suggested what he has. */
const LEAST_WEIGHT = 0.01;

/** @param offeringCount offerings of the library: columns */
export function createInsightMatrix(
  offeringCount: number,
  rules: Pick<WhiteSpaceRules, "strongDeals" | "weights" | "assetsCount">,
): InsightMatrixBuilder {
  const customers: RecordId[] = [];
  const rows = new Map<RecordId, number>();
  const purchases = createRows();
  const traits = createRows();
  const traitColumns = new Map<string, number>();
  const traitOf: Trait[] = [];
  const currencies: string[] = [];
  const [amounts, amountCurrencies] = [createNumbers(Float64Array), createNumbers(Int32Array)];
  const dated = [createNumbers(Int32Array), createNumbers(Int32Array), createNumbers(Int32Array)] as const;
  const have = new Uint8Array(offeringCount);
  let buying = 0;

  function addPurchases(row: number, bought: readonly OfferingPurchases[]): void {
    for (const one of bought.toSorted((a, b) => a.offering - b.offering)) {
      const weight = weightOf(one, rules);
      if (weight === 0) continue;
      purchases.push(one.offering, weight);
      have[one.offering] = 1;
      const [spent, another] = one.spent;
      const known = spent && !another ? spent : undefined;
      amounts.push(known?.amount ?? Number.NaN);
      amountCurrencies.push(known ? numberOf(currencies, known.currency) : -1);
      for (const month of one.months) {
        dated[0].push(row);
        dated[1].push(one.offering);
        dated[2].push(month);
      }
    }
    if (purchases.endRow() > 0) buying += 1;
  }

  function columnOf(trait: Trait): number {
    const key = traitKey(trait);
    const known = traitColumns.get(key);
    if (known !== undefined) return known;
    traitColumns.set(key, traitOf.length);
    return traitOf.push(trait) - 1;
  }

  return {
    add(more) {
      for (const { customer, traits: own, bought } of more) {
        const row = customers.push(customer) - 1;
        rows.set(customer, row);
        addPurchases(row, bought);
        for (const column of [...new Set(own.map(columnOf))].toSorted((a, b) => a - b))
          traits.push(column, 1);
        traits.endRow();
      }
    },
    finish() {
      const [spent, spentCurrencies] = [amounts.finish(), amountCurrencies.finish()];
      return {
        customers,
        rowOf: (customer) => rows.get(customer),
        purchases: purchases.finish(offeringCount),
        traits: traits.finish(traitOf.length),
        traitOf,
        spentAt(entry) {
          const [amount, currency] = [spent[entry], currencies[spentCurrencies[entry] ?? -1]];
          return amount === undefined || currency === undefined ? undefined : { amount, currency };
        },
        dated: { customers: dated[0].finish(), offerings: dated[1].finish(), months: dated[2].finish() },
        buying,
        bought: have.reduce((sum, one) => sum + one, 0),
      };
    },
  };
}

/** As the level of the whole customer would weigh; 0 where it is no purchase. */
function weightOf(
  { recentDeals, fadingDeals, activeAssets }: OfferingPurchases,
  { strongDeals, weights, assetsCount }: Pick<WhiteSpaceRules, "strongDeals" | "weights" | "assetsCount">,
): number {
  const at = (weight: number): number => Math.max(LEAST_WEIGHT, weight);
  if (recentDeals >= strongDeals) return at(weights.strong);
  if (recentDeals > 0 || (assetsCount && activeAssets > 0)) return at(weights.present);
  return fadingDeals > 0 ? at(weights.weak) : 0;
}

/** A sparse matrix, row after row. */
function createRows() {
  const [offsets, columns, values] = [
    createNumbers(Int32Array),
    createNumbers(Int32Array),
    createNumbers(Float64Array),
  ];
  offsets.push(0);
  let start = 0;
  let length = 0;
  return {
    push(column: number, value: number): void {
      columns.push(column);
      values.push(value);
      length += 1;
    },
    /** @returns entries of the row */
    endRow(): number {
      const count = length - start;
      offsets.push(length);
      start = length;
      return count;
    },
    finish(offeringCount: number): PurchaseMatrix {
      const finished = offsets.finish();
      return {
        customerCount: finished.length - 1,
        offeringCount,
        offsets: finished,
        offerings: columns.finish(),
        values: values.finish(),
      };
    },
  };
}

function numberOf(names: string[], name: string): number {
  const known = names.indexOf(name);
  return known >= 0 ? known : names.push(name) - 1;
}
