import type { Level } from "@sweetspot/white-space";
import type { VisibleGrid } from "./visible-grid.model.ts";

/**
 * A place in the treegrid. Rows count from 0; header rows have negative numbers, -1 is the lowest of them. Column 0
 * holds the row headers, offerings start at 1.
 */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The outer measures of the grid, all that moving about needs. */
export interface GridShape {
  /** Body rows, the unmatched row and the totals included. */
  readonly rows: number;
  /** Columns, the row headers, the unmatched column and the coverage included. */
  readonly columns: number;
  readonly headers: VisibleGrid["headers"];
  /** What a row header would do: undefined where a row has nothing to expand. */
  readonly expanded: (row: number) => boolean | undefined;
  /** The row above in the tree, or undefined at the top. */
  readonly parentRow: (row: number) => number | undefined;
  /** Rows a page key jumps over. */
  readonly page: number;
  readonly painting: boolean;
}

/** What a key asks for. */
export type GridCommand =
  | { readonly kind: "move"; readonly to: Place }
  | { readonly kind: "extend"; readonly to: Place }
  | { readonly kind: "toggle-row"; readonly row: number; readonly expand: boolean }
  | { readonly kind: "toggle-column"; readonly id: string; readonly expand: boolean }
  | { readonly kind: "set-level"; readonly level: Exclude<Level, "not-possible"> }
  | { readonly kind: "not-possible" }
  | { readonly kind: "hand-back" }
  | { readonly kind: "paint" }
  | { readonly kind: "open" }
  | { readonly kind: "cancel" }
  | { readonly kind: "toggle-painting" };

export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or Command on a Mac. */
  readonly control: boolean;
  readonly alt: boolean;
}

const LEVEL_KEYS: Readonly<Record<string, Exclude<Level, "not-possible">>> = {
  "0": "none",
  "1": "weak",
  "2": "present",
  "3": "strong",
};

/**
 * The treegrid's keys after the ARIA Authoring Practices: one tab stop, arrows move by cell, Left and Right on a row
 * header collapse and expand. Beyond the pattern: 0 to 3 set a level, X marks "not possible", Delete hands a cell back,
 * P toggles painting. Undefined: the key is not ours and the page may have it.
 */
export function toGridCommand(press: KeyPress, at: Place, shape: GridShape): GridCommand | undefined {
  if (press.alt) return undefined;
  const moved = moveOf(press, at, shape);
  if (moved) return moved;
  if (press.control) return undefined;
  if (at.row < 0) return headerCommand(press, at, shape);
  if (at.column === 0) return rowHeaderCommand(press, at, shape);
  return cellCommand(press, shape);
}

function moveOf(press: KeyPress, at: Place, shape: GridShape): GridCommand | undefined {
  const horizontal = press.key === "ArrowLeft" || press.key === "ArrowRight";
  if (at.column === 0 && at.row >= 0 && horizontal && !press.control && !press.shift) {
    const tree = treeMove(press.key === "ArrowRight", at, shape);
    if (tree) return tree;
  }
  const target = targetOf(press, at, shape);
  if (!target) return undefined;
  const to = clamp(target, shape);
  const inBody = at.row >= 0 && at.column > 0 && to.row >= 0 && to.column > 0;
  if (press.shift && !inBody) return undefined;
  return { kind: press.shift ? "extend" : "move", to };
}

/** Right expands, then goes in; Left collapses, then goes to the row above in the tree. */
function treeMove(right: boolean, at: Place, shape: GridShape): GridCommand | undefined {
  const expanded = shape.expanded(at.row);
  if (right && expanded === false) return { kind: "toggle-row", row: at.row, expand: true };
  if (!right && expanded === true) return { kind: "toggle-row", row: at.row, expand: false };
  const parent = right ? undefined : shape.parentRow(at.row);
  return parent === undefined ? undefined : { kind: "move", to: { row: parent, column: 0 } };
}

