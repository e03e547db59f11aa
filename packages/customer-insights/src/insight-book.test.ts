import { type PlanRecord, type RecordId, toRecordId } from "@sweetspot/contract";
import { buildAccount, insightLibrary } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { rootsOf } from "./collect-customers.ts";
import { confidenceOf } from "./confidence.ts";
import type { OfferingPurchases } from "./customer-purchases.ts";
import { spendingOf } from "./deal-spending.ts";
import { createInsightBook, type LookalikeWish } from "./insight-book.ts";
import { readInsightLibrary } from "./insight-library.ts";
import { createInsightMatrix } from "./insight-matrix.ts";
import { monthOf, toInsightPeriods } from "./insight-periods.ts";
import { rowOf } from "./matrix-rows.ts";
import { toTraits, traitKey } from "./traits.ts";

const OFFERINGS = ["base", "extra", "salt", "rare"].map((name) => ({
  id: toRecordId(name),
  name,
  products: [],
  terms: [],
  retired: false,
}));
const { rules } = readInsightLibrary([]);
const WISH: LookalikeWish = { model: "neighbours", customers: 20, count: 10 };
const NOW = "2026-11-22";

const has = (offering: number, more: Partial<OfferingPurchases> = {}): OfferingPurchases => ({
  offering,
  recentDeals: 1,
  fadingDeals: 0,
  activeAssets: 0,
  months: [],
  spent: [],
  ...more,
});

function bookOf(
  customers: Readonly<Record<string, readonly OfferingPurchases[]>>,
  offerings: readonly (typeof OFFERINGS)[number][] = OFFERINGS,
) {
  const builder = createInsightMatrix(offerings.length, rules);
  builder.add(
    Object.entries(customers).map(([id, bought]) => ({ customer: toRecordId(id), traits: [], bought })),
  );
  return createInsightBook({ matrix: builder.finish(), offerings, asOf: `${NOW}T00:00:00.000Z`, now: NOW });
}

/** Asked by `me`, who has the first two; others have them and the third, each as told. */
const withSalt = (others: readonly Partial<OfferingPurchases>[], offerings = OFFERINGS) =>
  bookOf(
    {
      me: [has(0), has(1)],
      ...Object.fromEntries(others.map((more, place) => [`like-${place}`, [has(0), has(1), has(2, more)]])),
      stranger: [has(3)],
      another: [has(3)],
    },
    offerings,
  ).find(toRecordId("me"), WISH, undefined).suggestions[0];

describe("typical spend", () => {
  const spent = (amount: number, currency = "EUR") => ({ spent: [{ amount, currency }] });

  it("is the middle of what buyers paid, so that one large customer does not make it large", () => {
    expect(withSalt([spent(10), spent(30), spent(1_000_000)])?.typicalSpend).toEqual({
      amount: 30,
      currency: "EUR",
    });
    expect(withSalt([spent(10), spent(20), spent(40), spent(99)])?.typicalSpend?.amount).toBe(30);
  });

  it("is told of three at least who pay in one currency, since of fewer it would tell what somebody pays", () => {
    expect(withSalt([spent(10), spent(30)])).not.toHaveProperty("typicalSpend");
    expect(withSalt([spent(10), spent(30), spent(5, "USD")])).not.toHaveProperty("typicalSpend");
    const mixed = { spent: [...spent(10).spent, ...spent(10, "USD").spent] };
    expect(withSalt([spent(10), spent(30), mixed])).not.toHaveProperty("typicalSpend");
    expect(withSalt([spent(10), spent(30), spent(0)])).not.toHaveProperty("typicalSpend");
  });
});

describe("the pattern of a suggestion", () => {
  const at = (...dates: string[]) => ({ months: dates.map((date) => monthOf(date) ?? 0) });

  it("warns of what most bought once, and of what is bought in one season", () => {
    const once = at("2024-05-01");
    expect(withSalt([once, once, once])?.pattern).toBe("one-off");
    const winters = at("2023-12-01", "2025-01-10");
    expect(withSalt([winters, winters, winters])?.pattern).toBe("seasonal");
  });

  it("says nothing of a steady need", () => {
    const steady = at("2024-02-01", "2024-08-01", "2025-05-01");
    expect(withSalt([steady, steady, steady])).not.toHaveProperty("pattern");
  });
});

describe("suggestions", () => {
  it("leave out what is retired, and it makes customers alike all the same", () => {
    const offerings = OFFERINGS.map((one, place) => ({ ...one, retired: place === 2 }));
    expect(withSalt([{}, {}, {}], offerings)).toBeUndefined();
    const book = bookOf({ me: [has(2)], you: [has(2), has(0)], other: [has(3)] }, offerings);
    const { similar } = book.find(toRecordId("me"), WISH, undefined);
    expect(similar.map(({ customer }) => customer)).toEqual(["you"]);
  });

  it("are none for a customer the book does not know yet", () => {
    const found = bookOf({ you: [has(0)] }).find(toRecordId("new"), WISH, undefined);
    expect(found).toMatchObject({ similar: [], suggestions: [], gaps: ["no-purchases", "few-customers"] });
  });
});

