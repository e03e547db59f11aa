import { expect, test } from "vitest";
import de from "../../locales/de.json";
import en from "../../locales/en.json";
import id from "../../locales/id.json";
import { toRecords } from "../voice.fixture.ts";
import { summary } from "./index.ts";

const compute = (...rows: Parameters<typeof toRecords>[0]) =>
  summary.compute({ plan: [...toRecords(rows).values()], library: [], today: "2026-11-22" });

const said = (topic: string, voice = "customer") =>
  ["voice-note", `${topic}-${voice}`, { topic, voice, statement: "So." }] as const;

test("a card tells in how many fields the customer himself has not spoken: the market’s voice does not count", () => {
  const found = compute(said("challenges"), said("must-knows", "market"), [
    "lexicon-term",
    "t",
    { term: "x" },
  ]);
  expect(found.headline).toEqual({ key: "summary.silent", values: { count: 3 } });
  expect(found.counts.map(({ value }) => value)).toEqual([1, 1, 1, 1]);
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});

test("every text a card can name exists in all languages", () => {
  const all = ["value-created", "challenges", "must-knows", "wins-and-losses"].map((topic) => said(topic));
  const cards = [compute(), compute(said("challenges")), compute(...all)];
  expect(cards.map(({ headline }) => headline.key)).toEqual([
    "summary.empty",
    "summary.silent",
    "summary.heard",
  ]);
  for (const { headline, counts } of cards)
    for (const key of [headline.key, ...counts.map((count) => count.key)])
      for (const texts of [en, de, id]) expect(Object.keys(texts)).toContain(key);
});
