import { describe, expect, test } from "vitest";
import { findOwnWords } from "./find-own-words.ts";

const LANGUAGE = {
  terms: [{ id: "cabinet", term: "cabinet" }],
  quotes: [{ id: "note", text: "“The target in the annual report keeps me awake, not the price.”" }],
};
const wordsIn = (text: string) => findOwnWords(text, LANGUAGE, "en").map(({ found, from }) => [found, from]);

describe("the customer's own words", () => {
  test("are terms of his in any inflection, and what he said in a row", () => {
    expect(wordsIn("New cabinets bring the target in the annual report within reach.")).toEqual([
      ["cabinets", "cabinet"],
      ["the target in the annual report", "note"],
    ]);
  });

  test("are not two words that stand together by chance, nor grammar alone", () => {
    expect(wordsIn("An annual report is due.")).toEqual([]);
    expect(wordsIn("It is not the one in the end.")).toEqual([]);
  });

  test("stand where they are said to stand, emoji and foreign scripts before them or not", () => {
    const text = "🚀 مرحبا: cabinets";
    const [found] = findOwnWords(text, LANGUAGE, "en");
    expect(text.slice(found?.start, found?.end)).toBe("cabinets");
  });

  test("never lie within one another", () => {
    const quotes = [{ id: "q", text: "Cabinets that plug in anywhere" }];
    const found = findOwnWords("Cabinets that plug in.", { ...LANGUAGE, quotes }, "en");
    expect(found.map(({ from }) => from)).toEqual(["cabinet"]);
  });
});