describe("how sure a suggestion is", () => {
  const buyers = (count: number, similarity: number) => Array.from({ length: count }, () => ({ similarity }));

  it.each([
    ["many alike", buyers(5, 0.4), 5, "high"],
    ["four alike", buyers(4, 0.9), 5, "medium"],
    ["many hardly alike", buyers(9, 0.19), 5, "low"],
    ["two of one mind", buyers(2, 1), 5, "low"],
    ["one purchase", buyers(9, 0.9), 1, "medium"],
    ["no purchase", buyers(9, 0.9), 0, "low"],
  ] as const)("%s", (_, found, purchases, wanted) => {
    expect(confidenceOf(found, purchases)).toBe(wanted);
  });
});

describe("what counts as a purchase", () => {
  const weightsOf = (bought: readonly OfferingPurchases[], ours = rules) => {
    const builder = createInsightMatrix(4, ours);
    builder.add([{ customer: toRecordId("me"), traits: [], bought }]);
    const { purchases } = builder.finish();
    return [rowOf(purchases, 0), [...purchases.values]];
  };
  const none = { recentDeals: 0 };

  it("weighs as a level of the whole customer would: strong, present by a win or an asset, weak", () => {
    const bought = [
      has(3, { ...none, fadingDeals: 9 }),
      has(0, { recentDeals: 3 }),
      has(2, { ...none, activeAssets: 1 }),
      has(1),
    ];
    expect(weightsOf(bought)).toEqual([
      [0, 1, 2, 3],
      [3, 2, 2, 1],
    ]);
  });

  it("is no asset where the admin's rules do not count them, but any win, even one that weighs nothing", () => {
    const ours = { ...rules, assetsCount: false, weights: { strong: 3, present: 0, weak: 0 } };
    const [offerings, weights] = weightsOf([has(0), has(1, { ...none, activeAssets: 5 })], ours);
    expect(offerings).toEqual([0]);
    expect(weights?.[0]).toBeGreaterThan(0);
  });

  it("is counted from the newest closing date where the data is old", () => {
    expect(toInsightPeriods("2020-03-31", NOW, rules)).toEqual({
      now: "2020-03-31",
      recentFrom: "2019-03-31",
      fadingFrom: "2017-03-31",
      yearFrom: "2019-03-31",
    });
    expect(toInsightPeriods(undefined, NOW, rules).now).toBe(NOW);
  });
});

describe("what is paid for an offering", () => {
  const amount = { amount: 5, currency: "EUR" };

  it("is never split by guess", () => {
    const whole = { amount: 90, currency: "EUR" };
    expect([...spendingOf([{ offerings: [1, 2] }], whole)]).toEqual([
      [1, []],
      [2, []],
    ]);
    expect([...spendingOf([{ offerings: [1], amount }, { offerings: [1] }], whole)]).toEqual([[1, [amount]]]);
    expect([...spendingOf([{ offerings: [1] }, { offerings: [] }], whole)]).toEqual([[1, []]]);
    expect([...spendingOf([{ offerings: [1] }, { offerings: [1] }], whole)]).toEqual([[1, [whole]]]);
  });
});

describe("a family", () => {
  it("is one customer under its root; who is his own ancestor is none, and does not hang", () => {
    const find = rootsOf([
      buildAccount("root", "Root"),
      buildAccount("deep", "Deep", { parent: "middle" }),
      buildAccount("middle", "Middle", { parent: "root" }),
      buildAccount("orphan", "Orphan", { parent: "not-seen" }),
      buildAccount("one", "One", { parent: "two" }),
      buildAccount("two", "Two", { parent: "one" }),
      buildAccount("below", "Below", { parent: "one" }),
    ]);
    const roots = ["deep", "middle", "root", "orphan", "one", "two", "below", "never"].map((id) =>
      find(id as RecordId),
    );
    expect(roots).toEqual(["root", "root", "root", "orphan", undefined, undefined, undefined, undefined]);
  });
});

describe("the library", () => {
  it("gives offerings without others beneath, with their products, terms and whether they are sold still", () => {
    const records = insightLibrary().puts.map((put) => ({ ...put, schema: 1 }) as unknown as PlanRecord);
    const { offerings, countsUnseen } = readInsightLibrary(records);
    expect(offerings.map(({ id }) => id)).toEqual([
      "off-pumps",
      "off-sensors",
      "off-service",
      "off-telex",
      "off-valves",
    ]);
    expect(offerings.filter(({ retired }) => retired).map(({ id }) => id)).toEqual(["off-telex"]);
    expect(countsUnseen).toBe(false);
  });
});

describe("traits", () => {
  it("tell industry, country and size, and nothing of what is not known", () => {
    expect(toTraits({ industry: "Food retail", country: "Peru", employees: 249 })).toEqual([
      { field: "industry", value: "Food retail" },
      { field: "country", value: "Peru" },
      { field: "size", value: "50-249" },
    ]);
    expect(toTraits({ employees: 5000 })).toEqual([{ field: "size", value: "5000+" }]);
    expect(toTraits({ employees: 0 })).toEqual([]);
  });

  it("are the same whatever the case", () => {
    const [one, other] = ["Food Retail", "food  retail"].map((value) =>
      traitKey({ field: "industry", value }),
    );
    expect(one).toBe(other);
  });
});
