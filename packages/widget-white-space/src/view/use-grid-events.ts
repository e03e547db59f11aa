import { type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject, useRef } from "react";
import { firstSpot, type Spot, toPlace, toShape, toSpot } from "../model/grid-frame.model.ts";
import { type GridCommand, type Place, toGridCommand } from "../model/treegrid-keys.model.ts";
import type { Cursor } from "./cursor.ts";
import { openAt, paintCells, runCommand } from "./grid-commands.ts";
import type { CellAt } from "./grid-state.ts";
import { useGridFocus } from "./use-grid-focus.ts";
import { type PaintStroke, usePaintStroke } from "./use-paint-stroke.ts";
import type { Workspace } from "./use-workspace.ts";

/** Rows a page key jumps over. */
const PAGE = 10;

/** Rows of a long grid come and go. */
export interface DrawnRows {
  readonly isDrawn: (row: number) => boolean;
  readonly scrollTo: (row: number) => void;
}

export interface GridEvents {
  /** The place in the tab order. */
  readonly active: Spot;
  readonly place: Place;
  readonly stroke: PaintStroke;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onMouseDown: (event: MouseEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

/** Keys, clicks and strokes on the treegrid; the listeners sit on the table, cells have none. */
export function useGridEvents(
  workspace: Workspace,
  cursor: Cursor,
  table: RefObject<HTMLTableElement | null>,
  rows: DrawnRows,
): GridEvents {
  const { model, frame, state, dispatch } = workspace;
  const active = cursor.active ?? firstSpot(frame);
  const place = toPlace(active, frame);
  const shape = toShape(frame, model, PAGE, state.brush !== undefined);
  const focus = useGridFocus(table, active, rows.isDrawn(place.row));
  const painted = useRef(false);

  const spotOf = (target: EventTarget | null): Spot | undefined => {
    const cell = (target as Element | null)?.closest<HTMLElement>("[data-column]");
    const row = cell?.closest<HTMLElement>("[data-row],[data-line]");
    if (!cell || !row) return undefined;
    const column = Number(cell.dataset["column"]);
    const line = cell.dataset["line"];
    const number = line === undefined ? Number(row.dataset["row"]) : Number(line) - frame.lines;
    return toSpot({ row: number, column }, frame);
  };
  const leafAt = (target: EventTarget): CellAt | undefined => {
    const spot = spotOf(target);
    const row = spot && model.areas.byId.get(spot.row);
    const column = spot && model.offerings.byId.get(spot.column);
    const leaf = row?.children.length === 0 && column?.children.length === 0;
    return leaf ? { area: row.id, offering: column.id } : undefined;
  };
  const stroke = usePaintStroke(state.brush, leafAt, (cells) => {
    painted.current = true;
    if (state.brush !== undefined) paintCells(workspace, cells, state.brush, state.brushReason);
  });

  const run = (command: GridCommand, from: Spot): void => {
    if (command.kind === "move" || command.kind === "extend") {
      focus.request(toSpot(command.to, frame));
      rows.scrollTo(command.to.row);
    }
    runCommand(workspace, command, from);
  };

  return {
    active,
    place,
    stroke,
    onKeyDown: (event) => {
      const command = toGridCommand(
        {
          key: event.key,
          shift: event.shiftKey,
          control: event.ctrlKey || event.metaKey,
          alt: event.altKey,
        },
        place,
        shape,
      );
      if (!command) return;
      const nothingToCancel = !cursor.anchor && state.brush === undefined && !state.opened;
      if (command.kind === "cancel" && nothingToCancel) return;
      event.preventDefault();
      run(command, active);
    },
    onMouseDown: (event) => {
      // A stroke over several cells ends without a click on any of them; the next click must not be taken for it.
      painted.current = false;
      // A range by mouse: the focus stays where the range begins.
      if (event.shiftKey) event.preventDefault();
    },
    // Screen readers bring the focus to cells by themselves: the tab stop follows.
    onFocus: (event) => {
      const spot = spotOf(event.target);
      if (spot && (spot.row !== active.row || spot.column !== active.column))
        dispatch({ kind: "moved", to: spot });
    },
    onClick: (event) => {
      const spot = spotOf(event.target);
      if (!spot) return;
      if (event.shiftKey) {
        dispatch({ kind: "extended", from: active, to: spot });
        return;
      }
      dispatch({ kind: "moved", to: spot });
      const at = toPlace(spot, frame);
      if (at.row < 0 || at.column === 0) {
        const command = toGridCommand({ key: "Enter", shift: false, control: false, alt: false }, at, shape);
        if (command) runCommand(workspace, command, spot);
      } else if (!painted.current) openAt(workspace, spot, "pointer");
      painted.current = false;
    },
  };
}
