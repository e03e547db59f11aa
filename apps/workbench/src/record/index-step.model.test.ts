import { expect, test } from "vitest";
import { indexStep } from "./index-step.model.ts";

test.each([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 2, 0],
  ["ArrowLeft", 0, 2],
  ["Home", 2, 0],
  ["End", 0, 2],
  ["Enter", 0, undefined],
] as const)("%s leads from entry %i to %s of three", (key, at, next) => {
  expect(indexStep(key, at, 3)).toBe(next);
});

test("keys lead nowhere where there is no entry", () => {
  expect(indexStep("End", -1, 0)).toBeUndefined();
});
