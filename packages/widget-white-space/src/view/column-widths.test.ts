import { expect, test } from "vitest";
import { seed, stagePlan } from "../stage.fixture.ts";
import { columnWidths, gridWidth } from "./column-widths.ts";
import { createGridFrame } from "../model/grid-frame.model.ts";
import { createVisibleGrid } from "../model/visible-grid.model.ts";

const nothing = new Set<string>();

/** Widths of a grid of these areas (with the second below the first) and offerings. */
function widthsOf(offerings: readonly string[], areas: readonly string[] = ["North", "South"]) {
  const [first, ...below] = areas;
  const model = stagePlan({
    plan: [
      seed("perspective", "regions", { name: "Regions" }),
      seed("area", "top", { perspective: "regions", name: first ?? "" }),
      ...below.map((name, order) =>
        seed("area", `area-${String(order)}`, { perspective: "regions", name, order, parent: "top" }),
      ),
    ],
    library: offerings.map((name, order) => seed("offering", `offering-${String(order)}`, { name, order })),
  }).model();
  const visible = createVisibleGrid(model.areas, model.offerings, {
    collapsedAreas: nothing,
    collapsedOfferings: nothing,
  });
  const parts = { unmatchedRow: false, unmatchedColumn: false, coverage: true };
  return columnWidths(createGridFrame(model, visible, parts), model);
}

test("a column is wide enough for its longest word, and no other column is wider for it", () => {
  const [, short, long] = widthsOf(["Audit", "Fund administration"]);
  expect(long).toBeGreaterThan(short ?? 0);
  // "administration", 14 letters of at least 6 pixels.
  expect(long).toBeGreaterThan(14 * 6);
});

test("a word that is divided anyway makes its column no wider than the longest whole word", () => {
  const [, whole, divided] = widthsOf(["nnnnnnnnnnnnnn", "n".repeat(60)]);
  expect(divided).toBe(whole);
});

test("more digits in a count make room for themselves beside the bars", () => {
  const [, few] = widthsOf(["Audit"]);
  const [, many] = widthsOf(
    ["Audit"],
    ["Top", ...Array.from({ length: 120 }, (_, index) => `Area ${index}`)],
  );
  expect(many).toBeGreaterThan(few ?? 0);
});

test("names take what they need between a least and a most, and the whole is the sum with its gaps", () => {
  const [least] = widthsOf(["Audit"], ["A", "B"]);
  const widths = widthsOf(["Audit"], ["A", "An area with a name that takes more than one line"]);
  const [most] = widths;
  expect(least).toBeLessThan(most ?? 0);
  expect(most).toBeLessThanOrEqual(190);
  expect(gridWidth(widths)).toBe(widths.reduce((sum, width) => sum + width + 3, 3));
});
