import {
  type FocusEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from "react";
import { createCurrentCard, type CurrentCard } from "./current-card.ts";
import type { Navigation } from "./navigation.model.ts";

export interface KeyboardPlace {
  /** The card with the tab stop. */
  readonly current: CurrentCard;
  /** Puts the keyboard on a card by its key: after the next drawing, as it may be about to be drawn. */
  readonly focus: (key: string) => void;
  /** Goes to a card that stands there already: nothing is drawn for it. */
  readonly walk: (key: string) => void;
  /** Gives a card the tab stop, wherever the keyboard is. */
  readonly choose: (key: string) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/** Where the keyboard is on the board. It is the board's own state: who walks draws nothing else. */
export function useCurrentCard(holder: RefObject<HTMLElement | null>, navigation: Navigation): KeyboardPlace {
  const [current] = useState(createCurrentCard);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const chosen = useRef<string | undefined>(undefined);
  const wanted = useRef<string | undefined>(undefined);
  const last = useRef<HTMLElement | undefined>(undefined);
  const find = useCallback(
    (key: string) => holder.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`),
    [holder],
  );
  // Where the chosen card is gone, Tab comes in at the first.
  useLayoutEffect(() => {
    const key = chosen.current;
    current.set(key !== undefined && navigation.has(key) ? key : navigation.first);
  }, [current, navigation]);
  useEffect(() => {
    const key = wanted.current ?? lostKey(last.current) ?? undefined;
    wanted.current = undefined;
    if (key === undefined || !holder.current) return;
    const stop = current.get();
    (find(key) ?? (stop === undefined ? undefined : find(stop)))?.focus();
  });
  const choose = useCallback(
    (key: string) => {
      chosen.current = key;
      current.set(key);
    },
    [current],
  );
  const focus = useCallback(
    (key: string) => {
      wanted.current = key;
      chosen.current = key;
      draw();
    },
    [draw],
  );
  const walk = useCallback(
    (key: string) => {
      const place = find(key);
      if (place) place.focus();
      else focus(key);
    },
    [find, focus],
  );
  const onFocus = useCallback(
    (event: FocusEvent<HTMLElement>) => {
      const place = event.target;
      last.current = place;
      const key = place.getAttribute("data-key");
      if (key !== null) choose(key);
    },
    [choose],
  );
  return { current, focus, walk, choose, onFocus };
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
