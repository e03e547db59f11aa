import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Spot } from "../model/grid-frame.model.ts";

/**
 * Brings the focus to the active cell after the keyboard moved it. Moving by mouse needs nothing: the browser focuses
 * what is clicked. `drawn`: is the active cell on the screen? In a long grid it appears only once it is scrolled to.
 */
export function useGridFocus(
  table: RefObject<HTMLTableElement | null>,
  active: Spot | undefined,
  drawn: boolean,
): { readonly request: (spot: Spot) => void } {
  const wanted = useRef<Spot | undefined>(undefined);
  useLayoutEffect(() => {
    const spot = wanted.current;
    if (!spot || !drawn || spot.row !== active?.row || spot.column !== active.column) return;
    wanted.current = undefined;
    const cell = table.current?.querySelector<HTMLElement>('[tabindex="0"]');
    cell?.focus({ preventScroll: true });
    // Unlike the scrolling of `focus`, it knows that columns stand above the edges.
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  return {
    request: (spot) => {
      wanted.current = spot;
    },
  };
}
