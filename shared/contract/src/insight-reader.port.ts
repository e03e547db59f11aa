import type { IsoInstant } from "./dates.ts";
import type { Money } from "./money.ts";
import type { ReadOptions } from "./page.ts";
import type { RecordId } from "./record-id.ts";

/**
 * Port. What all customers together teach about one of them, as one signed-in user may know it: figures may count customers
 * this user cannot see where an admin allows it, names of those are nowhere. An account that does not exist or that this user
 * may not see is `not-found`. The whole port is absent where a host cannot compare customers.
 */
export interface InsightReader {
  readonly contract: "insights/1";
  findLookalikes(query: LookalikeQuery, options?: ReadOptions): Promise<LookalikeAnswer>;
}

export interface LookalikeQuery {
  /** The customer: the root of a family stands for all of it. */
  readonly account: RecordId;
  /** `neighbours` explains itself; `learned` is a model trained on all customers. By default the first. */
  readonly model?: LookalikeModel;
  /** Most similar customers to ask, 1 to 100, by default 20. */
  readonly customers?: number;
  /** Suggestions wanted, 1 to 50, by default 10. */
  readonly count?: number;
}

export type LookalikeModel = "neighbours" | "learned";

export interface LookalikeAnswer {
  readonly basis: {
    /** Customers with a purchase, and offerings somebody bought, that were compared. */
    readonly customers: number;
    readonly offerings: number;
    readonly model: LookalikeModel;
    readonly asOf: IsoInstant;
  };
  /** The most similar first. */
  readonly similar: readonly Lookalike[];
  /** The best first; nothing this customer buys already. */
  readonly suggestions: readonly LookalikeSuggestion[];
  readonly gaps: readonly LookalikeGap[];
}

export interface Lookalike {
  /** Both absent where this user may not see the account. */
  readonly account?: RecordId;
  readonly name?: string;
  /** From 0 to 1. */
  readonly similarity: number;
  /** Offerings of the library both buy, the most telling first. */
  readonly sharedOfferings: readonly RecordId[];
  /** What else both have in common, as `industry` and "Food retail"; only of accounts this user may see. */
  readonly traits: readonly { readonly field: string; readonly value: string }[];
}

export interface LookalikeSuggestion {
  /** An offering of the library. */
  readonly offering: RecordId;
  /** From 0 to 1. */
  readonly score: number;
  /** "7 of the 20 most similar customers buy this": how many, of how many, and those this user may see, most similar first. */
  readonly buyers: number;
  readonly of: number;
  readonly named: readonly RecordId[];
  /** By number and similarity of the buyers. */
  readonly confidence: "low" | "medium" | "high";
  /** Middle of what the buyers spent on it in the last twelve months: an estimate, absent with fewer than three of one currency. */
  readonly typicalSpend?: Money;
  /** Bought once by most buyers, or in the same months only: no steady need. */
  readonly pattern?: "one-off" | "seasonal";
}

/**
 * - `no-purchases`: this customer bought nothing yet; suggestions are what customers of the same traits buy, or none.
 * - `one-purchase`: similarity rests on one purchase.
 * - `few-customers`: fewer customers than were asked for have anything in common with this one.
 * - `names-withheld`: some of the similar customers may not be seen by this user.
 * - `not-trained`: the learned model is not there yet; the neighbours answered.
 */
export type LookalikeGap =
  | "no-purchases"
  | "one-purchase"
  | "few-customers"
  | "names-withheld"
  | "not-trained";
