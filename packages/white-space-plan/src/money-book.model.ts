import type { IsoDate, Money, RecordId } from "@sweetspot/contract";
import {
  exchangeRate,
  isRecordOf,
  MONEY_RULES_ID,
  moneyRules,
  offeringPrice,
  recordsOf,
  type RecordOf,
} from "@sweetspot/plan-model";
import type { Records } from "./plan-reading.model.ts";

export type PriceRecord = RecordOf<typeof offeringPrice>;
export type RateRecord = RecordOf<typeof exchangeRate>;

/** An amount in another currency, and the day of the rate it was converted with; undefined where none was needed. */
export interface Converted {
  readonly amount: number;
  readonly rateOn: IsoDate | undefined;
}

/** What the library says of money: the company's currency, dated rates, the price list. */
export interface MoneyBook {
  /** Undefined until an admin names one: then only amounts of one currency are added up. */
  readonly currency: string | undefined;
  readonly estimateFromSimilar: boolean;
  readonly rates: readonly RateRecord[];
  readonly prices: readonly PriceRecord[];
  /** With the rates in force on a day; undefined where one of them is missing. */
  convert(money: Money, to: string, on: IsoDate): Converted | undefined;
  /** The price in force on a day. */
  priceOf(offering: RecordId, on: IsoDate): PriceRecord | undefined;
}

export function readMoneyBook(library: Records): MoneyBook {
  const stored = library.get(MONEY_RULES_ID);
  const rules = stored && isRecordOf(moneyRules, stored) ? stored.fields : undefined;
  const currency = rules?.currency?.toUpperCase();
  const rates = recordsOf(exchangeRate, library.values()).toSorted((one, other) =>
    one.fields.on < other.fields.on ? 1 : -1,
  );
  const prices = recordsOf(offeringPrice, library.values()).toSorted((one, other) =>
    (one.fields.validFrom ?? "") < (other.fields.validFrom ?? "") ? 1 : -1,
  );
  const byCurrency = groupBy(rates, (rate) => rate.fields.currency.toUpperCase());
  const byOffering = groupBy(prices, (price) => price.fields.offering);
  /** Units of a currency for one of the company's own. */
  const rateOf = (of: string, on: IsoDate): { readonly rate: number; readonly on?: IsoDate } | undefined =>
    of === currency ? { rate: 1 } : byCurrency.get(of)?.find((rate) => rate.fields.on <= on)?.fields;
  return {
    currency,
    estimateFromSimilar: rules?.estimateFromSimilar !== false,
    rates,
    prices,
    convert: (money, to, on) => {
      if (money.currency === to) return { amount: money.amount, rateOn: undefined };
      if (currency === undefined) return undefined;
      const [from, into] = [rateOf(money.currency, on), rateOf(to, on)];
      if (!from || !into) return undefined;
      const days = [from.on, into.on].filter((day) => day !== undefined).toSorted();
      return { amount: (money.amount / from.rate) * into.rate, rateOn: days[0] };
    },
    priceOf: (offering, on) =>
      byOffering.get(offering)?.find((price) => (price.fields.validFrom ?? "") <= on),
  };
}

function groupBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
