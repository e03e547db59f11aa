import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAmount, toAmountText } from "./amount.model.ts";

const amount = (text: string, locale: string): number | string => {
  const typed = parseAmount(text, locale);
  return typed.state === "amount" ? typed.amount : typed.state;
};

describe("an amount as people type it", () => {
  test.each([
    ["420,000", "en-GB", 420_000],
    ["420000", "en-GB", 420_000],
    ["420k", "en-GB", 420_000],
    ["€ 1.5m", "en-GB", 1_500_000],
    ["USD 1,234.50", "en-US", 1234.5],
    ["4,20,000", "en-IN", 420_000],
    ["420.000", "de-DE", 420_000],
    ["420 Tsd.", "de-DE", 420_000],
    ["1,2 Mio", "de-DE", 1_200_000],
    ["1.234,5 €", "de-DE", 1234.5],
    ["420’000", "de-CH", 420_000],
    ["Rp 420.000", "id-ID", 420_000],
    ["420 rb", "id-ID", 420_000],
    ["1,5 juta", "id-ID", 1_500_000],
    ["２５０", "en-GB", 250],
    ["0", "en-GB", 0],
  ])("%s in %s is %d", (text, locale, expected) => {
    expect(amount(text, locale)).toBe(expected);
  });

  test.each([
    ["420.000", "en-GB"],
    ["420,000", "de-DE"],
    ["1,234.50", "de-DE"],
    ["4,20,00", "en-GB"],
    ["12,34", "en-GB"],
    ["abc", "en-GB"],
    ["420 apples", "en-GB"],
    ["1..5", "en-GB"],
    ["€", "en-GB"],
    ["1e5", "en-GB"],
    ["Infinity", "en-GB"],
  ])("%s in %s is a question back, not a guess", (text, locale) => {
    expect(amount(text, locale)).toBe("unclear");
  });

  test("an empty field clears the amount, a negative one is refused", () => {
    expect(amount("  ", "en-GB")).toBe("empty");
    expect(amount("-5", "en-GB")).toBe("negative");
    expect(amount("−5", "en-GB")).toBe("negative");
  });

  test("whatever the field shows is read back as the same amount, in every locale", () => {
    const locales = ["en-GB", "en-US", "en-IN", "de-DE", "de-CH", "de-AT", "id-ID"];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), fc.constantFrom(...locales), (cents, locale) => {
        const value = cents / 100;
        expect(amount(toAmountText(value, locale), locale)).toBe(value);
      }),
    );
  });

  test("no text makes it throw or give anything but a finite amount", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("en-GB", "de-DE", "id-ID"),
        (text, locale) => {
          const typed = parseAmount(text, locale);
          if (typed.state === "amount") expect(Number.isFinite(typed.amount) && typed.amount >= 0).toBe(true);
        },
      ),
    );
  });
});
