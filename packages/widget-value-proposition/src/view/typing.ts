import type { Part } from "@sweetspot/strategy-overlap";
import { useSyncExternalStore } from "react";

/** A part as it is typed this moment, before it is handed over. */
export interface TypedPart {
  readonly part: Part;
  readonly text: string;
}

/** Kept apart from the builder's state, so that a key draws the story anew and nothing else. */
export interface Typing {
  readonly get: () => TypedPart | undefined;
  readonly set: (typed: TypedPart | undefined) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createTyping(): Typing {
  let typed: TypedPart | undefined;
  const listeners = new Set<() => void>();
  return {
    get: () => typed,
    set: (next) => {
      if (next === typed) return;
      typed = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What is being typed; renders anew with every key. */
export const useTyped = ({ subscribe, get }: Typing): TypedPart | undefined =>
  useSyncExternalStore(subscribe, get, get);
