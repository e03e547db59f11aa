import { useCallback, useLayoutEffect, useRef } from "react";

/** The same function for good, which does what the newest one does: parts that are handed it need not be drawn again. */
export function useLatest<Given extends readonly unknown[], Result>(
  act: (...given: Given) => Result,
): (...given: Given) => Result {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given) => latest.current(...given), []);
}
