import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toNumber } from "./testing/export-format.ts";
import { decideDecimal, parseNumber } from "./number-values.ts";

test.each([
  ["1,234.56", ".", 1234.56, undefined],
  ["1.234,56", ",", 1234.56, undefined],
  ["1 234,56", ",", 1234.56, undefined],
  ["1\u00a0234,56", ",", 1234.56, undefined],
  ["1'234.56", ".", 1234.56, undefined],
  ["1.234.567", ",", 1234567, undefined],
  ["€ 1.234,56", ",", 1234.56, "EUR"],
  ["1.234,56 EUR", ",", 1234.56, "EUR"],
  ["USD 1,234.56", ".", 1234.56, "USD"],
  ["$1,234", ".", 1234, "USD"],
  ["Rp 1.500.000", ",", 1500000, "IDR"],
  ["Rp. 1.500.000", ",", 1500000, "IDR"],
  ["-€5", ".", -5, "EUR"],
  ["(1,234.50)", ".", -1234.5, undefined],
  ["12-", ".", -12, undefined],
  ["12 %", ".", 12, undefined],
  ["1.0E7", ".", 10_000_000, undefined],
  ["0", ",", 0, undefined],
  [",5", ",", 0.5, undefined],
] as const)("“%s” with decimal “%s” is %s %s", (text, decimal, value, currency) =>
  expect(parseNumber(text, decimal)).toEqual({ value, currency }),
);

test.each(["12abc", "1,5", "1,23,456", "--5", "1.2.3", "twelve", "5 apples", "1e999", "12/13"])(
  "“%s” is no number",
  (text) => expect(parseNumber(text, ".")).toBeUndefined(),
);

describe("the decimal sign of a column", () => {
  test("is the later of two signs", () => {
    expect(decideDecimal(["1.234,5"], ".")).toEqual({ decimal: ",", assumed: false });
    expect(decideDecimal(["1,234.5"], ",")).toEqual({ decimal: ".", assumed: false });
  });

  test("is the one that does not stand before exactly three digits, and not the one that stands twice", () => {
    expect(decideDecimal(["1.234", "2,50"], ".")).toEqual({ decimal: ",", assumed: false });
    expect(decideDecimal(["1.234.567"], ".")).toEqual({ decimal: ",", assumed: false });
  });

  test("is assumed where all values could be grouped", () => {
    expect(decideDecimal(["1.234", "5.678"], ",")).toEqual({ decimal: ",", assumed: true });
    expect(decideDecimal(["1", "22"], ",")).toEqual({ decimal: ",", assumed: false });
  });
});

test("every amount is read back from the way reports write it, in both decimal signs", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e14, max: 1e14 }),
      fc.constantFrom("." as const, "," as const),
      (cents, decimal) => {
        const written = toNumber(cents / 100, decimal);
        expect(parseNumber(written, decimal)?.value).toBeCloseTo(cents / 100, 6);
      },
    ),
  );
});
