import { type FocusEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Navigation } from "./navigation.model.ts";

export interface CurrentCard {
  /** Key of the card with the tab stop. */
  readonly current: string | undefined;
  /** Gives a card the tab stop; the focus is there already. */
  readonly setCurrent: (key: string) => void;
  /** Puts the keyboard on a card by its key: after the next drawing, as it may be about to be drawn. */
  readonly focus: (key: string) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/** Where the keyboard is on the board. It is the board's own state: who walks draws nothing else. */
export function useCurrentCard(holder: RefObject<HTMLElement | null>, navigation: Navigation): CurrentCard {
  const [chosen, setCurrent] = useState<string | undefined>(undefined);
  const wanted = useRef<string | undefined>(undefined);
  const last = useRef<HTMLElement | undefined>(undefined);
  const current = chosen !== undefined && navigation.has(chosen) ? chosen : navigation.first;
  useEffect(() => {
    const key = wanted.current ?? lostKey(last.current) ?? undefined;
    wanted.current = undefined;
    if (key === undefined || !holder.current) return;
    const find = (one: string): HTMLElement | null | undefined =>
      holder.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(one)}"]`);
    (find(key) ?? (current === undefined ? undefined : find(current)))?.focus();
  });
  const focus = useCallback((key: string) => {
    wanted.current = key;
    setCurrent(key);
  }, []);
  const onFocus = useCallback((event: FocusEvent<HTMLElement>) => {
    const place = event.target;
    last.current = place;
    const key = place.getAttribute("data-key");
    if (key !== null) setCurrent(key);
  }, []);
  return { current, setCurrent, focus, onFocus };
}

/**
 * A card that goes elsewhere on the board is drawn anew, and the keyboard would fall off it: after a match, an undo, an
 * edit of a colleague. Only where nothing else has the focus, on the page of the host neither.
 */
function lostKey(place: HTMLElement | undefined): string | null | undefined {
  if (!place || place.isConnected) return undefined;
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body ? place.getAttribute("data-key") : undefined;
}
