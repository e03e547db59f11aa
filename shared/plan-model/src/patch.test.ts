import type { PlanFields, PlanValue } from "@sweetspot/contract";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyPatch, diffFields, sameValue } from "./patch.ts";

const name = fc.oneof(
  fc.constantFrom("a", "b", "c", "constructor", "toString", "__proto__"),
  fc.string({ maxLength: 3 }),
);
const value = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<PlanValue>;
const set = value.filter((one) => one !== null);
const fields: fc.Arbitrary<PlanFields> = fc.dictionary(name, set, { maxKeys: 5 });
const patch: fc.Arbitrary<PlanFields> = fc.dictionary(name, value, { maxKeys: 5 });

describe("a patch", () => {
  test("changes what it names, clears what it names null, leaves the rest", () => {
    expect(applyPatch({ a: 1, b: 2, c: 3 }, { b: null, c: 4, d: 5 })).toEqual({ a: 1, c: 4, d: 5 });
  });

  test("cannot set a field to undefined, which no wire carries", () => {
    expect(applyPatch({ a: 1 }, { a: undefined as unknown as PlanValue })).toEqual({ a: 1 });
  });

  test("makes no difference the second time", () => {
    fc.assert(
      fc.property(fields, patch, (before, change) => {
        const once = applyPatch(before, change);
        expect(applyPatch(once, change)).toEqual(once);
      }),
    );
  });

  test("leaves the fields it was applied to as they were", () => {
    fc.assert(
      fc.property(fields, patch, (before, change) => {
        const copy = structuredClone(before);
        applyPatch(before, change);
        expect(before).toEqual(copy);
      }),
    );
  });

  test("keeps each field under its own name, whatever the name", () => {
    const odd = JSON.parse('{"__proto__": "x", "constructor": "y"}') as PlanFields;
    expect(Object.entries(applyPatch({}, odd))).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
  });
});

describe("the difference of two sets of fields", () => {
  test("leads from the one to the other", () => {
    fc.assert(
      fc.property(fields, fields, (from, to) => {
        const result = applyPatch(from, diffFields(from, to));
        expect(diffFields(result, to)).toEqual({});
        expect(Object.keys(result).toSorted()).toEqual(Object.keys(to).toSorted());
      }),
    );
  });

  test("is empty between equals", () => {
    fc.assert(
      fc.property(fields, (same) => Object.keys(diffFields(same, structuredClone(same))).length === 0),
    );
  });

  test("names only what differs, and clears with null", () => {
    expect(diffFields({ a: 1, b: [1], c: 3 }, { a: 1, b: [2], d: 4 })).toEqual({ b: [2], c: null, d: 4 });
  });
});

describe("two values", () => {
  test("are the same whatever the order of their keys", () => {
    expect(sameValue({ amount: 1, currency: "EUR" }, { currency: "EUR", amount: 1 })).toBe(true);
  });

  test.for<[PlanValue | undefined, PlanValue | undefined]>([
    [[null], []],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [["a"], { 0: "a" }],
    ["1", 1],
    [0, false],
    ["", null],
    [0, undefined],
    [{ a: {} }, { a: [] }],
    [{ toString: "x" }, {}],
  ])("%j and %j differ", ([one, other]) => {
    expect(sameValue(one, other)).toBe(false);
    expect(sameValue(other, one)).toBe(false);
  });

  test("are both not set when they are null or missing", () => {
    expect(sameValue(null, undefined)).toBe(true);
  });

  test("are the same exactly when a copy through JSON is", () => {
    fc.assert(fc.property(value, (one) => sameValue(one, JSON.parse(JSON.stringify(one)) as PlanValue)));
  });
});
