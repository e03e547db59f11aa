import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { purchasePatterns } from "./purchase-patterns.ts";
import { toPurchaseMatrix } from "./purchase-matrix.ts";
import { suggestOfferings } from "./suggest-offerings.ts";
import { similarToNewcomer, suggestToNewcomer, toTraitMatrix } from "./suggest-to-newcomer.ts";
import { suggestWithEase } from "./suggest-with-ease.ts";
import { trainEase } from "./train-ease.ts";

type Pair = readonly [customer: number, offering: number];
const matrixOf = (pairs: readonly Pair[], customerCount = 6, offeringCount = 8) =>
  toPurchaseMatrix({
    customerCount,
    offeringCount,
    customers: pairs.map(([customer]) => customer),
    offerings: pairs.map(([, offering]) => offering),
  });
const offeringsOf = (suggestions: readonly { readonly offering: number }[]): number[] =>
  suggestions.map(({ offering }) => offering);

describe("offerings that exclude one another", () => {
  const alike: readonly Pair[] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [1, 2],
    [2, 0],
    [2, 1],
    [2, 3],
    [3, 7],
  ];

  test("are suggested once, the best of them", () => {
    expect(offeringsOf(suggestOfferings(matrixOf(alike), 0, 5))).toEqual([1, 2, 3]);
    expect(offeringsOf(suggestOfferings(matrixOf(alike), 0, 5, { exclusive: [[1, 2]] }))).toEqual([1, 3]);
  });

  test("are not suggested to whoever has one of them", () => {
    const rules = { exclusive: [[0, 1]] };
    expect(offeringsOf(suggestOfferings(matrixOf(alike), 0, 5, rules))).toEqual([2, 3]);
  });

  test("leave room for the third of a chain whose second is ruled out", () => {
    const rules = {
      exclusive: [
        [2, 3],
        [1, 2],
      ],
    };
    expect(offeringsOf(suggestOfferings(matrixOf(alike), 0, 5, rules))).toEqual([1, 3]);
  });

  test("and dismissed ones are kept out of every model, and what comes next moves up", () => {
    const pair = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 7 }));
    const group = fc.uniqueArray(fc.nat({ max: 7 }), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.uniqueArray(pair, { selector: String, maxLength: 30 }),
        fc.array(group, { maxLength: 3 }),
        group,
        fc.nat({ max: 5 }),
        (pairs, exclusive, except, customer) => {
          const matrix = matrixOf(pairs);
          const rules = { exclusive, except };
          const owned = pairs.flatMap(([who, what]) => (who === customer ? [what] : []));
          const models = [
            (options: typeof rules | undefined) => suggestOfferings(matrix, customer, 8, options),
            (options: typeof rules | undefined) =>
              suggestWithEase(trainEase(matrix, { lambda: 2 }), matrix, customer, 8, options),
          ];
          for (const suggest of models) {
            const suggested = offeringsOf(suggest(rules));
            for (const members of exclusive)
              expect(members.filter((one) => suggested.includes(one) || owned.includes(one)).length > 1).toBe(
                members.filter((one) => owned.includes(one)).length > 1,
              );
            for (const offering of except) expect(suggested).not.toContain(offering);
            const free = offeringsOf(suggest(undefined)).filter((one) => suggested.includes(one));
            expect(suggested).toEqual(free);
          }
        },
      ),
    );
  });

  test("that the matrix does not have are refused", () => {
    expect(() => suggestOfferings(matrixOf(alike), 0, 5, { except: [8] })).toThrow("names offering 8");
    expect(() => suggestOfferings(matrixOf(alike), 0, 5, { exclusive: [[-1]] })).toThrow("names offering -1");
    expect(offeringsOf(suggestOfferings(matrixOf(alike), 0, 5))).toEqual([1, 2, 3]);
  });
});

describe("a new customer", () => {
  const bought: readonly Pair[] = [
    [0, 0],
    [0, 1],
    [1, 0],
    [2, 2],
    [3, 3],
  ];
  const traits = toTraitMatrix([["food"], ["food", "large"], ["steel"], ["steel", "large"], ["food"], []]);

  test("is suggested what customers of the same traits have", () => {
    const [first, second, ...rest] = suggestToNewcomer(matrixOf(bought), traits, 4, 5);
    expect(first).toMatchObject({ offering: 0, buyers: [0, 1], of: 2 });
    expect(second).toMatchObject({ offering: 1, buyers: [0] });
    expect(rest).toEqual([]);
  });

  test("without traits or purchases is suggested nothing", () => {
    expect(suggestToNewcomer(matrixOf(bought), traits, 5, 5)).toEqual([]);
  });

  test("asks all who are equally alike, not the first of them", () => {
    const many = toTraitMatrix([["food"], ["food"], ["food"], ["steel"], ["food"], []]);
    expect(similarToNewcomer(matrixOf(bought), many, 4, 1).map(({ customer }) => customer)).toEqual([
      0, 1, 2,
    ]);
  });

  test("with one purchase is known by it and by the traits", () => {
    const once = matrixOf([...bought, [4, 2]]);
    const similar = similarToNewcomer(once, traits, 4, 6).map(({ customer }) => customer);
    expect(similar).toEqual(expect.arrayContaining([0, 1, 2]));
    expect(offeringsOf(suggestToNewcomer(once, traits, 4, 5))).toEqual([0, 1]);
  });

  test("cannot be compared by traits of other customers", () => {
    expect(() => suggestToNewcomer(matrixOf(bought), toTraitMatrix([[]]), 4, 5)).toThrow(
      "traits of 1 customers",
    );
  });
});

describe("the pattern of an offering", () => {
  const year = 12 * 2024;
  const pattern = (sales: readonly (readonly [customer: number, month: number])[], until = year + 35) =>
    purchasePatterns({
      customerCount: 9,
      offeringCount: 1,
      customers: sales.map(([customer]) => customer),
      offerings: sales.map(() => 0),
      months: sales.map(([, month]) => month),
      until,
    })[0];

  test("is one-off where most who had a year to buy again did not", () => {
    expect(
      pattern([
        [0, year],
        [1, year + 6],
        [2, year + 3],
        [2, year + 20],
      ]),
    ).toBe("one-off");
  });

  test("is nothing yet where a year has not gone by, or fewer than three bought", () => {
    expect(
      pattern(
        [
          [0, year],
          [1, year + 6],
          [2, year + 3],
        ],
        year + 11,
      ),
    ).toBeUndefined();
    expect(
      pattern([
        [0, year],
        [1, year + 6],
      ]),
    ).toBeUndefined();
  });

  test("is seasonal in the same months of two years, over the turn of the year too", () => {
    expect(
      pattern([
        [0, year + 10],
        [1, year + 12],
        [2, year + 11],
        [0, year + 23],
      ]),
    ).toBe("seasonal");
  });

  test("is steady where months of one season lie in one year, or buyers come back", () => {
    expect(
      pattern([
        [0, year + 30],
        [1, year + 31],
        [2, year + 32],
      ]),
    ).toBeUndefined();
    const again = [0, 1, 2].flatMap((who) => [[who, year + who] as const, [who, year + 8 + who] as const]);
    expect(pattern(again)).toBeUndefined();
  });
});
