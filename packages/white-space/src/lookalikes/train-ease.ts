import { profilesOf } from "./profiles.ts";
import type { PurchaseMatrix } from "./purchase-matrix.ts";
import { rowStart, sweepAll } from "./symmetric-inverse.ts";

/**
 * What was learnt from a matrix: which offerings speak for which. Plain data of typed arrays, so that a worker can hand it
 * over; `4 · n · (n + 1) / 2` bytes for n trained offerings. It suits every matrix of the same columns, as one of today
 * where the model is of last night, and customers it never saw.
 */
export interface EaseModel {
  readonly offeringCount: number;
  /** Columns that were trained, ascending. */
  readonly trained: Int32Array;
  /** Negative inverse of (purchases together + λ), a packed lower triangle in the order of `trained`. */
  readonly inverse: Float32Array;
}

export interface EaseOptions {
  /**
   * λ, greater than 0, by default 300: how much a pair of offerings must be bought together before it counts. A catalogue
   * of few customers wants less of it, about a tenth of them.
   */
  readonly lambda?: number;
  /**
   * Bound of memory and time: so many offerings, those of most customers, are trained; the others are never suggested. By
   * default 4,000: 64 MB while it trains, 32 MB for the model, some 20 seconds of a processor; both grow by the square,
   * time by the cube. Half as many take an eighth of the time.
   */
  readonly offerings?: number;
}

const DEFAULT_LAMBDA = 300;
const DEFAULT_OFFERINGS = 4_000;

/**
 * EASE (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019): the linear model that guesses each
 * offering of a customer from its others best, in closed form. Who has what counts, not how much of it. It keeps a
 * processor busy: train it in a job or a worker.
 *
 * @throws RangeError for a λ or a number of offerings that cannot be
 */
export function trainEase(
  matrix: PurchaseMatrix,
  { lambda = DEFAULT_LAMBDA, offerings = DEFAULT_OFFERINGS }: EaseOptions = {},
): EaseModel {
  if (!(lambda > 0) || lambda === Infinity)
    throw new RangeError(`lambda is ${lambda}; it must be greater than 0.`);
  if (!Number.isInteger(offerings) || offerings < 1)
    throw new RangeError(`offerings is ${offerings}; it must be a whole number from 1 on.`);
  const trained = mostBought(matrix, offerings);
  const together = countTogether(matrix, trained);
  for (let row = 0; row < trained.length; row++) {
    const place = rowStart(row) + row;
    together[place] = (together[place] as number) + lambda;
  }
  sweepAll(together, trained.length);
  return { offeringCount: matrix.offeringCount, trained, inverse: Float32Array.from(together) };
}

/** Columns of most customers, of equal ones the lower; none that nobody has. */
function mostBought(matrix: PurchaseMatrix, count: number): Int32Array {
  const { columnOffsets } = profilesOf(matrix);
  const buyers = (offering: number): number =>
    (columnOffsets[offering + 1] as number) - (columnOffsets[offering] as number);
  const bought = Array.from({ length: matrix.offeringCount }, (_, offering) => offering).filter(
    (offering) => buyers(offering) > 0,
  );
  const chosen = bought.toSorted((a, b) => buyers(b) - buyers(a) || a - b).slice(0, count);
  return Int32Array.from(chosen.toSorted((a, b) => a - b));
}

/** How many customers have both of two offerings, and each alone on the diagonal; packed. */
function countTogether(
  { customerCount, offeringCount, offsets, offerings }: PurchaseMatrix,
  trained: Int32Array,
): Float64Array {
  const placeOf = new Int32Array(offeringCount).fill(-1);
  for (let place = 0; place < trained.length; place++) placeOf[trained[place] as number] = place;
  const together = new Float64Array(rowStart(trained.length));
  const own = new Int32Array(trained.length);
  for (let customer = 0; customer < customerCount; customer++) {
    let length = 0;
    const last = offsets[customer + 1] as number;
    for (let entry = offsets[customer] as number; entry < last; entry++) {
      const place = placeOf[offerings[entry] as number] as number;
      if (place >= 0) own[length++] = place;
    }
    for (let one = 0; one < length; one++) {
      const start = rowStart(own[one] as number);
      for (let other = 0; other <= one; other++) {
        const place = start + (own[other] as number);
        together[place] = (together[place] as number) + 1;
      }
    }
  }
  return together;
}
