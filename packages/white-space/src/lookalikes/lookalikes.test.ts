import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPurchaseMatrix } from "./purchase-matrix.ts";
import { similarCustomers } from "./similar-customers.ts";
import { suggestOfferings } from "./suggest-offerings.ts";

type Purchase = readonly [customer: number, offering: number, value: number];

const matrixOf = (purchases: readonly Purchase[], customerCount = 6, offeringCount = 8) =>
  toPurchaseMatrix({
    customerCount,
    offeringCount,
    customers: purchases.map(([customer]) => customer),
    offerings: purchases.map(([, offering]) => offering),
    values: purchases.map(([, , value]) => value),
  });

/** Straight from the definition, with maps: what the quick engine must agree with. */
function naiveSimilarities(purchases: readonly Purchase[], customer: number): Map<number, number> {
  const rows = new Map<number, Map<number, number>>();
  for (const [who, what, value] of purchases) {
    const row = rows.get(who) ?? new Map<number, number>();
    rows.set(who, row.set(what, (row.get(what) ?? 0) + value));
  }
  const having = (offering: number): number => [...rows.values()].filter((row) => row.has(offering)).length;
  const profile = (who: number): Map<number, number> => {
    const weighed = [...(rows.get(who) ?? [])].map(
      ([what, value]) => [what, value * Math.log(6 / having(what))] as const,
    );
    const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0));
    return new Map(weighed.map(([what, weight]) => [what, length === 0 ? 0 : weight / length]));
  };
  const own = profile(customer);
  const similarities = [...rows.keys()]
    .filter((other) => other !== customer)
    .map((other) => {
      let sum = 0;
      for (const [what, weight] of profile(other)) sum += weight * (own.get(what) ?? 0);
      return [other, sum] as const;
    });
  return new Map(similarities.filter(([, similarity]) => similarity > 0));
}

const purchases = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 7 }), fc.integer({ min: 1, max: 3 })), {
  maxLength: 30,
});

describe("similar customers", () => {
  test("are those of the highest cosine over rare purchases, best first, the lower row first among equals", () => {
    fc.assert(
      fc.property(purchases, fc.nat({ max: 5 }), fc.nat({ max: 6 }), (bought, customer, count) => {
        const naive = naiveSimilarities(bought, customer);
        const similar = similarCustomers(matrixOf(bought), customer, count);
        expect(similar).toHaveLength(Math.min(count, naive.size));
        for (const { customer: other, similarity } of similar)
          expect(similarity).toBeCloseTo(naive.get(other) ?? -1, 9);
        const least = similar.at(-1)?.similarity ?? Infinity;
        for (const [other, similarity] of naive)
          if (!similar.some((one) => one.customer === other)) expect(similarity).toBeLessThan(least + 1e-9);
        for (const [index, one] of similar.slice(1).entries()) {
          const before = similar[index];
          expect(before && before.similarity >= one.similarity).toBe(true);
          if (before?.similarity === one.similarity) expect(before.customer).toBeLessThan(one.customer);
        }
      }),
    );
  });

  test("resemble one another equally in both directions", () => {
    fc.assert(
      fc.property(purchases, (bought) => {
        const matrix = matrixOf(bought);
        for (let one = 0; one < 6; one++)
          for (const { customer: other, similarity } of similarCustomers(matrix, one, 6))
            expect(
              similarCustomers(matrix, other, 6).find(({ customer }) => customer === one)?.similarity,
            ).toBeCloseTo(similarity, 9);
      }),
    );
  });

  test("are nobody for a new customer, nor through what everybody buys", () => {
    const everybody = [0, 1, 2, 3, 4].map((customer): Purchase => [customer, 0, 1]);
    expect(similarCustomers(matrixOf(everybody), 5, 3)).toEqual([]);
    expect(similarCustomers(matrixOf([...everybody, [5, 0, 1]]), 5, 3)).toEqual([]);
  });
});

describe("suggestions by lookalikes", () => {
  test("name what similar customers have, who has it, and out of how many", () => {
    const matrix = matrixOf([
      [0, 0, 1],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 1],
      [1, 2, 1],
      [2, 0, 1],
      [2, 2, 1],
      [2, 3, 1],
      [3, 5, 1],
    ]);
    const [first, second, ...rest] = suggestOfferings(matrix, 0, 5);
    expect(first).toMatchObject({ offering: 2, buyers: [1, 2], of: 2 });
    expect(first?.score).toBeCloseTo(1);
    expect(second).toMatchObject({ offering: 3, buyers: [2], of: 2 });
    expect(rest).toEqual([]);
  });

  test("are never what the customer has, never what no lookalike has, and come best first", () => {
    fc.assert(
      fc.property(purchases, fc.nat({ max: 5 }), (bought, customer) => {
        const matrix = matrixOf(bought);
        const has = (who: number, what: number): boolean => bought.some(([a, b]) => a === who && b === what);
        const suggestions = suggestOfferings(matrix, customer, 8);
        for (const { offering, buyers, score } of suggestions) {
          expect(has(customer, offering)).toBe(false);
          expect(buyers.length).toBeGreaterThan(0);
          for (const buyer of buyers) expect(has(buyer, offering)).toBe(true);
          expect(score > 0 && score <= 1).toBe(true);
        }
        const scores = suggestions.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(suggestOfferings(matrix, customer, 2)).toEqual(suggestions.slice(0, 2));
      }),
    );
  });

  test("are none for a customer without purchases: popularity is no reason", () => {
    expect(suggestOfferings(matrixOf([[0, 0, 1]]), 5, 10)).toEqual([]);
  });
});

describe("purchases that cannot be meant", () => {
  test.each<[Purchase, string]>([
    [[6, 0, 1], "customers[0] is 6; there are 6 customers."],
    [[0, 8, 1], "offerings[0] is 8; there are 8 offerings."],
    [[0, 0, 0], "values[0] is 0; a weight must be greater than 0."],
  ])("%j are refused with their place", (purchase, message) => {
    expect(() => matrixOf([purchase])).toThrow(message);
  });

  test("a row that does not exist has no lookalikes but an error", () => {
    expect(() => similarCustomers(matrixOf([]), 6, 1)).toThrow("customer is 6");
    expect(() => suggestOfferings(matrixOf([]), 0, -1)).toThrow("count is -1");
  });
});
