import type { Money, RecordId } from "@sweetspot/contract";

/** What one customer, a root account with all below it, has of ours. */
export interface CustomerPurchases {
  readonly customer: RecordId;
  readonly traits: readonly Trait[];
  /** Each offering once. */
  readonly bought: readonly OfferingPurchases[];
}

export interface OfferingPurchases {
  /** Place among the offerings of the library. */
  readonly offering: number;
  /** Deals won in the periods of the rules. */
  readonly recentDeals: number;
  readonly fadingDeals: number;
  readonly activeAssets: number;
  /** Months of those deals, each once; see `monthOf`. */
  readonly months: readonly number[];
  /** What is known to be spent within a year, one entry a currency. */
  readonly spent: readonly Money[];
}

/** Something customers have in common beside what they buy: `industry`, `country`, `size`. */
export interface Trait {
  readonly field: string;
  readonly value: string;
}
