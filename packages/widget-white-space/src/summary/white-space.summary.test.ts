import { goldenFoodRetailer } from "@sweetspot/fixtures";
import { expect, test } from "vitest";
import de from "../../locales/de.json";
import en from "../../locales/en.json";
import id from "../../locales/id.json";
import { cellSeed, goldenSeeds, seed, type Seed, TODAY, toRecords } from "../stage.fixture.ts";
import { summary } from "./index.ts";

const CRM = { account: undefined, family: [], opportunities: [], assets: [] };
const compute = (stage: { plan: readonly Seed[]; library?: readonly Seed[] }, crm?: typeof CRM) =>
  summary.compute({
    plan: [...toRecords(stage.plan).values()],
    library: [...toRecords(stage.library ?? []).values()],
    today: TODAY,
    ...(crm ? { crm } : {}),
  });

const planned: readonly Seed[] = [
  seed("perspective", "p", { name: "Regions" }),
  seed("area", "north", { perspective: "p", name: "North" }),
  seed("area", "south", { perspective: "p", name: "South" }),
  cellSeed("north", "o", { level: "strong", potential: { amount: 5, currency: "EUR" } }),
  cellSeed("south", "o", {
    level: "weak",
    potential: { amount: 700, currency: "EUR" },
    nextStep: "Call the buyer",
    nextStepDue: "2026-12-01",
  }),
];
const library = [seed("offering", "o", { name: "Cabinets" })];

test("a card shows what the customer buys, what is suggested, what is due and when somebody last looked", () => {
  const found = compute({ plan: planned, library }, CRM);
  expect(found).toMatchObject({
    state: "ready",
    headline: { key: "summary.covered", values: { covered: 2, possible: 2 } },
    nextStep: { text: "Call the buyer", about: ["South", "Cabinets"], due: "2026-12-01" },
    lastReview: "2026-11-22T10:00:00.000Z",
  });
  expect(found.counts).toContainEqual({ key: "summary.count.covered", value: 2, of: 2 });
  expect(found.counts).toContainEqual({
    key: "summary.count.potential",
    value: { amount: 700, currency: "EUR" },
  });
});

test("the strongest suggestion is the headline, and every suggestion is outlined in the picture", () => {
  const { headline, preview } = compute(goldenSeeds(goldenFoodRetailer), CRM);
  expect(headline.key).toBe("summary.best");
  const outline = preview?.layers.find(({ tone }) => tone === "outline")?.path ?? "";
  expect(outline.split("M").length - 1).toBe(goldenFoodRetailer.suggestions.length);
  expect(preview?.leftOut).toBe(0);
});

test("amounts in two currencies have no sum", () => {
  const dollars = cellSeed("south", "o", { level: "weak", potential: { amount: 1, currency: "USD" } });
  const weak = cellSeed("north", "o", { level: "weak", potential: { amount: 1, currency: "EUR" } });
  const { counts } = compute({ plan: [...planned.slice(0, 3), dollars, weak], library }, CRM);
  expect(counts.map(({ key }) => key)).not.toContain("summary.count.potential");
});

test("without the CRM's data the card says so, and without a plan it says what to do", () => {
  expect(compute({ plan: planned, library }).state).toBe("partial");
  expect(compute({ plan: [], library })).toEqual({
    state: "empty",
    headline: { key: "summary.no-areas" },
    counts: [],
  });
  expect(compute({ plan: planned.slice(0, 3) }).headline.key).toBe("summary.no-offerings");
});

test("a large plan keeps the picture small, and says that it left something out", () => {
  const areas = Array.from({ length: 60 }, (_, index) =>
    seed("area", `a${index}`, { perspective: "p", name: `Area ${index}` }),
  );
  const found = compute({ plan: [planned[0] as Seed, ...areas], library }, CRM);
  expect(found.preview?.leftOut).toBe(50);
  expect(JSON.stringify(found).length).toBeLessThan(10_000);
});

test("every text a summary can name exists in all languages, and it survives the way over a wire", () => {
  const found = [
    compute(goldenSeeds(goldenFoodRetailer), CRM),
    compute({ plan: planned, library }),
    compute({ plan: [] }),
    compute({ plan: [], library }),
  ];
  for (const one of found) {
    for (const key of [one.headline.key, ...one.counts.map((count) => count.key)])
      for (const texts of [en, de, id]) expect(Object.keys(texts)).toContain(key);
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  }
});
