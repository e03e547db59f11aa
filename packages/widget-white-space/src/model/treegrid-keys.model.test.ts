import { describe, expect, it, test } from "vitest";
import { toRecordId } from "@sweetspot/contract";
import { createAxis } from "@sweetspot/white-space-plan";
import { type GridShape, type KeyPress, type Place, toGridCommand } from "./treegrid-keys.model.ts";
import { createVisibleGrid } from "./visible-grid.model.ts";

const item = (record: string, parent?: string) => ({
  record: toRecordId(record),
  name: record,
  parent: parent === undefined ? undefined : toRecordId(parent),
  order: undefined,
});

/** Rows: germany (open) › north, south; poland (folded). Columns: cooling › cabinets, rooms; audit. */
const areas = createAxis([
  item("germany"),
  item("north", "germany"),
  item("south", "germany"),
  item("poland"),
  item("warsaw", "poland"),
]);
const offerings = createAxis([
  item("audit"),
  item("cooling"),
  item("cabinets", "cooling"),
  item("rooms", "cooling"),
]);
const visible = createVisibleGrid(areas, offerings, {
  collapsedAreas: new Set(["poland"]),
  collapsedOfferings: new Set(),
});
const shape: GridShape = {
  // Four areas and the totals; names, three offerings, coverage.
  rows: 5,
  columns: 5,
  headers: visible.headers,
  expanded: (row) => {
    const node = visible.rows[row];
    return node?.expandable === true ? node.expanded : undefined;
  },
  parentRow: (row) => (row === 1 || row === 2 ? 0 : undefined),
  page: 3,
  painting: false,
};

const press = (text: string): KeyPress => {
  const parts = text.split("+").filter(Boolean);
  const key = text.endsWith("+") ? "+" : (parts.at(-1) ?? "");
  return {
    key: key === "Space" ? " " : key,
    shift: parts.includes("Shift"),
    control: parts.includes("Ctrl"),
    alt: parts.includes("Alt"),
  };
};
const run = (keys: string, row: number, column: number, other: Partial<GridShape> = {}) =>
  toGridCommand(press(keys), { row, column }, { ...shape, ...other });
const to = (row: number, column: number): { kind: "move"; to: Place } => ({
  kind: "move",
  to: { row, column },
});

test("the stage has the headers it is told by", () => {
  expect(
    visible.headers.map((line) =>
      line.map((cell) => [cell.node.name, cell.column, cell.columnSpan, cell.lineSpan]),
    ),
  ).toEqual([
    [
      ["audit", 0, 1, 2],
      ["cooling", 1, 2, 1],
    ],
    [
      ["cabinets", 1, 1, 1],
      ["rooms", 2, 1, 1],
    ],
  ]);
});

describe("moving by cell", () => {
  it.each([
    ["ArrowRight", 1, 1, to(1, 2)],
    ["ArrowLeft", 1, 1, to(1, 0)],
    ["ArrowDown", 1, 1, to(2, 1)],
    ["ArrowUp", 1, 1, to(0, 1)],
    ["ArrowDown", 4, 1, to(4, 1)],
    ["ArrowRight", 1, 4, to(1, 4)],
    ["Home", 2, 3, to(2, 0)],
    ["End", 2, 1, to(2, 4)],
    ["Ctrl+Home", 3, 3, to(0, 0)],
    ["Ctrl+End", 0, 1, to(4, 4)],
    ["PageDown", 0, 2, to(3, 2)],
    ["PageDown", 3, 2, to(4, 2)],
    ["PageUp", 4, 2, to(1, 2)],
    ["PageUp", 1, 2, to(0, 2)],
    ["Ctrl+ArrowUp", 3, 2, to(0, 2)],
    ["Ctrl+ArrowDown", 1, 2, to(4, 2)],
    ["Ctrl+ArrowLeft", 1, 2, to(1, 0)],
    ["Ctrl+ArrowRight", 1, 2, to(1, 4)],
  ] as const)("%s at row %i, column %i", (keys, row, column, expected) => {
    expect(run(keys, row, column)).toEqual(expected);
  });
});

