import type { CellModel } from "@sweetspot/white-space-plan";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import type { Workspace } from "./use-workspace.ts";

export interface OpenedPanel {
  /** The cell whose panel is open, if it is still in the grid. */
  readonly cell: CellModel | undefined;
  readonly takeFocus: boolean;
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
  readonly open: (cell: CellModel) => void;
  /** Closes the panel; the focus returns to its cell. */
  readonly close: () => void;
}

export function useOpenedPanel(workspace: Workspace, table: RefObject<HTMLTableElement | null>): OpenedPanel {
  const { model, frame, state, dispatch } = workspace;
  const { opened } = state;
  const returning = useRef(false);
  useEffect(() => {
    if (opened || !returning.current) return;
    returning.current = false;
    table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [opened, table]);
  const known =
    opened && model.areas.byId.has(opened.area) && model.offerings.byId.has(opened.offering)
      ? opened
      : undefined;
  const cell = known && model.cell(known.area, known.offering);
  const rows = frame.visible.rows.filter((row) => !row.expandable).map((row) => row.node.id);
  const columns = frame.visible.columns
    .filter((column) => !column.expandable)
    .map((column) => column.node.id);
  const step = (by: 1 | -1): (() => void) | undefined => {
    if (!known) return undefined;
    const place = rows.indexOf(known.area) * columns.length + columns.indexOf(known.offering) + by;
    const area = rows[Math.floor(place / columns.length)];
    const offering = columns[place % columns.length];
    if (place < 0 || area === undefined || offering === undefined) return undefined;
    return () => dispatch({ kind: "opened", cell: { area, offering } });
  };
  const open = useCallback(
    (target: CellModel) =>
      dispatch({
        kind: "opened",
        cell: { area: target.area.id, offering: target.offering.id },
        by: "keyboard",
      }),
    [dispatch],
  );
  return {
    cell: cell?.leaf === true ? cell : undefined,
    // A mouse click leaves the focus on the cell, so that the level keys go on working.
    takeFocus: state.openedBy === "keyboard",
    previous: step(-1),
    next: step(1),
    open,
    close: () => {
      returning.current = true;
      dispatch({ kind: "closed" });
    },
  };
}
