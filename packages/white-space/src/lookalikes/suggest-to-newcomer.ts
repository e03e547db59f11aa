import { type PurchaseMatrix, toPurchaseMatrix } from "./purchase-matrix.ts";
import { checkCount, checkRow, type SimilarCustomer, similarCustomers } from "./similar-customers.ts";
import {
  LOOKALIKE_COUNT,
  type LookalikeOptions,
  type LookalikeSuggestion,
  suggestOf,
} from "./suggest-offerings.ts";

/**
 * What is known of customers beside their purchases, as a matrix of the same rows: column = trait, as "industry: Food
 * retail". `traits[customer]` lists those of one customer; repeated ones count once. Traits that few share say more.
 */
export function toTraitMatrix(traits: readonly (readonly string[])[]): PurchaseMatrix {
  const columns = new Map<string, number>();
  const customers: number[] = [];
  const offerings: number[] = [];
  for (const [customer, own] of traits.entries())
    for (const trait of new Set(own)) {
      const column = columns.get(trait) ?? columns.size;
      columns.set(trait, column);
      customers.push(customer);
      offerings.push(column);
    }
  return toPurchaseMatrix({
    customerCount: traits.length,
    offeringCount: columns.size,
    customers,
    offerings,
  });
}

/**
 * Customers with purchases who resemble a new one in their traits, most similar first: at least `count` where there are
 * so many, and with the last of them all who resemble it as much, since traits alone cannot choose between them. Whatever
 * the customer has bought counts as much as the traits.
 *
 * @throws RangeError for a row that a matrix does not have, or matrices of different rows
 */
export function similarToNewcomer(
  matrix: PurchaseMatrix,
  traits: PurchaseMatrix,
  customer: number,
  count: number,
): SimilarCustomer[] {
  checkRow(matrix, customer);
  checkCount(count);
  if (traits.customerCount !== matrix.customerCount)
    throw new RangeError(
      `There are traits of ${traits.customerCount} customers and purchases of ${matrix.customerCount}.`,
    );
  const byPurchase = similarCustomers(matrix, customer, matrix.customerCount);
  const share = byPurchase.length === 0 ? 1 : 0.5;
  const similarities = new Map<number, number>();
  for (const { customer: other, similarity } of byPurchase) similarities.set(other, share * similarity);
  for (const { customer: other, similarity } of similarCustomers(traits, customer, traits.customerCount))
    if (matrix.offsets[other + 1] !== matrix.offsets[other])
      similarities.set(other, (similarities.get(other) ?? 0) + share * similarity);
  const similar = [...similarities]
    .map(([other, similarity]) => ({ customer: other, similarity }))
    .toSorted((a, b) => b.similarity - a.similarity || a.customer - b.customer);
  const least = similar[Math.min(count, similar.length) - 1]?.similarity ?? Infinity;
  return similar.filter(({ similarity }) => similarity >= least);
}

/**
 * Suggestions for a customer without purchases, or with a single one: what customers of the same traits have. None where
 * no trait is shared. `matrix` and `traits` have the same rows.
 *
 * @throws RangeError as `similarToNewcomer` and `suggestOfferings`
 */
export function suggestToNewcomer(
  matrix: PurchaseMatrix,
  traits: PurchaseMatrix,
  customer: number,
  count: number,
  { lookalikes = LOOKALIKE_COUNT, ...rules }: LookalikeOptions = {},
): LookalikeSuggestion[] {
  return suggestOf(matrix, customer, similarToNewcomer(matrix, traits, customer, lookalikes), count, rules);
}
