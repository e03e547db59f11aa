import type { IsoInstant, LookalikeGap, LookalikeQuery, Money, RecordId } from "@sweetspot/contract";
import {
  type EaseModel,
  type PurchasePattern,
  purchasePatterns,
  type SimilarCustomer,
  similarCustomers,
  similarToNewcomer,
  suggestOfferings,
  suggestToNewcomer,
  suggestWithEase,
} from "@sweetspot/white-space";
import { confidenceOf } from "./confidence.ts";
import type { Trait } from "./customer-purchases.ts";
import type { InsightLibrary } from "./insight-library.ts";
import type { InsightMatrix } from "./insight-matrix.ts";
import { monthOf } from "./insight-periods.ts";
import { columnCounts, rowOf } from "./matrix-rows.ts";
import { typicalSpend } from "./typical-spend.ts";

/** Lookalikes as they are, whoever may be named: for `createInsightReader`, which leaves names out. */
export interface FoundLookalikes {
  readonly similar: readonly FoundCustomer[];
  readonly suggestions: readonly FoundSuggestion[];
  readonly gaps: readonly LookalikeGap[];
  readonly learned: boolean;
}

export interface FoundCustomer {
  readonly customer: RecordId;
  readonly similarity: number;
  readonly sharedOfferings: readonly RecordId[];
  readonly traits: readonly Trait[];
}

export interface FoundSuggestion {
  readonly offering: RecordId;
  readonly score: number;
  readonly buyers: number;
  readonly of: number;
  /** The most similar first, `MOST_NAMED` at most. */
  readonly named: readonly RecordId[];
  readonly confidence: "low" | "medium" | "high";
  readonly typicalSpend?: Money;
  readonly pattern?: PurchasePattern;
}

export type LookalikeWish = Required<Omit<LookalikeQuery, "account">>;

/** All customers of one company, as they were at one time. */
export interface InsightBook {
  readonly asOf: IsoInstant;
  readonly matrix: InsightMatrix;
  readonly offerings: InsightLibrary["offerings"];
  /** A customer nobody knows has bought nothing. */
  find(customer: RecordId, wish: LookalikeWish, model: EaseModel | undefined): FoundLookalikes;
}

export interface InsightBookParts {
  readonly matrix: InsightMatrix;
  readonly offerings: InsightLibrary["offerings"];
  readonly asOf: IsoInstant;
  /** The day the periods are counted from. */
  readonly now: string;
}

const MOST_NAMED = 100;

export function createInsightBook({ matrix, offerings, asOf, now }: InsightBookParts): InsightBook {
  const { purchases, traits, customers } = matrix;
  const retired = offerings.flatMap((offering, column) => (offering.retired ? [column] : []));
  const patterns = new Map<number, PurchasePattern | undefined>();
  const buyersOf = columnCounts(purchases);
  const idOf = (row: number): RecordId => customers[row] as RecordId;
  const offeringOf = (column: number): RecordId => (offerings[column] as { readonly id: RecordId }).id;

  function patternOf(column: number): PurchasePattern | undefined {
    if (!patterns.has(column)) patterns.set(column, readPattern(matrix, column, now));
    return patterns.get(column);
  }

  function describe(row: number, { customer, similarity }: SimilarCustomer): FoundCustomer {
    const [own, others] = [rowOf(purchases, row), new Set(rowOf(purchases, customer))];
    const theirTraits = new Set(rowOf(traits, customer));
    return {
      customer: idOf(customer),
      similarity: Math.min(1, similarity),
      // What few have tells most.
      sharedOfferings: own
        .filter((column) => others.has(column))
        .toSorted((one, other) => (buyersOf[one] ?? 0) - (buyersOf[other] ?? 0) || one - other)
        .map(offeringOf),
      traits: rowOf(traits, row)
        .filter((column) => theirTraits.has(column))
        .flatMap((column) => matrix.traitOf[column] ?? []),
    };
  }

  return {
    asOf,
    matrix,
    offerings,
    find(customer, wish, model) {
      const row = matrix.rowOf(customer);
      if (row === undefined)
        return { similar: [], suggestions: [], gaps: ["no-purchases", "few-customers"], learned: false };
      const bought = rowOf(purchases, row).length;
      const similar =
        bought > 1
          ? similarCustomers(purchases, row, wish.customers)
          : similarToNewcomer(purchases, traits, row, wish.customers);
      const rules = { lookalikes: wish.customers, except: retired };
      const learned = wish.model === "learned" && model !== undefined && bought > 0;
      const rated = learned
        ? suggestWithEase(model, purchases, row, wish.count, { except: retired })
        : bought > 1
          ? suggestOfferings(purchases, row, wish.count, rules)
          : suggestToNewcomer(purchases, traits, row, wish.count, rules);
      const gaps: readonly (readonly [LookalikeGap, boolean])[] = [
        ["no-purchases", bought === 0],
        ["one-purchase", bought === 1],
        ["few-customers", similar.length < wish.customers],
        ["not-trained", wish.model === "learned" && model === undefined],
      ];
      return {
        similar: similar.slice(0, wish.customers).map((one) => describe(row, one)),
        suggestions: rated.map(({ offering, score }) => {
          const buyers = similar.filter((one) => rowOf(purchases, one.customer).includes(offering));
          const spend = typicalSpend(
            matrix,
            offering,
            buyers.map((one) => one.customer),
          );
          const pattern = patternOf(offering);
          return {
            offering: offeringOf(offering),
            score,
            buyers: buyers.length,
            of: similar.length,
            named: buyers.slice(0, MOST_NAMED).map((one) => idOf(one.customer)),
            confidence: confidenceOf(buyers, bought),
            ...(spend ? { typicalSpend: spend } : {}),
            ...(pattern ? { pattern } : {}),
          };
        }),
        gaps: gaps.flatMap(([gap, is]) => (is ? [gap] : [])),
        learned,
      };
    },
  };
}

function readPattern(
  { dated, customers }: InsightMatrix,
  column: number,
  now: string,
): PurchasePattern | undefined {
  const [own, months]: [number[], number[]] = [[], []];
  for (let entry = 0; entry < dated.offerings.length; entry++)
    if (dated.offerings[entry] === column) {
      own.push(dated.customers[entry] as number);
      months.push(dated.months[entry] as number);
    }
  return purchasePatterns({
    customerCount: customers.length,
    offeringCount: 1,
    customers: own,
    offerings: new Int32Array(own.length),
    months,
    until: monthOf(now) ?? 0,
  })[0];
}
