import { type PointerEvent, useRef, useState } from "react";
import type { Brush, CellAt } from "./grid-state.ts";

/** Painting with the pointer: cells are gathered while it is down and painted as one step when it is let go. */
export interface PaintStroke {
  /** Keys of the cells the stroke has touched. */
  readonly touched: ReadonlySet<string>;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerOver: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  /** A finger that starts to scroll paints nothing. */
  readonly onPointerCancel: () => void;
}

const NOTHING: ReadonlySet<string> = new Set();

export function usePaintStroke(
  brush: Brush | undefined,
  cellAt: (target: EventTarget) => CellAt | undefined,
  paint: (cells: readonly CellAt[]) => void,
): PaintStroke {
  const [touched, setTouched] = useState<ReadonlySet<string>>(NOTHING);
  const stroke = useRef<Map<string, CellAt> | undefined>(undefined);
  const touch = (target: EventTarget): void => {
    const cell = cellAt(target);
    if (!cell || !stroke.current) return;
    stroke.current.set(`${cell.area}|${cell.offering}`, cell);
    setTouched(new Set(stroke.current.keys()));
  };
  return {
    touched,
    onPointerDown: (event) => {
      if (brush === undefined || event.button !== 0) return;
      stroke.current = new Map();
      touch(event.target);
    },
    onPointerOver: (event) => {
      if (stroke.current && event.buttons === 1) touch(event.target);
      else if (stroke.current) finish();
    },
    onPointerUp: finish,
    onPointerCancel: () => {
      stroke.current = undefined;
      setTouched(NOTHING);
    },
  };

  function finish(): void {
    const cells = stroke.current;
    stroke.current = undefined;
    setTouched(NOTHING);
    if (cells && cells.size > 0) paint([...cells.values()]);
  }
}
