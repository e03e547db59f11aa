import type { PurchaseMatrix } from "@sweetspot/white-space";

/** Columns of a row, ascending. */
export const rowOf = ({ offsets, offerings }: PurchaseMatrix, row: number): readonly number[] => [
  ...offerings.subarray(offsets[row], offsets[row + 1]),
];

/** The entry of a row and a column; undefined where there is none. */
export function entryOf(
  { offsets, offerings }: PurchaseMatrix,
  row: number,
  column: number,
): number | undefined {
  for (let entry = offsets[row] as number; entry < (offsets[row + 1] as number); entry++)
    if (offerings[entry] === column) return entry;
  return undefined;
}

/** Customers of each offering. */
export function columnCounts({ offeringCount, offerings }: PurchaseMatrix): Int32Array {
  const counts = new Int32Array(offeringCount);
  for (const offering of offerings) counts[offering] = (counts[offering] ?? 0) + 1;
  return counts;
}
