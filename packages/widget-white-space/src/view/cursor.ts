import { useSyncExternalStore } from "react";
import type { Spot } from "../model/grid-frame.model.ts";
import type { GridEvent } from "./grid-state.ts";

/** Where a rep is in the grid. */
export interface Cursor {
  /** The cell in the tab order; undefined until somebody has been in the grid. */
  readonly active: Spot | undefined;
  /** The other corner of a range; undefined while one cell is meant. */
  readonly anchor: Spot | undefined;
}

/** Keeps the cursor apart from the workspace: who walks about in the grid changes two cells, and no other view. */
export interface CursorKeeper {
  readonly get: () => Cursor;
  readonly subscribe: (listener: () => void) => () => void;
  readonly apply: (event: GridEvent) => void;
}

const NOWHERE: Cursor = { active: undefined, anchor: undefined };

export function createCursorKeeper(): CursorKeeper {
  const listeners = new Set<() => void>();
  let cursor = NOWHERE;
  return {
    get: () => cursor,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply: (event) => {
      const next = cursorAfter(cursor, event);
      if (next === cursor) return;
      cursor = next;
      for (const listener of listeners) listener();
    },
  };
}

export const useCursor = ({ subscribe, get }: CursorKeeper): Cursor =>
  useSyncExternalStore(subscribe, get, get);

/** Events that concern the cursor alone. */
export const isMove = (event: GridEvent): boolean =>
  event.kind === "moved" || event.kind === "extended" || event.kind === "range-dropped";

export function cursorAfter(cursor: Cursor, event: GridEvent): Cursor {
  switch (event.kind) {
    case "moved":
      return { active: event.to, anchor: undefined };
    case "extended":
      return { active: event.to, anchor: cursor.anchor ?? event.from };
    case "opened":
      return { active: { row: event.cell.area, column: event.cell.offering }, anchor: undefined };
    case "range-dropped":
    case "filter-changed":
      return cursor.anchor ? { ...cursor, anchor: undefined } : cursor;
    case "perspective-chosen":
      return NOWHERE;
    default:
      return cursor;
  }
}
