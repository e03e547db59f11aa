import { bestFirst } from "./best-first.ts";
import { type Profiles, profilesOf } from "./profiles.ts";
import type { PurchaseMatrix } from "./purchase-matrix.ts";
import { clear, scratchOf } from "./scratch.ts";

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
  const { customerScores: scores, metCustomers: met } = scratchOf(matrix);
  const length = addSimilarities(matrix, profilesOf(matrix), customer, scores, met);
  // A customer is no lookalike of their own.
  scores[customer] = 0;
  const similar: SimilarCustomer[] = [];
  for (const other of bestFirst(met, length, scores, count))
    similar.push({ customer: other, similarity: Math.min(1, scores[other] as number) });
  clear(scores, met, length);
  return similar;
}

/** Only customers who share something are looked at: how many were met. */
function addSimilarities(
  { offsets, offerings }: PurchaseMatrix,
  { weights, columnOffsets, columnCustomers, columnWeights }: Profiles,
  customer: number,
  scores: Float64Array,
  met: Int32Array,
): number {
  let length = 0;
  const last = offsets[customer + 1] as number;
  for (let entry = offsets[customer] as number; entry < last; entry++) {
    const weight = weights[entry] as number;
    if (weight === 0) continue;
    const offering = offerings[entry] as number;
    const end = columnOffsets[offering + 1] as number;
    for (let place = columnOffsets[offering] as number; place < end; place++) {
      const other = columnCustomers[place] as number;
      const score = scores[other] as number;
      if (score === 0) met[length++] = other;
      scores[other] = score + weight * (columnWeights[place] as number);
    }
  }
  return length;
}

export function checkRow({ customerCount }: PurchaseMatrix, customer: number): void {
  if (!Number.isInteger(customer) || customer < 0 || customer >= customerCount)
    throw new RangeError(`customer is ${customer}; there are ${customerCount} customers.`);
}

export function checkCount(count: number): void {
  if (!(count >= 0)) throw new RangeError(`count is ${count}; it must be a number from 0 on.`);
}
