import { handBackLevels, setLevel, type CellRef } from "../edits/cell-edits.model.ts";
import { leafCellsBetween, NAMES, type Spot, toPlace, toSpot, UNMATCHED } from "../model/grid-frame.model.ts";
import type { GridCommand } from "../model/treegrid-keys.model.ts";
import type { Brush, CellAt, GridState } from "./grid-state.ts";
import type { Workspace } from "./use-workspace.ts";

/** The leaf cells a command is about: the range, or the active cell. */
export function cellsMeant({ cursor, frame }: Workspace, active: Spot): CellAt[] {
  return leafCellsBetween(cursor.get().anchor ?? active, active, frame);
}

export function toRefs({ model }: Workspace, cells: readonly CellAt[]): CellRef[] {
  return cells.flatMap(({ area, offering }) => {
    const row = model.areas.byId.get(area);
    const column = model.offerings.byId.get(offering);
    return row && column ? [{ area: row.record, offering: column.record }] : [];
  });
}

/** Paints cells with a brush, as one step. Cells that have the brush's level by hand already are left alone. */
export function paintCells(
  workspace: Workspace,
  cells: readonly CellAt[],
  brush: Brush,
  reason: string,
): void {
  const { plan, model, edit, author } = workspace;
  if (brush === "hand-back") {
    edit(handBackLevels(plan.cells, toRefs(workspace, cells)));
    return;
  }
  if (brush === "not-possible" && reason.trim() === "") return;
  const open = cells.filter(({ area, offering }) => {
    const cell = model.cell(area, offering);
    return cell.source !== "hand" || cell.level !== brush;
  });
  if (open.length > 0) edit(setLevel(plan.cells, toRefs(workspace, open), brush, author(), reason));
}

/** Does what a key asks for. */
export function runCommand(workspace: Workspace, command: GridCommand, active: Spot): void {
  const { frame, dispatch, state, plan, edit, foldedOfferings } = workspace;
  switch (command.kind) {
    case "move":
      dispatch({ kind: "moved", to: toSpot(command.to, frame) });
      return;
    case "extend":
      dispatch({ kind: "extended", from: active, to: toSpot(command.to, frame) });
      return;
    case "toggle-row": {
      const id = frame.rowIds[command.row];
      if (id !== undefined) dispatch({ kind: "row-toggled", id, expand: command.expand });
      return;
    }
    case "toggle-column":
      dispatch({ kind: "column-toggled", id: command.id, expand: command.expand, folded: foldedOfferings });
      return;
    case "set-level":
      paintCells(workspace, cellsMeant(workspace, active), command.level, "");
      return;
    case "not-possible": {
      const cell = cellsMeant(workspace, active)[0];
      if (cell) dispatch({ kind: "opened", cell, intent: "not-possible" });
      return;
    }
    case "hand-back":
      edit(handBackLevels(plan.cells, toRefs(workspace, cellsMeant(workspace, active))));
      return;
    case "paint":
      if (state.brush !== undefined)
        paintCells(workspace, cellsMeant(workspace, active), state.brush, state.brushReason);
      return;
    case "open":
      openAt(workspace, active, "keyboard");
      return;
    case "toggle-painting":
      dispatch({ kind: "brush-taken", brush: state.brush === undefined ? "strong" : undefined });
      return;
    case "cancel":
      if (workspace.cursor.get().anchor) dispatch({ kind: "range-dropped" });
      else if (state.brush !== undefined) dispatch({ kind: "brush-taken", brush: undefined });
      else if (state.opened) dispatch({ kind: "closed" });
  }
}

/** Opens a leaf cell's panel; a roll-up shows what it is made of, by expanding its row or its columns. */
export function openAt(workspace: Workspace, spot: Spot, by: GridState["openedBy"]): void {
  const { frame, dispatch, foldedOfferings } = workspace;
  if (spot.row === UNMATCHED || spot.column === UNMATCHED) {
    dispatch({ kind: "dialog-opened", dialog: "unmatched" });
    return;
  }
  const place = toPlace(spot, frame);
  const row = frame.visible.rows[place.row];
  const column = frame.visible.columns[place.column - 1];
  if (!row || !column || spot.column === NAMES) return;
  if (row.expandable) dispatch({ kind: "row-toggled", id: row.node.id, expand: !row.expanded });
  else if (column.expandable)
    dispatch({ kind: "column-toggled", id: column.node.id, expand: true, folded: foldedOfferings });
  else dispatch({ kind: "opened", cell: { area: row.node.id, offering: column.node.id }, by });
}
