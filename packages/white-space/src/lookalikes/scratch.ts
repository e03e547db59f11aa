import type { PurchaseMatrix } from "./purchase-matrix.ts";

/** Room to reckon in, one a matrix: whoever uses it leaves nothing but zeros in `scores`. */
export interface Scratch {
  readonly customerScores: Float64Array;
  readonly offeringScores: Float64Array;
  readonly metCustomers: Int32Array;
  readonly metOfferings: Int32Array;
}

const kept = new WeakMap<PurchaseMatrix, Scratch>();

export function scratchOf(matrix: PurchaseMatrix): Scratch {
  let scratch = kept.get(matrix);
  if (!scratch) {
    scratch = {
      customerScores: new Float64Array(matrix.customerCount),
      offeringScores: new Float64Array(matrix.offeringCount),
      metCustomers: new Int32Array(matrix.customerCount),
      metOfferings: new Int32Array(matrix.offeringCount),
    };
    kept.set(matrix, scratch);
  }
  return scratch;
}

export function clear(scores: Float64Array, met: Int32Array, length: number): void {
  for (let index = 0; index < length; index++) scores[met[index] as number] = 0;
}
