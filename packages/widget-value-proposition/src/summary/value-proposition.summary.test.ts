import { DEMO_ACCOUNTS } from "@sweetspot/fixtures";
import { expect, test } from "vitest";
import de from "../../locales/de.json";
import en from "../../locales/en.json";
import id from "../../locales/id.json";
import { demoSeeds, seed, type Seed, TODAY, toRecords } from "../stage.fixture.ts";
import { summary } from "./index.ts";

const compute = (plan: readonly Seed[], library: readonly Seed[] = []) =>
  summary.compute({
    plan: [...toRecords(plan).values()],
    library: [...toRecords(library).values()],
    today: TODAY,
  });
const demo = (account: string) => {
  const { plan, library } = demoSeeds(account);
  return compute(plan, library);
};

test("a card shows what is told, how much of it is whole, and what is open", () => {
  const found = demo(DEMO_ACCOUNTS.gasProducer);
  expect(found).toMatchObject({ state: "ready", headline: { key: "summary.told" } });
  expect(found.counts).toEqual([
    { key: "summary.count.spots", value: 1, of: 5 },
    { key: "summary.count.whole", value: 1, of: 1 },
    { key: "summary.count.proofs", value: 0 },
    { key: "summary.count.tasks", value: 4 },
  ]);
  expect(found.preview?.leftOut).toBe(0);
});

test("a proposition whose proof has run out is not whole", () => {
  const found = demo(DEMO_ACCOUNTS.airline);
  expect(found.headline).toEqual({ key: "summary.untold", values: { spots: 2 } });
  expect(found.counts).toContainEqual({ key: "summary.count.proofs", value: 1 });
});

test("without sweet spots it says what to do first", () => {
  expect(compute([])).toEqual({ state: "empty", headline: { key: "summary.begin" }, counts: [] });
});

test("many sweet spots keep the picture small, and it says what it leaves out", () => {
  const level = seed("strategy-level", "l", { name: "L", kind: "company", order: 0 });
  const spots = Array.from({ length: 40 }, (_, index) =>
    seed("sweet-spot", `s${String(index)}`, { level: "l" }),
  );
  const found = compute([level, ...spots]);
  expect(found.preview?.leftOut).toBe(32);
  expect(JSON.stringify(found).length).toBeLessThan(10_000);
});

test("every text a summary can name exists in all languages, and it survives the way over a wire", () => {
  for (const found of [demo(DEMO_ACCOUNTS.gasProducer), demo(DEMO_ACCOUNTS.investmentBank), compute([])]) {
    for (const key of [found.headline.key, ...found.counts.map((count) => count.key)])
      for (const texts of [en, de, id]) expect(Object.keys(texts)).toContain(key);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  }
});
