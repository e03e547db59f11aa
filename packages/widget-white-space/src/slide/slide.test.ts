import { goldenFoodRetailer } from "@sweetspot/fixtures";
import JSZip from "jszip";
import { expect, test } from "vitest";
import { createGridFrame } from "../model/grid-frame.model.ts";
import { createVisibleGrid } from "../model/visible-grid.model.ts";
import { goldenSeeds, stagePlan } from "../stage.fixture.ts";
import type { CellText } from "../view/use-cell-text.ts";
import { MOST_ROWS, toSlideGrid } from "./slide-grid.model.ts";
import { toSlide } from "./to-slide.ts";

const text = {
  name: (node) => node.name,
  path: (node) => node.path.join(" › "),
  word: (level) => level,
  mark: ({ kind, evidence }) => `${kind === "new" ? "+" : "↑"}${String(evidence)}`,
} as CellText;
const words = {
  area: "Regions",
  covered: "Covered",
  coveredOf: (covered: number, possible: number) => `${String(covered)} of ${String(possible)}`,
  next: "Where next",
  more: (areas: number, offerings: number) => `${String(areas)} more, ${String(offerings)} more`,
};

function slideGrid(areas = 0) {
  const { plan, library } = goldenSeeds(goldenFoodRetailer);
  const perspective = String(plan.find(({ type }) => type === "perspective")?.id);
  const more = Array.from({ length: areas }, (_, index) => ({
    type: "area",
    id: `more-${String(index)}`,
    fields: { perspective, name: `<b>Area</b> ${String(index)}`, order: 100 + index },
  }));
  const model = stagePlan({ plan: [...plan, ...more], library }).model();
  const visible = createVisibleGrid(model.areas, model.offerings, {
    collapsedAreas: new Set(),
    collapsedOfferings: new Set(),
    areas: undefined,
    offerings: undefined,
  });
  const frame = createGridFrame(model, visible, {
    unmatchedRow: false,
    unmatchedColumn: false,
    coverage: true,
  });
  return toSlideGrid({ model, frame }, { text, title: "White space", day: "22 Nov 2026", words });
}

test("the slide is one table with every text a text, and no picture", async () => {
  const grid = slideGrid(2);
  const archive = await JSZip.loadAsync(await (await toSlide(grid)).arrayBuffer());
  const slides = Object.keys(archive.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/u.test(name));
  expect(slides).toHaveLength(1);
  const xml = (await archive.file(slides[0] ?? "")?.async("string")) ?? "";
  expect(xml.match(/<a:tr /g)).toHaveLength(grid.rows.length + 1);
  expect(xml.match(/<a:gridCol /g)).toHaveLength(grid.head.length);
  expect(xml).toContain("&lt;b&gt;Area&lt;/b&gt; 1");
  expect(xml).toContain("Where next");
  expect(xml).not.toContain("<p:pic>");
});

test("what a slide cannot hold is said in figures", () => {
  expect(slideGrid().more).toBeUndefined();
  const grid = slideGrid(40);
  expect(grid.rows).toHaveLength(MOST_ROWS);
  expect(grid.more).toMatch(/^\d\d more, 0 more$/);
});
