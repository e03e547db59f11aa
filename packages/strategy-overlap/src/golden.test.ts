import type { RecordId } from "@sweetspot/contract";
import { type GoldenBoard, goldenBoards } from "@sweetspot/fixtures";
import { describe, expect, test } from "vitest";
import { completenessOf } from "./completeness.ts";
import { boardOf, GOLDEN, goldenPlan, toldIn, unmatchedBoard } from "./golden-plan.testing.ts";
import { toNarrative } from "./narrative.ts";
import { suggestMatches } from "./suggest-matches.ts";
import { createWordMatcher } from "./words/word-match.ts";

const idOf = (side: "customer" | "provider", name: string) => `insight-${side}-${name}` as RecordId;
const isPair = (golden: GoldenBoard, customer: string, provider: string): boolean =>
  golden.pairs.some(
    (pair) => idOf("customer", pair.customer) === customer && idOf("provider", pair.provider) === provider,
  );

describe.each(GOLDEN)("%s", (_, golden) => {
  const plan = goldenPlan(golden);
  const board = boardOf(plan);

  test("every insight in a pair reads matched", () => {
    for (const { customer, provider } of golden.pairs) {
      expect(board.readingOf(idOf("customer", customer)), customer).toBe("matched");
      expect(board.readingOf(idOf("provider", provider)), provider).toBe("matched");
    }
  });

  test("every other insight of ours reads not relevant here, every other one of the customer's open need", () => {
    const matched = new Set(golden.pairs.flatMap(({ customer, provider }) => [customer, provider]));
    const others = golden.provider.filter(({ name }) => !matched.has(name));
    expect(others.length).toBeGreaterThan(0);
    for (const { name } of others) expect(board.readingOf(idOf("provider", name)), name).toBe("not-relevant");
    for (const { name } of golden.customer.filter((one) => !matched.has(one.name)))
      expect(board.readingOf(idOf("customer", name)), name).toBe("open-need");
  });

  test("stands on three levels with a sweet spot and a message on each; only propositions are missing", () => {
    expect(board.levels.map(({ fields }) => fields.kind)).toEqual(["company", "unit", "person"]);
    const { lacks } = completenessOf(board, toldIn(plan));
    expect(new Set(lacks.map(({ lack }) => lack))).toEqual(new Set(["value-proposition"]));
  });

  test("suggests nothing that is wrong, and nothing again that was matched", () => {
    for (const { customer, provider } of suggestMatches(unmatchedBoard(golden)))
      expect(isPair(golden, customer, provider), `${customer} ${provider}`).toBe(true);
    expect(suggestMatches(board)).toEqual([]);
  });

  test("tells its propositions with the four parts in order, in every language's frames", () => {
    for (const { parts } of golden.propositions)
      for (const language of ["en", "de", "id"] as const) {
        const narrative = toNarrative(parts, language);
        expect(narrative.missing).toEqual([]);
        const places = [parts.promise, parts.addedValue, parts.delivery, parts.proof].map((text) =>
          narrative.text.indexOf(text),
        );
        expect(places).not.toContain(-1);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }
  });
});

/** The fourteen pairs of the method, every insight of ours a candidate for every one of the customers'. */
function rankedFirst(onSameLevel: boolean): readonly string[] {
  const pairs = goldenBoards.flatMap((golden, board) =>
    golden.pairs.map(({ customer, provider }) => {
      const one = golden.customer.find(({ name }) => name === customer);
      const other = golden.provider.find(({ name }) => name === provider);
      if (!one || !other) throw new Error(`${golden.figure} has no ${customer} or ${provider}.`);
      return {
        customer: { ...one, id: `${board}c${one.name}` },
        provider: { ...other, id: `${board}p${other.name}` },
      };
    }),
  );
  expect(pairs).toHaveLength(14);
  const matcher = createWordMatcher(
    pairs.flatMap(({ customer, provider }) =>
      [customer, provider].map(({ id, statement }) => ({ id, text: statement })),
    ),
    "en",
  );
  return pairs
    .filter(({ customer, provider }) => {
      const candidates = pairs
        .map((pair) => pair.provider)
        .filter(({ level }) => !onSameLevel || level === customer.level);
      const own = matcher.match(customer.id, provider.id).score;
      const rivals = candidates.filter(({ id }) => id !== provider.id);
      return own > 0 && rivals.every(({ id }) => matcher.match(customer.id, id).score < own);
    })
    .map(({ customer }) => customer.name);
}

describe("with the fourteen pairs shuffled, shared words alone", () => {
  test("rank the true partner first for eight of them, among all as on their own level", () => {
    const found = [
      "women-leaders",
      "flexible-staff",
      "market-leader",
      "stem-people",
      "europe",
      "five-platforms",
      "satisfaction",
      "attitude",
    ];
    expect(rankedFirst(false)).toEqual(found);
    expect(rankedFirst(true)).toEqual(found);
  });

  test("suggest six, all of them right", () => {
    const suggested = goldenBoards.flatMap((golden) => suggestMatches(unmatchedBoard(golden)));
    expect(suggested).toHaveLength(6);
  });
});
