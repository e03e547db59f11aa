import { expect, test } from "vitest";
import { dndKitPlugin } from "./dnd-kit-plugin.ts";

const CORE = "/node_modules/@dnd-kit/core/dist/core.esm.js";

/** What the plugin makes of a module; undefined where it leaves it alone. */
const transformed = (code: string, id: string): string | undefined => {
  const { transform } = dndKitPlugin();
  if (typeof transform !== "function") throw new Error("The plugin has no transform function.");
  const result = (transform as (code: string, id: string) => { code: string } | undefined)(code, id);
  return result?.code;
};

test("dnd-kit watches its own root, not the page", () => {
  expect(transformed("mutationObserver.observe(document.body, { childList: true });", CORE)).toBe(
    "mutationObserver.observe(element.getRootNode(), { childList: true });",
  );
});

test("a dnd-kit that is written differently fails the build", () => {
  expect(() => transformed("watcher.watch(document.body);", CORE)).toThrow(/in another way/);
});

test("other code is left alone", () => {
  expect(transformed("mutationObserver.observe(document.body, {});", "/src/mine.js")).toBeUndefined();
  expect(transformed("export const nothing = 0;", CORE)).toBeUndefined();
});
