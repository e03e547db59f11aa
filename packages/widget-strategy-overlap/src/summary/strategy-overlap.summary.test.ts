import { expect, test } from "vitest";
import de from "../../locales/de.json";
import en from "../../locales/en.json";
import id from "../../locales/id.json";
import { DEMO_TODAY, demoRecords } from "../messages/demo-board.fixture.ts";
import { summary } from "./index.ts";

const compute = (records: ReturnType<typeof demoRecords>) =>
  summary.compute({ plan: [...records.values()], library: [], today: DEMO_TODAY });

test("a card shows sweet spots, open needs and what the customer has confirmed", () => {
  const found = compute(demoRecords("foodRetailer"));
  expect(found).toMatchObject({
    state: "ready",
    headline: { key: "summary.spots", values: { spots: 3, needs: 1 } },
  });
  expect(found.counts).toEqual([
    { key: "summary.count.spots", value: 3 },
    { key: "summary.count.needs", value: 1, of: 4 },
    { key: "summary.count.confirmed", value: 1, of: 4 },
    { key: "summary.count.questions", value: 0 },
  ]);
});

test("the question due first is the next step", () => {
  const records = new Map(demoRecords("gasProducer"));
  const gaps = [...records.values()].filter(({ type }) => type === "knowledge-gap");
  gaps.forEach((gap, index) => {
    if (index < 2) records.set(gap.id, { ...gap, fields: { ...gap.fields, due: `2026-12-0${4 - index}` } });
  });
  const { nextStep, counts } = compute(records);
  expect(counts).toContainEqual({ key: "summary.count.questions", value: 5 });
  expect(nextStep?.due).toBe("2026-12-03");
  expect(nextStep?.about).toEqual(["Group"]);
});

test("an empty board says what to do first; one without a match says so", () => {
  expect(compute(demoRecords("empty"))).toEqual({
    state: "empty",
    headline: { key: "summary.begin" },
    counts: [],
  });
  const unmatched = new Map([...demoRecords("foodRetailer")].filter(([, { type }]) => type !== "sweet-spot"));
  expect(compute(unmatched).headline).toEqual({
    key: "summary.no-spots",
    values: { customer: 4, provider: 4 },
  });
});

test("the picture has a bar for every insight it shows, and says what it leaves out", () => {
  const { preview } = compute(demoRecords("foodRetailer"));
  const bars = (tone: string) =>
    (preview?.layers.find((layer) => layer.tone === tone)?.path ?? "").split("M").length - 1;
  expect([bars("present"), bars("weak"), bars("none"), bars("strong")]).toEqual([6, 1, 1, 3]);
  expect(preview?.leftOut).toBe(0);
  const many = new Map(demoRecords("foodRetailer"));
  const one = [...many.values()].find(({ type }) => type === "insight");
  if (!one) throw new Error("The demo board has changed.");
  for (let index = 0; index < 500; index += 1) {
    const key = `more-${index}` as typeof one.id;
    many.set(key, { ...one, id: key });
  }
  const crowded = compute(many);
  expect(crowded.preview?.leftOut).toBeGreaterThan(400);
  expect(JSON.stringify(crowded).length).toBeLessThan(10_000);
});

test("every text a summary can name exists in all languages, and it survives the way over a wire", () => {
  for (const found of [compute(demoRecords("foodRetailer")), compute(demoRecords("empty"))]) {
    for (const key of [found.headline.key, ...found.counts.map((count) => count.key)])
      for (const texts of [en, de, id]) expect(Object.keys(texts)).toContain(key);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  }
});
