import type { PurchaseMatrix } from "./purchase-matrix.ts";

/** Every customer as a vector of length 1, by row and by column. */
export interface Profiles {
  /** Beside `matrix.offerings`. */
  readonly weights: Float64Array;
  /** The customers of `offering` stand from `columnOffsets[offering]` to `columnOffsets[offering + 1]`, ascending. */
  readonly columnOffsets: Int32Array;
  readonly columnCustomers: Int32Array;
  readonly columnWeights: Float64Array;
}

const kept = new WeakMap<PurchaseMatrix, Profiles>();

/**
 * Weighs each purchase by how few others share it, ln(customers / customers who have the offering): what everybody buys
 * says nothing about whom one resembles. Worked out once a matrix.
 */
export function profilesOf(matrix: PurchaseMatrix): Profiles {
  let profiles = kept.get(matrix);
  if (!profiles) {
    profiles = buildProfiles(matrix);
    kept.set(matrix, profiles);
  }
  return profiles;
}

function buildProfiles({
  customerCount,
  offeringCount,
  offsets,
  offerings,
  values,
}: PurchaseMatrix): Profiles {
  const columnOffsets = new Int32Array(offeringCount + 1);
  for (const offering of offerings) columnOffsets[offering + 1] = (columnOffsets[offering + 1] ?? 0) + 1;
  const rarity = Float64Array.from({ length: offeringCount }, (_, offering) =>
    Math.log(customerCount / Math.max(1, columnOffsets[offering + 1] ?? 0)),
  );
  for (let offering = 0; offering < offeringCount; offering++)
    columnOffsets[offering + 1] = (columnOffsets[offering + 1] ?? 0) + (columnOffsets[offering] ?? 0);

  const weights = new Float64Array(offerings.length);
  const columnCustomers = new Int32Array(offerings.length);
  const columnWeights = new Float64Array(offerings.length);
  const next = columnOffsets.slice();
  for (let customer = 0; customer < customerCount; customer++) {
    const [start, end] = [offsets[customer] ?? 0, offsets[customer + 1] ?? 0];
    let squares = 0;
    for (let entry = start; entry < end; entry++) {
      const weight = (values[entry] ?? 0) * (rarity[offerings[entry] ?? 0] ?? 0);
      weights[entry] = weight;
      squares += weight * weight;
    }
    const length = Math.sqrt(squares);
    for (let entry = start; entry < end; entry++) {
      const offering = offerings[entry] ?? 0;
      // Whoever has only what everybody has resembles nobody.
      const weight = length === 0 ? 0 : (weights[entry] ?? 0) / length;
      weights[entry] = weight;
      const place = next[offering] ?? 0;
      next[offering] = place + 1;
      columnCustomers[place] = customer;
      columnWeights[place] = weight;
    }
  }
  return { weights, columnOffsets, columnCustomers, columnWeights };
}