function targetOf(press: KeyPress, at: Place, shape: GridShape): Place | undefined {
  const first = at.row < 0 ? at.row : 0;
  switch (press.key) {
    case "ArrowUp":
      return press.control ? { ...at, row: Math.min(at.row, 0) } : stepUp(at, shape);
    case "ArrowDown":
      return press.control ? { ...at, row: shape.rows - 1 } : stepDown(at, shape);
    case "ArrowLeft":
      return press.control ? { ...at, column: 0 } : { ...at, column: stepBeside(at, shape, -1) };
    case "ArrowRight":
      return press.control
        ? { ...at, column: shape.columns - 1 }
        : { ...at, column: stepBeside(at, shape, 1) };
    case "Home":
      return press.control ? { row: 0, column: 0 } : { ...at, column: 0 };
    case "End":
      return press.control
        ? { row: shape.rows - 1, column: shape.columns - 1 }
        : { ...at, column: shape.columns - 1 };
    case "PageUp":
      return { ...at, row: Math.max(first, at.row - shape.page) };
    case "PageDown":
      return { ...at, row: at.row + shape.page };
    default:
      return undefined;
  }
}

/** From a header, one step up leads to the header above it. */
function stepUp(at: Place, shape: GridShape): Place {
  const line = shape.headers.length + Math.min(at.row, 0);
  const above = headerAt(shape, line - 1, at.column);
  if (at.row > 0) return { ...at, row: at.row - 1 };
  return above ? { row: above.line - shape.headers.length, column: at.column } : at;
}

function stepDown(at: Place, shape: GridShape): Place {
  if (at.row >= 0) return { ...at, row: at.row + 1 };
  const here = headerAt(shape, shape.headers.length + at.row, at.column);
  const next = here ? here.line + here.lineSpan - shape.headers.length : 0;
  return { ...at, row: Math.min(0, next) };
}

function stepBeside(at: Place, shape: GridShape, step: 1 | -1): number {
  if (at.row >= 0) return at.column + step;
  const here = headerAt(shape, shape.headers.length + at.row, at.column);
  if (!here) return at.column + step;
  return step < 0 ? here.column : here.column + here.columnSpan + 1;
}

/** The header cell that covers a header row at a column of the grid (row headers are column 0). */
export const headerAt = (shape: Pick<GridShape, "headers">, line: number, column: number) =>
  shape.headers
    .flat()
    .find(
      (cell) =>
        cell.column + 1 <= column &&
        column < cell.column + 1 + cell.columnSpan &&
        cell.line <= line &&
        line < cell.line + cell.lineSpan,
    );

const clamp = (place: Place, shape: GridShape): Place => ({
  row: Math.max(-shape.headers.length, Math.min(shape.rows - 1, place.row)),
  column: Math.max(0, Math.min(shape.columns - 1, place.column)),
});

function headerCommand(press: KeyPress, at: Place, shape: GridShape): GridCommand | undefined {
  const header = headerAt(shape, shape.headers.length + at.row, at.column);
  if (!header?.expandable) return undefined;
  const { id } = header.node;
  if (press.key === "Enter" || press.key === " ")
    return { kind: "toggle-column", id, expand: !header.expanded };
  if (press.key === "+") return { kind: "toggle-column", id, expand: true };
  if (press.key === "-") return { kind: "toggle-column", id, expand: false };
  return undefined;
}

function rowHeaderCommand(press: KeyPress, at: Place, shape: GridShape): GridCommand | undefined {
  const expanded = shape.expanded(at.row);
  if (expanded === undefined) return undefined;
  if (press.key === "Enter" || press.key === " ")
    return { kind: "toggle-row", row: at.row, expand: !expanded };
  if (press.key === "+") return { kind: "toggle-row", row: at.row, expand: true };
  if (press.key === "-") return { kind: "toggle-row", row: at.row, expand: false };
  return undefined;
}

function cellCommand(press: KeyPress, shape: GridShape): GridCommand | undefined {
  const level = LEVEL_KEYS[press.key];
  if (level) return { kind: "set-level", level };
  switch (press.key) {
    case "x":
    case "X":
      return { kind: "not-possible" };
    case "Delete":
    case "Backspace":
      return { kind: "hand-back" };
    case " ":
      return shape.painting ? { kind: "paint" } : { kind: "open" };
    case "Enter":
    case "F2":
      return { kind: "open" };
    case "p":
    case "P":
      return { kind: "toggle-painting" };
    case "Escape":
      return { kind: "cancel" };
    default:
      return undefined;
  }
}
