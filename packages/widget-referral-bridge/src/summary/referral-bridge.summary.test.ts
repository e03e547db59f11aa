import { expect, test } from "vitest";
import de from "../../locales/de.json";
import en from "../../locales/en.json";
import id from "../../locales/id.json";
import { DIRECT_WAY, recordOf, TODAY, WAY } from "../introductions/introductions.fixture.ts";
import { summary } from "./index.ts";

type Row = Parameters<typeof recordOf>[2];
const compute = (...rows: readonly Row[]) =>
  summary.compute({
    plan: rows.map((fields, index) => recordOf("introduction", `i${String(index)}`, { ...WAY, ...fields })),
    library: [],
    today: TODAY,
  });

const open: Row = {
  state: "asked",
  askedOn: "2026-11-01",
  nextStepDue: "2026-12-01",
  occasion: "Cooling for two sites",
};
const over: Row = {
  state: "closed",
  outcome: "order",
  agreedOn: "2026-01-01",
  feedbackOn: "2026-02-01",
  madeOn: "2026-01-20",
};

test("a card counts how far introductions are and names the next step with its day", () => {
  const found = compute(open, over, { state: "candidate", nextStepDue: "2026-12-24" });
  expect(found.headline).toEqual({ key: "summary.next", values: { name: "Vera Okonjo" } });
  expect(found.nextStep).toEqual({
    text: "Cooling for two sites",
    about: ["Vera Okonjo", "Ole Brandt"],
    due: "2026-12-01",
  });
  expect(found.counts.map(({ value }) => value)).toEqual([1, 1, 0, 1]);
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});

test("the picture has a row a person with the steps done, and says what it leaves out", () => {
  const { preview } = compute(...Array.from({ length: 9 }, () => open));
  expect(preview?.labels).toHaveLength(6);
  expect(preview?.leftOut).toBe(3);
  const dots = (tone: string) =>
    (preview?.layers.find((layer) => layer.tone === tone)?.path ?? "").split("M").length - 1;
  expect([dots("strong"), dots("none"), dots("outline")]).toEqual([12, 24, 6]);
});

test("the picture outlines the step that follows, which where one of ours knows the person is his own consent", () => {
  const outlined = (fields: Row): string | undefined => {
    const plan = [recordOf("introduction", "i", fields)];
    const { preview } = summary.compute({ plan, library: [], today: TODAY });
    return preview?.layers.find(({ tone }) => tone === "outline")?.path.split(" ")[0];
  };
  expect([outlined(WAY), outlined(DIRECT_WAY)]).toEqual(["M180", "M240"]);
  expect(
    outlined({ ...WAY, state: "not-usable", notUsableBecause: "left", agreedOn: "2026-01-01" }),
  ).toBeUndefined();
});

test("every text a card can name exists in all languages", () => {
  const cards = [compute(), compute(open), compute(over), compute({ ...open, nextStepDue: "2026-11-01" })];
  expect(cards.map(({ headline }) => headline.key)).toEqual([
    "summary.empty",
    "summary.next",
    "summary.nothing-open",
    "summary.overdue",
  ]);
  for (const { headline, counts } of cards)
    for (const key of [headline.key, ...counts.map((count) => count.key)])
      for (const texts of [en, de, id]) expect(Object.keys(texts)).toContain(key);
});
