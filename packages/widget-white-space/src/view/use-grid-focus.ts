import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Spot } from "../model/grid-frame.model.ts";

/**
 * Brings the focus to the active cell after the keyboard moved it, or when a panel closes. Moving by mouse needs
 * nothing: the browser focuses what is clicked.
 */
export function useGridFocus(
  table: RefObject<HTMLTableElement | null>,
  active: Spot | undefined,
): { readonly request: () => void } {
  const wanted = useRef(false);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    // The spot itself is not read: a new one means the tab stop has moved.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [active, table]);
  return {
    request: () => {
      wanted.current = true;
    },
  };
}
