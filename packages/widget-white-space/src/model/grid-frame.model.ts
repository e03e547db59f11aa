import type { Axis, GridModel } from "@sweetspot/white-space-plan";
import type { GridShape, Place } from "./treegrid-keys.model.ts";
import type { VisibleGrid } from "./visible-grid.model.ts";

/** Rows and columns that are no area or offering. */
export const NAMES = "frame:names";
export const UNMATCHED = "frame:unmatched";
export const TOTALS = "frame:totals";
export const COVERAGE = "frame:coverage";

/** All rows and columns on the screen by id, in their order: what the keyboard moves over. */
export interface GridFrame {
  readonly visible: VisibleGrid;
  readonly areas: Axis;
  readonly offerings: Axis;
  readonly rowIds: readonly string[];
  readonly columnIds: readonly string[];
  /** Header rows above the body. */
  readonly lines: number;
}

/** A place that survives rows coming and going. Header rows are `header:<line>`. */
export interface Spot {
  readonly row: string;
  readonly column: string;
}

export interface FrameParts {
  readonly unmatchedRow: boolean;
  readonly unmatchedColumn: boolean;
  readonly coverage: boolean;
}

export const createGridFrame = (
  axes: Pick<GridModel, "areas" | "offerings">,
  visible: VisibleGrid,
  parts: FrameParts,
): GridFrame => ({
  visible,
  areas: axes.areas,
  offerings: axes.offerings,
  rowIds: [...visible.rows.map((row) => row.node.id), ...(parts.unmatchedRow ? [UNMATCHED] : []), TOTALS],
  columnIds: [
    NAMES,
    ...visible.columns.map((column) => column.node.id),
    ...(parts.unmatchedColumn ? [UNMATCHED] : []),
    ...(parts.coverage ? [COVERAGE] : []),
  ],
  lines: visible.headers.length,
});

const HEADER = "header:";

export const toSpot = (place: Place, frame: GridFrame): Spot => ({
  row: place.row < 0 ? `${HEADER}${frame.lines + place.row}` : (frame.rowIds[place.row] ?? TOTALS),
  column: frame.columnIds[place.column] ?? NAMES,
});

/** The place of a spot now. Where its row or column was folded or unfolded, the one that stands for it. */
export function toPlace(spot: Spot, frame: GridFrame): Place {
  const column = placeIn(frame.columnIds, spot.column, frame.offerings);
  if (spot.row.startsWith(HEADER)) {
    const line = Math.min(Number(spot.row.slice(HEADER.length)), frame.lines - 1);
    return { row: line - frame.lines, column };
  }
  return { row: placeIn(frame.rowIds, spot.row, frame.areas), column };
}

function placeIn(ids: readonly string[], wanted: string, axis: Axis): number {
  const found = ids.indexOf(wanted);
  if (found !== -1) return found;
  const leaves = new Set(axis.byId.get(wanted)?.leaves);
  const related = ids.findIndex((id) => axis.byId.get(id)?.leaves.some((leaf) => leaves.has(leaf)) === true);
  return Math.max(0, related);
}

/** Where the tab key enters a grid nobody has been in yet: the first cell. */
export const firstSpot = (frame: GridFrame): Spot => toSpot({ row: 0, column: 1 }, frame);

export function toShape(frame: GridFrame, model: GridModel, page: number, painting: boolean): GridShape {
  const { rows, headers } = frame.visible;
  return {
    rows: frame.rowIds.length,
    columns: frame.columnIds.length,
    headers,
    expanded: (row) => {
      const node = rows[row];
      return node?.expandable === true ? node.expanded : undefined;
    },
    parentRow: (row) => {
      const parent = rows[row]?.node.parent;
      const found = parent === undefined ? -1 : rows.findIndex((item) => item.node.id === parent);
      return found === -1 ? undefined : found;
    },
    page,
    painting: painting && model.areas.nodes.length > 0,
  };
}

/** The leaf cells in the rectangle between two spots, corners included; roll-ups and frame cells are left out. */
export function leafCellsBetween(
  one: Spot,
  other: Spot,
  frame: GridFrame,
): { readonly area: string; readonly offering: string }[] {
  const [from, to] = [toPlace(one, frame), toPlace(other, frame)];
  const rows = frame.visible.rows.slice(Math.min(from.row, to.row), Math.max(from.row, to.row) + 1);
  const first = Math.min(from.column, to.column) - 1;
  const columns = frame.visible.columns.slice(Math.max(0, first), Math.max(from.column, to.column));
  return rows
    .filter((row) => row.node.children.length === 0)
    .flatMap((row) =>
      columns
        .filter((column) => column.node.children.length === 0)
        .map((column) => ({ area: row.node.id, offering: column.node.id })),
    );
}
