import * as fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOf } from "./difference.model.ts";

test("two versions are split where their words part", () => {
  expect(
    differenceOf(
      "You open stores and still halve your emissions.",
      "You open stores and keep lowering your emissions.",
    ),
  ).toEqual({
    start: "You open stores and ",
    mine: "still halve",
    theirs: "keep lowering",
    end: " your emissions.",
  });
});

test("put together again, the parts are the texts", () => {
  const words = fc
    .array(fc.constantFrom("a", "b", " ", "\n", "c"), { maxLength: 12 })
    .map((list) => list.join(""));
  fc.assert(
    fc.property(words, words, (mine, theirs) => {
      const parts = differenceOf(mine, theirs);
      expect(parts.start + parts.mine + parts.end).toBe(mine);
      expect(parts.start + parts.theirs + parts.end).toBe(theirs);
    }),
  );
});
