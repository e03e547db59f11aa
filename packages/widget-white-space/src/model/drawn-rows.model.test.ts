import { goldenAirline } from "@sweetspot/fixtures";
import { toRecordId } from "@sweetspot/contract";
import type { GridModel } from "@sweetspot/white-space-plan";
import { expect, test } from "vitest";
import { setLevel } from "../edits/cell-edits.model.ts";
import { goldenSeeds, ME, stagePlan } from "../stage.fixture.ts";
import { createRowDrawer, type DrawnRow } from "./drawn-rows.model.ts";
import { createGridFrame } from "./grid-frame.model.ts";
import { createVisibleGrid } from "./visible-grid.model.ts";

const nothing = new Set<string>();

function inputOf(model: GridModel, collapsedOfferings: ReadonlySet<string> = nothing) {
  const visible = createVisibleGrid(model.areas, model.offerings, {
    collapsedAreas: nothing,
    collapsedOfferings,
  });
  const frame = createGridFrame(model, visible, {
    unmatchedRow: false,
    unmatchedColumn: false,
    coverage: true,
  });
  return { model, frame, passes: undefined, money: undefined };
}

/** "berlin|de-icing" of all cells that are other objects than before. */
const changed = (before: readonly DrawnRow[], after: readonly DrawnRow[]): string[] =>
  after.flatMap((row, line) =>
    row.cells.flatMap((cell, place) => (cell === before[line]?.cells[place] ? [] : [cell.cell.key])),
  );

test("a level set in a cell changes that cell and those it is evidence for; all others stay as they are", () => {
  const stage = stagePlan(goldenSeeds(goldenAirline));
  const draw = createRowDrawer();
  const before = draw(inputOf(stage.model()));
  const [row] = before;
  const cell = row?.cells.find((drawn) => drawn.cell.leaf && drawn.cell.level === "none");
  if (!row || !cell) throw new Error("The figure has a row with a cell of level none.");
  const { area, offering } = cell.cell;
  const edited = stage.after(
    setLevel(stage.plan.cells, [{ area: area.record, offering: offering.record }], "strong", ME),
  );
  const after = draw(inputOf(edited.model()));
  expect(changed(before, after)).toContain(cell.cell.key);
  expect(changed(before, after).every((key) => key.endsWith(`|${offering.id}`))).toBe(true);
});

test("nothing is drawn anew where nothing looks different", () => {
  const stage = stagePlan(goldenSeeds(goldenAirline));
  const draw = createRowDrawer();
  const before = draw(inputOf(stage.model()));
  const again = draw(inputOf(stagePlan(goldenSeeds(goldenAirline)).model()));
  expect(again.every((row, line) => row === before[line])).toBe(true);
});

test("a folded column is another cell, and a row that folds looks different", () => {
  const model = stagePlan(goldenSeeds(goldenAirline)).model();
  const draw = createRowDrawer();
  const before = draw(inputOf(model));
  const top = model.offerings.nodes.find((node) => node.children.length > 0 && node.depth === 0);
  const after = draw(inputOf(model, new Set([toRecordId(top?.id ?? "")])));
  expect(after[0]).not.toBe(before[0]);
  expect(after[0]?.cells.some(({ cell }) => cell.offering.id === top?.id)).toBe(true);
});
