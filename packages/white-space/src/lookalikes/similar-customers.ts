import { bestFirst } from "./best-first.ts";
import { profilesOf } from "./profiles.ts";
import type { PurchaseMatrix } from "./purchase-matrix.ts";

export interface SimilarCustomer {
  /** Row of the matrix. */
  readonly customer: number;
  /** Cosine of the two profiles: above 0, at most 1 for the same mix of offerings. */
  readonly similarity: number;
}

/**
 * The `count` customers whose mix of offerings resembles that of `customer` most, best first; of equal ones the lower row
 * first. Cosine over weights by inverse frequency (see `profilesOf`). Customers who share nothing with it are none, so
 * there may be fewer; a customer without purchases has no lookalikes.
 *
 * @throws RangeError for a row that the matrix does not have
 */
export function similarCustomers(matrix: PurchaseMatrix, customer: number, count: number): SimilarCustomer[] {
  checkRow(matrix, customer);
  checkCount(count);
  const { offsets, offerings, customerCount } = matrix;
  const { weights, columnOffsets, columnCustomers, columnWeights } = profilesOf(matrix);
  const scores = borrowScores(matrix, customerCount);
  const met: number[] = [];
  for (let entry = offsets[customer] as number; entry < (offsets[customer + 1] as number); entry++) {
    const weight = weights[entry] as number;
    if (weight === 0) continue;
    const offering = offerings[entry] as number;
    const end = columnOffsets[offering + 1] as number;
    for (let place = columnOffsets[offering] as number; place < end; place++) {
      const other = columnCustomers[place] as number;
      const score = scores[other] as number;
      if (score === 0) met.push(other);
      scores[other] = score + weight * (columnWeights[place] as number);
    }
  }
  // A customer is no lookalike of their own.
  scores[customer] = 0;
  const similar = bestFirst(met, scores, Math.min(count, met.length))
    .filter((other) => (scores[other] as number) > 0)
    .map((other) => ({ customer: other, similarity: Math.min(1, scores[other] as number) }));
  for (const other of met) scores[other] = 0;
  return similar;
}

export function checkRow({ customerCount }: PurchaseMatrix, customer: number): void {
  if (!Number.isInteger(customer) || customer < 0 || customer >= customerCount)
    throw new RangeError(`customer is ${customer}; there are ${customerCount} customers.`);
}

export function checkCount(count: number): void {
  if (!(count >= 0)) throw new RangeError(`count is ${count}; it must be a number from 0 on.`);
}

const kept = new WeakMap<PurchaseMatrix, Float64Array>();

/** Zeros, one a customer: cleared after use by whoever borrowed them. */
function borrowScores(matrix: PurchaseMatrix, length: number): Float64Array {
  let scores = kept.get(matrix);
  if (!scores) {
    scores = new Float64Array(length);
    kept.set(matrix, scores);
  }
  return scores;
}
