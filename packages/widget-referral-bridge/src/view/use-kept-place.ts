import { type FocusEvent, type RefObject, useEffect, useRef } from "react";

interface KeptPlace {
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/**
 * Keeps the keyboard in a part whose rows, chips and nodes go with every new answer, dialogs it opens included: lost
 * focus would take the widget's keys with it, undo above all.
 *
 * @param home takes the focus of what is gone; can be focused, and is not in the order of Tab
 */
export function useKeptPlace(home: RefObject<HTMLElement | null>): KeptPlace {
  const inside = useRef(false);
  // After every drawing: nothing tells of an element that went with its focus, not even a blur.
  useEffect(() => {
    const root = home.current?.getRootNode();
    if (!inside.current || !(root instanceof ShadowRoot) || root.activeElement !== null) return;
    home.current?.focus({ preventScroll: true });
  });
  return {
    onFocus: () => {
      inside.current = true;
    },
    onBlur: ({ target }) => {
      if (target.isConnected) inside.current = false;
    },
  };
}
