import { hasOffering, type PurchaseMatrix } from "./purchase-matrix.ts";
import { clear, scratchOf } from "./scratch.ts";
import { checkCount, checkRow, type SimilarCustomer, similarCustomers } from "./similar-customers.ts";
import { chooseOfferings, type SuggestionRules } from "./suggestion-rules.ts";

export interface LookalikeSuggestion {
  /** Column of the matrix; the customer does not have it. */
  readonly offering: number;
  /** Share of the lookalikes' similarity that stands with those who have it: above 0, 1 where all of them do. */
  readonly score: number;
  /** The lookalikes who have it, most similar first: "7 of the 20 most similar customers buy this". */
  readonly buyers: readonly number[];
  /** How many lookalikes were asked. */
  readonly of: number;
}

export interface LookalikeOptions extends SuggestionRules {
  /** How many similar customers are asked, by default `LOOKALIKE_COUNT`. */
  readonly lookalikes?: number;
}

/** Tuned on the first months of a wholesaler's sales only. */
export const LOOKALIKE_COUNT = 50;

/**
 * The `count` offerings that customers similar to `customer` have and it has not, best first; of equal ones the lower
 * column first. Each is explained by who has it. A customer without purchases, or without anybody alike, gets none: what
 * is merely popular is no suggestion (see `suggestToNewcomer`).
 *
 * @throws RangeError for a row or a column that the matrix does not have
 */
export function suggestOfferings(
  matrix: PurchaseMatrix,
  customer: number,
  count: number,
  { lookalikes = LOOKALIKE_COUNT, ...rules }: LookalikeOptions = {},
): LookalikeSuggestion[] {
  return suggestOf(matrix, customer, similarCustomers(matrix, customer, lookalikes), count, rules);
}

/** What those who are taken to be alike have, whatever makes them alike; `similar` with the most similar first. */
export function suggestOf(
  matrix: PurchaseMatrix,
  customer: number,
  similar: readonly SimilarCustomer[],
  count: number,
  rules: SuggestionRules = {},
): LookalikeSuggestion[] {
  checkRow(matrix, customer);
  checkCount(count);
  const { offeringScores: scores, metOfferings: met } = scratchOf(matrix);
  let all = 0;
  for (const { similarity } of similar) all += similarity;
  const length = addShares(matrix, similar, all, scores, met);
  try {
    return chooseOfferings(matrix, customer, met, length, scores, count, rules).map((offering) => ({
      offering,
      score: Math.min(1, scores[offering] as number),
      buyers: similar
        .filter((other) => hasOffering(matrix, other.customer, offering))
        .map((other) => other.customer),
      of: similar.length,
    }));
  } finally {
    clear(scores, met, length);
  }
}

function addShares(
  { offsets, offerings }: PurchaseMatrix,
  similar: readonly SimilarCustomer[],
  all: number,
  scores: Float64Array,
  met: Int32Array,
): number {
  let length = 0;
  for (const { customer, similarity } of similar) {
    const share = similarity / all;
    const last = offsets[customer + 1] as number;
    for (let entry = offsets[customer] as number; entry < last; entry++) {
      const offering = offerings[entry] as number;
      const score = scores[offering] as number;
      if (score === 0) met[length++] = offering;
      scores[offering] = score + share;
    }
  }
  return length;
}
