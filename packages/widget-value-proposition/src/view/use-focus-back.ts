import { type RefObject, useEffect, useRef } from "react";

interface FocusBack {
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** A button that goes away with what it did takes the keyboard with it: it comes back to the place around it. */
export function useFocusBack(place: RefObject<HTMLElement | null>): FocusBack {
  const isHere = useRef(false);
  useEffect(() => {
    const root = place.current?.getRootNode();
    if (isHere.current && root instanceof ShadowRoot && root.activeElement === null)
      place.current?.focus({ preventScroll: true });
  });
  return {
    onFocus: () => {
      isHere.current = true;
    },
    // What is removed says no goodbye; what is left does.
    onBlur: () => {
      isHere.current = false;
    },
  };
}
