import { describe, expect, it } from "vitest";
import { seed, stagePlan } from "../stage.fixture.ts";
import { createGridFrame, firstSpot, leafCellsBetween, toPlace, toSpot, TOTALS } from "./grid-frame.model.ts";
import { createVisibleGrid } from "./visible-grid.model.ts";

const model = stagePlan({
  plan: [
    seed("perspective", "p", { name: "P" }),
    seed("area", "de", { perspective: "p", name: "De", order: 0 }),
    seed("area", "north", { perspective: "p", name: "North", parent: "de", order: 0 }),
    seed("area", "south", { perspective: "p", name: "South", parent: "de", order: 1 }),
    seed("area", "ro", { perspective: "p", name: "Ro", order: 1 }),
  ],
  library: [
    seed("offering", "cold", { name: "Cold", order: 0 }),
    seed("offering", "rooms", { name: "Rooms", parent: "cold", order: 0 }),
    seed("offering", "racks", { name: "Racks", parent: "cold", order: 1 }),
    seed("offering", "audit", { name: "Audit", order: 1 }),
  ],
}).model();
const frameOf = (areas: string[], offerings: string[]) =>
  createGridFrame(
    model,
    createVisibleGrid(model.areas, model.offerings, {
      collapsedAreas: new Set(areas),
      collapsedOfferings: new Set(offerings),
    }),
    { unmatchedRow: false, unmatchedColumn: false, coverage: true },
  );
const open = frameOf([], []);

describe("the place of the keyboard", () => {
  it("begins at the first cell and goes there and back", () => {
    expect(firstSpot(open)).toEqual({ row: "de", column: "rooms" });
    for (let row = -2; row < open.rowIds.length; row += 1)
      for (let column = 0; column < open.columnIds.length; column += 1)
        expect(toPlace(toSpot({ row, column }, open), open)).toEqual({ row, column });
  });

  it("stays with what stands for a cell whose row or column is folded", () => {
    const folded = frameOf(["de"], ["cold"]);
    expect(toPlace({ row: "south", column: "racks" }, folded)).toEqual({ row: 0, column: 1 });
    expect(toPlace({ row: "de", column: "cold" }, open)).toEqual({ row: 0, column: 1 });
    expect(toPlace({ row: "gone", column: "gone" }, open)).toEqual({ row: 0, column: 0 });
  });
});

describe("a range", () => {
  it("holds the leaf cells between its corners, whichever corner came first", () => {
    const [one, other] = [
      { row: "de", column: "rooms" },
      { row: "south", column: "racks" },
    ];
    const expected = ["north rooms", "north racks", "south rooms", "south racks"];
    const between = (from: typeof one, to: typeof one) =>
      leafCellsBetween(from, to, open).map((cell) => `${cell.area} ${cell.offering}`);
    expect(between(one, other)).toEqual(expected);
    expect(between(other, one)).toEqual(expected);
  });

  it("leaves out totals and coverage", () => {
    expect(
      leafCellsBetween({ row: "ro", column: "audit" }, { row: TOTALS, column: "frame:coverage" }, open),
    ).toEqual([{ area: "ro", offering: "audit" }]);
  });
});
