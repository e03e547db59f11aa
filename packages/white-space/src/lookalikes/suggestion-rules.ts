import { bestFirst } from "./best-first.ts";
import { hasOffering, type PurchaseMatrix } from "./purchase-matrix.ts";

/** What a model may not suggest, whatever it reckons. */
export interface SuggestionRules {
  /**
   * Groups of columns of which a customer needs one alone, as a licence by seat or by site: whoever has one of a group is
   * suggested none of it, and of several that would be suggested only the best is. An offering may be in several groups.
   */
  readonly exclusive?: readonly (readonly number[])[];
  /** Columns that are out of the question: dismissed for this customer, or sold no longer. */
  readonly except?: readonly number[];
}

/**
 * The `count` best offerings that the customer does not have and the rules allow; only those that score above 0. Scores
 * of what is ruled out are set to 0.
 *
 * @throws RangeError for a column that the matrix does not have
 */
export function chooseOfferings(
  matrix: PurchaseMatrix,
  customer: number,
  candidates: Int32Array,
  length: number,
  scores: Float64Array,
  count: number,
  { exclusive = [], except = [] }: SuggestionRules,
): number[] {
  const { offsets, offerings } = matrix;
  const last = offsets[customer + 1] as number;
  for (let entry = offsets[customer] as number; entry < last; entry++) scores[offerings[entry] as number] = 0;
  for (const offering of except) scores[checkColumn(matrix, offering)] = 0;
  if (exclusive.length > 0) excludeRivals(matrix, customer, scores, exclusive);
  return bestFirst(candidates, length, scores, count);
}

function excludeRivals(
  matrix: PurchaseMatrix,
  customer: number,
  scores: Float64Array,
  groups: readonly (readonly number[])[],
): void {
  const groupsOf = new Map<number, number[]>();
  const settled = groups.map((group, number) => {
    for (const offering of group) {
      const known = groupsOf.get(checkColumn(matrix, offering));
      if (known) known.push(number);
      else groupsOf.set(offering, [number]);
    }
    return group.some((offering) => hasOffering(matrix, customer, offering));
  });
  const scoreOf = (offering: number): number => scores[offering] as number;
  const rivals = [...groupsOf.keys()].filter((offering) => scoreOf(offering) > 0);
  for (const offering of rivals.toSorted((a, b) => scoreOf(b) - scoreOf(a) || a - b)) {
    const own = groupsOf.get(offering) ?? [];
    if (own.some((group) => settled[group])) scores[offering] = 0;
    else for (const group of own) settled[group] = true;
  }
}

function checkColumn({ offeringCount }: PurchaseMatrix, offering: number): number {
  if (!Number.isInteger(offering) || offering < 0 || offering >= offeringCount)
    throw new RangeError(`A rule names offering ${offering}; there are ${offeringCount} offerings.`);
  return offering;
}
