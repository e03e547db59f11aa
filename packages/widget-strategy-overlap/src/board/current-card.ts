import { useCallback, useSyncExternalStore } from "react";
import { useBoardTools } from "./board-context.ts";

/**
 * Which card has the tab stop. It stands outside of React's state and tells only the card that was left and the one that
 * was reached: a step of the keyboard draws nothing else.
 */
export interface CurrentCard {
  get(): string | undefined;
  set(key: string | undefined): void;
  /** Calls `listener` when the card of this key gets the tab stop, or loses it. */
  subscribe(key: string, listener: () => void): () => void;
}

export function createCurrentCard(): CurrentCard {
  let current: string | undefined;
  const listeners = new Map<string, Set<() => void>>();
  const tell = (key: string | undefined): void => {
    if (key !== undefined) for (const listener of listeners.get(key) ?? []) listener();
  };
  return {
    get: () => current,
    set(key) {
      if (key === current) return;
      const left = current;
      current = key;
      tell(left);
      tell(key);
    },
    subscribe(key, listener) {
      const known = listeners.get(key) ?? new Set();
      listeners.set(key, known.add(listener));
      return () => {
        known.delete(listener);
        if (known.size === 0 && listeners.get(key) === known) listeners.delete(key);
      };
    },
  };
}

/** `tabIndex` of a card: one of all cards is reached by Tab, the others from there by arrows. */
export function useTabStop(key: string): 0 | -1 {
  const { current } = useBoardTools();
  const subscribe = useCallback((listener: () => void) => current.subscribe(key, listener), [current, key]);
  return useSyncExternalStore(subscribe, () => (current.get() === key ? 0 : -1));
}
