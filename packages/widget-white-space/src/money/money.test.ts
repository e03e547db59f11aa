import { type PlanFields, toRecordId } from "@sweetspot/contract";
import { dismissedSuggestionId, exchangeRateId, MONEY_RULES_ID } from "@sweetspot/plan-model";
import { readMoneyBook } from "@sweetspot/white-space-plan";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCurrency, readRate, setEstimates, setRate } from "../edits/money-edits.model.ts";
import { createMoneyReader, marketShareOf } from "../model/money.model.ts";
import { cellSeed, ME, NO_FACTS, seed, type Seed, stagePlan, TODAY, toRecords } from "../stage.fixture.ts";

const rate = (currency: string, on: string, value: number): Seed =>
  seed("exchange-rate", exchangeRateId(currency, on), { currency, on, rate: value });
const euro = seed("money-rules", MONEY_RULES_ID, { currency: "EUR" });
const rates = [
  euro,
  rate("USD", "2025-01-01", 1.25),
  rate("USD", "2026-01-01", 1.6),
  rate("IDR", "2025-06-01", 16_000),
];
const book = readMoneyBook(toRecords(rates));

describe("an amount is converted", () => {
  test("with the rate in force on its day, and says of which day it is", () => {
    const dollars = { amount: 100, currency: "USD" };
    expect(book.convert(dollars, "EUR", "2025-12-31")).toEqual({ amount: 80, rateOn: "2025-01-01" });
    expect(book.convert(dollars, "EUR", "2026-01-01")).toEqual({ amount: 62.5, rateOn: "2026-01-01" });
  });

  test("from one foreign currency into another by way of the company's own", () => {
    expect(book.convert({ amount: 125, currency: "USD" }, "IDR", "2025-07-01")?.amount).toBe(1_600_000);
  });

  test("never where no rate was known on that day, nor where the company named no currency", () => {
    expect(book.convert({ amount: 1, currency: "USD" }, "EUR", "2024-12-31")).toBeUndefined();
    expect(book.convert({ amount: 1, currency: "CHF" }, "EUR", TODAY)).toBeUndefined();
    expect(
      readMoneyBook(toRecords(rates.slice(1))).convert({ amount: 1, currency: "USD" }, "EUR", TODAY),
    ).toBeUndefined();
  });

  test("there and back to what it was, and an amount in its own currency not at all", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom("USD", "IDR"), (amount, currency) => {
        const there = book.convert({ amount, currency }, "EUR", TODAY)?.amount ?? 0;
        expect(book.convert({ amount: there, currency: "EUR" }, currency, TODAY)?.amount).toBeCloseTo(
          amount,
          3,
        );
        expect(book.convert({ amount, currency }, currency, "1990-01-01")).toEqual({
          amount,
          rateOn: undefined,
        });
      }),
    );
  });
});

const spend = { amount: 90_000, currency: "EUR" };
const answer = {
  suggestions: [
    {
      offering: toRecordId("lamps"),
      score: 1,
      buyers: 7,
      of: 20,
      named: [],
      confidence: "high" as const,
      typicalSpend: spend,
    },
  ],
};
const readerOf = (cells: readonly Seed[], library: readonly Seed[] = []) => {
  const stage = stagePlan({
    library: [seed("offering", "lamps", { name: "Lamps" }), ...rates, ...library],
    plan: [
      seed("perspective", "regions", { name: "Regions" }),
      ...["north", "south", "west"].map((id) => seed("area", id, { perspective: "regions", name: id })),
      ...cells,
    ],
  });
  const model = stage.model();
  const found = createMoneyReader(
    { model, book: readMoneyBook(stage.library), today: TODAY, similar: { answer, plan: stage.plan } },
    { ...NO_FACTS, currency: "EUR" },
  );
  return {
    sum: (...areas: string[]) => found.sum(areas, ["lamps"]),
    of: (area: string) => found.potential(model.cell(area, "lamps")),
  };
};
const price = (fields: PlanFields): Seed =>
  seed("offering-price", `price-${String(fields["validFrom"])}`, { offering: "lamps", ...fields });

