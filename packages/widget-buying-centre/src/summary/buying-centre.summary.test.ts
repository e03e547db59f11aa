import { expect, test } from "vitest";
import de from "../../locales/de.json";
import en from "../../locales/en.json";
import id from "../../locales/id.json";
import { LENA, memberOf, ratingOf, TOBIAS, TODAY } from "../centre.fixture.ts";
import { summary } from "./index.ts";

const compute = (plan: Parameters<typeof summary.compute>[0]["plan"]) =>
  summary.compute({ plan, library: [], today: TODAY });

test("a card tells whose relationship nobody leads, who decides and who is unknown", () => {
  const found = compute([
    memberOf("a", { role: "decision-maker", lead: LENA, contact: "c" }),
    memberOf("b"),
    memberOf("c", { leftOn: TODAY }),
    ratingOf("a", LENA, { relationship: 2 }),
    ratingOf("a", TOBIAS, { relationship: -2 }),
  ]);
  expect(found.headline).toEqual({ key: "summary.lead-missing", values: { count: 1 } });
  expect(found.counts.map(({ value }) => value)).toEqual([2, 1, 1, 1]);
  expect(found.lastReview).toBe("2026-11-20T10:00:00.000Z");
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});

test("every text a card can name exists in all languages", () => {
  const cards = [compute([]), compute([memberOf("a")]), compute([memberOf("a", { lead: LENA })])];
  expect(cards[0]?.state).toBe("empty");
  for (const { headline, counts } of cards)
    for (const key of [headline.key, ...counts.map((count) => count.key)])
      for (const texts of [en, de, id]) expect(Object.keys(texts)).toContain(key);
});
