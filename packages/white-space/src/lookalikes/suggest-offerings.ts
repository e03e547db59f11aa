import { bestFirst } from "./best-first.ts";
import type { PurchaseMatrix } from "./purchase-matrix.ts";
import { checkCount, checkRow, similarCustomers } from "./similar-customers.ts";

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

/** Tuned on the first months of a wholesaler's sales only. */
export const LOOKALIKE_COUNT = 50;

/**
 * The `count` offerings that customers similar to `customer` have and it has not, best first; of equal ones the lower
 * column first. Each is explained by who has it. A customer without purchases, or without anybody alike, gets none: what
 * is merely popular is no suggestion.
 *
 * @param lookalikes how many similar customers are asked
 * @throws RangeError for a row that the matrix does not have
 */
export function suggestOfferings(
  matrix: PurchaseMatrix,
  customer: number,
  count: number,
  lookalikes: number = LOOKALIKE_COUNT,
): LookalikeSuggestion[] {
  checkRow(matrix, customer);
  checkCount(count);
  const similar = similarCustomers(matrix, customer, lookalikes);
  const scores = new Float64Array(matrix.offeringCount);
  const buyers = new Map<number, number[]>();
  const all = similar.reduce((sum, { similarity }) => sum + similarity, 0);
  const owned = new Set(offeringsOf(matrix, customer));
  for (const { customer: other, similarity } of similar)
    for (const offering of offeringsOf(matrix, other)) {
      if (owned.has(offering)) continue;
      scores[offering] = (scores[offering] as number) + similarity / all;
      const known = buyers.get(offering);
      if (known) known.push(other);
      else buyers.set(offering, [other]);
    }
  return bestFirst(buyers.keys(), scores, Math.min(count, buyers.size)).map((offering) => ({
    offering,
    score: Math.min(1, scores[offering] as number),
    buyers: buyers.get(offering) ?? [],
    of: similar.length,
  }));
}

const offeringsOf = ({ offsets, offerings }: PurchaseMatrix, customer: number): Int32Array =>
  offerings.subarray(offsets[customer], offsets[customer + 1]);
