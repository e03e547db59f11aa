import { type RefObject, useCallback, useEffect, useRef } from "react";

export interface KeptFocus<Part extends HTMLElement> {
  /** Of the part the keyboard shall stay in. */
  readonly ref: RefObject<Part | null>;
  /** Call it before an edit that may take away what has the focus, such as the button that removes its own row. */
  readonly keep: () => void;
}

/** Keeps the keyboard in a part of a widget: lost focus would take the widget's keys with it, undo above all. */
export function useKeptFocus<Part extends HTMLElement>(): KeptFocus<Part> {
  const ref = useRef<Part>(null);
  const kept = useRef(false);
  // After every drawing: nothing tells a component that its focus has gone.
  useEffect(() => {
    if (!kept.current) return;
    kept.current = false;
    const part = ref.current;
    if (!part || part.matches(":focus-within")) return;
    part
      .querySelector<HTMLElement>(
        "button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex='0']",
      )
      ?.focus();
  });
  const keep = useCallback(() => {
    kept.current = ref.current?.matches(":focus-within") === true;
  }, []);
  return { ref, keep };
}
