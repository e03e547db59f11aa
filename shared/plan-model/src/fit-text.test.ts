import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fitText } from "./fit-text.ts";

test("a text that fits stays as it is; a longer one ends with its last whole character", () => {
  expect(fitText("abc", 3)).toBe("abc");
  expect(fitText("abcd", 3)).toBe("abc");
  expect(fitText("ab🧊", 3)).toBe("ab");
  expect(fitText("a🧊b", 3)).toBe("a🧊");
});

/** Half of a character that takes two code units. */
const LONELY = /\p{Cs}/u;

test("what is left always fits, is a beginning, and is well formed", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), (whole, max) => {
      const cut = fitText(whole, max);
      expect(cut.length).toBeLessThanOrEqual(max);
      expect(whole.startsWith(cut)).toBe(true);
      expect(cut).not.toMatch(LONELY);
    }),
  );
});
