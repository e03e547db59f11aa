import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPurchaseMatrix } from "./purchase-matrix.ts";
import { suggestWithEase } from "./suggest-with-ease.ts";
import { rowStart, sweepAll } from "./symmetric-inverse.ts";
import { trainEase } from "./train-ease.ts";

const [CUSTOMERS, OFFERINGS] = [7, 6];
const matrixOf = (
  pairs: readonly (readonly [number, number])[],
  customers = CUSTOMERS,
  offerings = OFFERINGS,
) =>
  toPurchaseMatrix({
    customerCount: customers,
    offeringCount: offerings,
    customers: pairs.map(([customer]) => customer),
    offerings: pairs.map(([, offering]) => offering),
  });

const pairs = fc.uniqueArray(fc.tuple(fc.nat({ max: CUSTOMERS - 1 }), fc.nat({ max: OFFERINGS - 1 })), {
  selector: String,
  minLength: 1,
  maxLength: 25,
});

/** Straight from the paper: B = I − P · diag(1 / diag P), P the inverse by Gauss and Jordan. */
function naiveScores(
  bought: readonly (readonly [number, number])[],
  customer: number,
  lambda: number,
): number[] {
  const has = (who: number, what: number): number =>
    bought.some(([a, b]) => a === who && b === what) ? 1 : 0;
  const every = Array.from({ length: OFFERINGS }, (_, offering) => offering);
  const rows = every.map((i) => [
    ...every.map((j) => {
      let sum = i === j ? lambda : 0;
      for (let who = 0; who < CUSTOMERS; who++) sum += has(who, i) * has(who, j);
      return sum;
    }),
    ...every.map((j) => (i === j ? 1 : 0)),
  ]);
  for (const [i, row] of rows.entries()) {
    const head = row[i] ?? 1;
    for (const j of row.keys()) row[j] = (row[j] ?? 0) / head;
    for (const other of rows)
      if (other !== row) {
        const share = other[i] ?? 0;
        for (const j of other.keys()) other[j] = (other[j] ?? 0) - share * (row[j] ?? 0);
      }
  }
  const inverse = (i: number, j: number): number => rows[i]?.[OFFERINGS + j] ?? 0;
  return every.map((j) =>
    every.reduce((sum, i) => sum + (i === j ? 0 : (has(customer, i) * -inverse(i, j)) / inverse(j, j)), 0),
  );
}

describe("the learnt model", () => {
  test("guesses as the paper's formula does, best first, and nothing the customer has", () => {
    fc.assert(
      fc.property(
        pairs,
        fc.nat({ max: CUSTOMERS - 1 }),
        fc.integer({ min: 1, max: 50 }),
        (bought, customer, lambda) => {
          const matrix = matrixOf(bought);
          const naive = naiveScores(bought, customer, lambda);
          const suggested = suggestWithEase(trainEase(matrix, { lambda }), matrix, customer, OFFERINGS);
          const owned = new Set(bought.flatMap(([who, what]) => (who === customer ? [what] : [])));
          for (const { offering, score, because } of suggested) {
            expect(owned.has(offering)).toBe(false);
            expect(score).toBeCloseTo(Math.min(1, naive[offering] ?? 0), 5);
            expect(because.every((reason) => owned.has(reason.offering))).toBe(true);
          }
          const scores = suggested.map(({ score }) => score);
          expect(scores).toEqual(scores.toSorted((a, b) => b - a));
          for (const [offering, score] of naive.entries())
            if (score > 1e-5 && !owned.has(offering))
              expect(suggested.map((one) => one.offering)).toContain(offering);
        },
      ),
    );
  });

  test("tells which own offerings speak for a suggestion", () => {
    const together = [0, 1, 2, 3].flatMap((who) => [[who, 0] as const, [who, 1] as const]);
    const matrix = matrixOf([...together, [4, 2], [4, 3], [5, 0], [5, 2]]);
    const [first] = suggestWithEase(trainEase(matrix, { lambda: 1 }), matrix, 5, 1);
    expect(first).toMatchObject({ offering: 1, because: [{ offering: 0 }] });
  });

  test("suits a customer it never saw, and has nothing for one without purchases", () => {
    const known = matrixOf([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [2, 3],
    ]);
    const model = trainEase(known, { lambda: 1 });
    const today = matrixOf([[8, 0]], 10);
    expect(suggestWithEase(model, today, 8, 3).map(({ offering }) => offering)).toEqual([1]);
    expect(suggestWithEase(model, today, 9, 3)).toEqual([]);
  });

  test("keeps to the bound of offerings: those of fewest customers are left out", () => {
    const matrix = matrixOf([
      [0, 0],
      [1, 0],
      [0, 4],
      [1, 4],
      [0, 2],
    ]);
    const model = trainEase(matrix, { offerings: 2 });
    expect([...model.trained]).toEqual([0, 4]);
    expect(model.inverse).toHaveLength(3);
  });

  test("refuses what cannot be, and a model of other offerings", () => {
    const matrix = matrixOf([[0, 0]]);
    expect(() => trainEase(matrix, { lambda: 0 })).toThrow("lambda is 0");
    expect(() => trainEase(matrix, { offerings: 0.5 })).toThrow("offerings is 0.5");
    expect(() => suggestWithEase(trainEase(matrix), matrixOf([[0, 0]], 7, 9), 0, 1)).toThrow("train it anew");
    expect(() => suggestWithEase(trainEase(matrix), matrix, 7, 1)).toThrow("customer is 7");
  });
});

describe("the inverse", () => {
  test.each([1, 3, 32, 33, 70])("of %i rows times the matrix is one", (size) => {
    const matrix = Float64Array.from({ length: rowStart(size) }, (_, place) => Math.sin(place * 7) / 2);
    for (let row = 0; row < size; row++) matrix[rowStart(row) + row] = size + row / 3;
    const inverse = matrix.slice();
    sweepAll(inverse, size);
    const at = (from: Float64Array, i: number, j: number): number =>
      from[rowStart(Math.max(i, j)) + Math.min(i, j)] ?? Number.NaN;
    let worst = 0;
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) {
        let sum = 0;
        for (let k = 0; k < size; k++) sum -= at(inverse, i, k) * at(matrix, k, j);
        worst = Math.max(worst, Math.abs(sum - (i === j ? 1 : 0)));
      }
    expect(worst).toBeLessThan(1e-10);
  });
});
