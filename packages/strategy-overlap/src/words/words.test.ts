import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentWords } from "./content-words.ts";
import { findJargon } from "./find-jargon.ts";
import { createWordMatcher } from "./word-match.ts";

const match = (one: string, other: string) =>
  createWordMatcher(
    [
      { id: "one", text: one },
      { id: "other", text: other },
    ],
    "en",
  ).match("one", "other");

describe("two statements share a word", () => {
  test.each([
    ["English", "Reduce energy in all stores.", "Our systems are efficient in every store."],
    [
      "German",
      "Die Kühlung der Filialen soll weniger Strom verbrauchen.",
      "Wir planen die Kühlungen für eine Filiale.",
    ],
    [
      "Indonesian",
      "Perusahaan mengurangi penggunaan listrik di toko.",
      "Kami membantu pengurangan listrik untuk toko Anda.",
    ],
  ])("in any inflection, in %s", (_, one, other) => {
    expect(match(one, other).shared.length).toBeGreaterThan(0);
    expect(match(one, other).score).toBeGreaterThan(0);
  });

  test("but not by grammar, by numbers or by what every strategy says", () => {
    expect(
      match("We want to be the best company by 2030.", "The best company in the long term: 2030.").shared,
    ).toEqual([]);
    expect(
      match("Wir wollen mit dem Kunden wachsen.", "Der Kunde und das Unternehmen sind groß.").shared,
    ).toEqual([]);
  });

  test("and a name or an abbreviation is told apart", () => {
    expect(match("Growth in Romania.", "A network all over Romania.").sharesName).toBe(true);
    expect(match("Fewer STEM graduates.", "We train for STEM.").sharesName).toBe(true);
    expect(match("Growth abroad.", "Growth at home.").sharesName).toBe(false);
  });
});

test("the score is the same both ways, between 0 and 1, for any text", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.lorem({ maxCount: 20 }),
    fc.constantFrom("", "<script>alert(1)</script>", "لدينا شبكة عالمية", "🚀 growth 🚀", "a".repeat(10_000)),
  );
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { score, shared } = match(one, other);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1 + 1e-9);
      expect(match(other, one).score).toBeCloseTo(score, 9);
      expect(score > 0).toBe(shared.length > 0);
    }),
  );
});

test("a long pasted text is read from its beginning only", () => {
  const words = contentWords(`Refrigeration. ${"blah ".repeat(5000)} Romania`, "en");
  expect([...words.values()].map(({ word }) => word)).toEqual(["Refrigeration", "blah"]);
});

describe("jargon", () => {
  const terms = [
    { id: "t1", term: "plug-in cabinets", ourWords: ["integral units", "cabinet"] },
    { id: "t2", term: "Märkte", ourWords: ["Point of Sale", "POS"] },
  ];

  test("is found in any inflection, with the customer's word for it", () => {
    expect(findJargon("We replace every integral unit.", terms, "en")).toEqual([
      { id: "t1", found: "integral unit", instead: "plug-in cabinets" },
    ]);
    expect(findJargon("Die Technik an jedem POS wird besser.", terms, "de")).toEqual([
      { id: "t2", found: "POS", instead: "Märkte" },
    ]);
  });

  test("is none where the customer says it so himself, or where only a part of the phrase stands", () => {
    expect(findJargon("We replace them by plug-in cabinets.", terms, "en")).toEqual([]);
    expect(findJargon("An integral part of the unit.", terms, "en")).toEqual([]);
    expect(findJargon("Anything", [{ id: "t", term: "x", ourWords: ["", "–"] }], "en")).toEqual([]);
  });
});