describe("row headers", () => {
  it.each([
    ["ArrowLeft", 0, { kind: "toggle-row", row: 0, expand: false }],
    ["ArrowRight", 3, { kind: "toggle-row", row: 3, expand: true }],
    ["ArrowRight", 0, to(0, 1)],
    ["ArrowLeft", 1, to(0, 0)],
    ["ArrowLeft", 3, to(3, 0)],
    ["ArrowRight", 1, to(1, 1)],
    ["Enter", 0, { kind: "toggle-row", row: 0, expand: false }],
    ["Space", 3, { kind: "toggle-row", row: 3, expand: true }],
    ["+", 3, { kind: "toggle-row", row: 3, expand: true }],
    ["-", 0, { kind: "toggle-row", row: 0, expand: false }],
    ["Enter", 1, undefined],
    ["3", 1, undefined],
  ] as const)("%s on row %i", (keys, row, expected) => {
    expect(run(keys, row, 0)).toEqual(expected);
  });
});

describe("column headers", () => {
  it.each([
    ["ArrowUp", 0, 2, to(-1, 2)],
    ["ArrowUp", 0, 1, to(-2, 1)],
    ["ArrowUp", -1, 2, to(-2, 2)],
    ["ArrowUp", -2, 2, to(-2, 2)],
    ["ArrowDown", -2, 2, to(-1, 2)],
    ["ArrowDown", -2, 1, to(0, 1)],
    ["ArrowDown", -1, 3, to(0, 3)],
    ["ArrowRight", -2, 2, to(-2, 4)],
    ["ArrowLeft", -2, 3, to(-2, 1)],
    ["Enter", -2, 2, { kind: "toggle-column", id: "cooling", expand: false }],
    ["-", -2, 3, { kind: "toggle-column", id: "cooling", expand: false }],
    ["Enter", -1, 2, undefined],
    ["2", -2, 2, undefined],
  ] as const)("%s at header row %i, column %i", (keys, row, column, expected) => {
    expect(run(keys, row, column)).toEqual(expected);
  });
});

describe("cells", () => {
  it.each([
    ["0", { kind: "set-level", level: "none" }],
    ["1", { kind: "set-level", level: "weak" }],
    ["2", { kind: "set-level", level: "present" }],
    ["3", { kind: "set-level", level: "strong" }],
    ["x", { kind: "not-possible" }],
    ["X", { kind: "not-possible" }],
    ["Delete", { kind: "hand-back" }],
    ["Backspace", { kind: "hand-back" }],
    ["Enter", { kind: "open" }],
    ["F2", { kind: "open" }],
    ["Space", { kind: "open" }],
    ["p", { kind: "toggle-painting" }],
    ["Escape", { kind: "cancel" }],
    ["4", undefined],
    ["Tab", undefined],
    ["Ctrl+3", undefined],
    ["Ctrl+x", undefined],
    ["Alt+ArrowLeft", undefined],
    ["F5", undefined],
  ] as const)("%s", (keys, expected) => {
    expect(run(keys, 1, 1)).toEqual(expected);
  });

  it("space paints while a brush is in hand", () => {
    expect(run("Space", 1, 1, { painting: true })).toEqual({ kind: "paint" });
  });

  it("shift and arrows stretch a range over cells, never over headers", () => {
    expect(run("Shift+ArrowRight", 1, 1)).toEqual({ kind: "extend", to: { row: 1, column: 2 } });
    expect(run("Shift+ArrowDown", 1, 1)).toEqual({ kind: "extend", to: { row: 2, column: 1 } });
    expect(run("Shift+ArrowLeft", 1, 1)).toBeUndefined();
    expect(run("Shift+ArrowUp", 0, 1)).toBeUndefined();
  });
});