describe("the potential of a white cell is", () => {
  test("its part of what similar customers spend: the areas together come to one such customer, as an estimate", () => {
    expect(readerOf([]).of("north")).toMatchObject({
      basis: "similar",
      estimated: true,
      money: { amount: 30_000 },
    });
    expect(readerOf([]).sum("north", "south", "west")).toMatchObject({
      potential: 90_000,
      estimated: 90_000,
    });
  });

  test("nothing where an admin wants no such estimates", () => {
    const off = seed("money-rules", MONEY_RULES_ID, { currency: "EUR", estimateFromSimilar: false });
    expect(readerOf([], [off]).of("north")).toBeUndefined();
  });

  test("its price by the list that is in force, before any estimate", () => {
    const list = [
      price({ validFrom: "2026-01-01", amount: { amount: 5, currency: "EUR" }, per: "once" }),
      price({ validFrom: "2027-01-01", amount: { amount: 9, currency: "EUR" } }),
    ];
    expect(readerOf([], list).of("north")).toMatchObject({
      basis: "price-list",
      once: true,
      money: { amount: 5 },
    });
  });

  test("what somebody entered, before all else; once an estimate was taken over it still is one", () => {
    const entered = { potential: { amount: 7, currency: "EUR" } };
    expect(readerOf([cellSeed("north", "lamps", entered)]).of("north")).toMatchObject({
      basis: "by-hand",
      estimated: false,
    });
    const taken = { ...entered, potentialBasis: "similar" };
    expect(readerOf([cellSeed("north", "lamps", taken)]).of("north")).toMatchObject({ estimated: true });
  });

  test.each([
    ["bought", { level: "strong", levelSetBy: ME.by, levelSetAt: ME.at }],
    ["refused", { makesSense: "no" }],
  ])("not estimated where it is %s", (_, fields) => {
    expect(readerOf([cellSeed("north", "lamps", fields)]).of("north")).toBeUndefined();
    const list = [price({ validFrom: "2026-01-01", amount: { amount: 5, currency: "EUR" } })];
    expect(readerOf([cellSeed("north", "lamps", fields)], list).of("north")).toBeUndefined();
  });

  test("not estimated from similar customers where somebody turned them down, in this area or for the customer", () => {
    const refused = (area?: string): Seed =>
      seed(
        "dismissed-suggestion",
        dismissedSuggestionId(
          "lookalikes",
          toRecordId("lamps"),
          area === undefined ? undefined : toRecordId(area),
        ),
        { offering: "lamps", source: "lookalikes", ...(area === undefined ? {} : { area }) },
      );
    expect(readerOf([refused("north")]).of("north")).toBeUndefined();
    expect(readerOf([refused("north")]).of("south")).toBeDefined();
    expect(readerOf([refused()]).of("south")).toBeUndefined();
  });
});

test("what has no rate is left out, and said: never counted as if it were the company's currency", () => {
  const cell = cellSeed("north", "lamps", { potential: { amount: 500, currency: "CHF" } });
  expect(readerOf([cell]).sum("north", "south")).toMatchObject({ potential: 30_000, missing: ["CHF"] });
});

test("the share of the market counts what was won in cells whose market is known", () => {
  const cell = cellSeed("north", "lamps", { marketVolume: { amount: 160, currency: "USD" } });
  const amounts = readerOf([cell]).sum("north", "south");
  expect(amounts).toMatchObject({ market: 100, conversions: [{ rateOn: "2026-01-01" }] });
  expect(marketShareOf(amounts)).toBe(0);
  expect(marketShareOf({ ...amounts, wonOfMarket: 25 })).toBe(0.25);
  expect(marketShareOf(readerOf([]).sum("north"))).toBeUndefined();
});

describe("an admin", () => {
  test("types rates as the language writes them", () => {
    expect([readRate("1.085", "en-GB"), readRate("1,085", "de-DE")]).toEqual([1.085, 1.085]);
    expect([readRate("16,000", "en-GB"), readRate("16.000", "id-ID")]).toEqual([16_000, 16_000]);
    for (const text of ["", "0", "-1", "x", "1.2.3"]) expect(readRate(text, "en-GB"), text).toBeUndefined();
  });

  test("names currencies by three letters", () => {
    expect(["usd ", "US", "EURO", "$"].map(readCurrency)).toEqual(["USD", undefined, undefined, undefined]);
  });

  test("sets a rate once for a day, and switches estimates off", () => {
    const stage = stagePlan({ plan: [], library: [euro] })
      .after(setRate("USD", "2026-01-01", 2))
      .after(setRate("USD", "2026-01-01", 4))
      .after(setEstimates(false));
    const after = readMoneyBook(stage.library);
    expect(after.rates.map(({ fields }) => fields.rate)).toEqual([4]);
    expect(after).toMatchObject({ currency: "EUR", estimateFromSimilar: false });
  });
});
