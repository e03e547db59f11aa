import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps the keyboard near a list when the entry it stood in goes: the browser would leave it nowhere.
 *
 * @param list must take the focus: `tabIndex={-1}`
 */
export function useListFocus(list: RefObject<HTMLElement | null>, count: number): void {
  const before = useRef(count);
  useEffect(() => {
    const isLess = count < before.current;
    before.current = count;
    const root = list.current?.getRootNode();
    if (isLess && root instanceof ShadowRoot && root.activeElement === null) list.current?.focus();
  }, [list, count]);
}
