import { expect, test } from "vitest";
import manifest from "../../widget.json" with { type: "json" };
import { FIRST_STATE, toFirstState } from "./grid-state.ts";

test("a rep begins where the admin chose, and by default with levels of everything", () => {
  expect(toFirstState({})).toEqual(FIRST_STATE);
  expect(toFirstState({ lens: "money", suggestions: true })).toMatchObject({
    lens: "money",
    filter: { suggested: true },
  });
  expect(toFirstState({ lens: "nonsense" }).lens).toBe("level");
});

test("what widget.json says is the default is the default", () => {
  const defaults = Object.entries(manifest.options).map(([name, option]) => [name, option.default]);
  expect(toFirstState(Object.fromEntries(defaults))).toEqual(FIRST_STATE);
});
