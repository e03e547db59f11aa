import { type RefObject, useEffect, useState } from "react";

/** Pixels below the window in which a widget begins to be drawn. Above it waits: what grows up there pushes what one reads. */
const AHEAD = 300;
/** Pixels at the top that the bars cover. */
const COVERED = 120;

/** True from the moment the element comes near the window. */
export function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (isNear || !element.current) return undefined;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: `-${String(COVERED)}px 0px ${String(AHEAD)}px 0px` },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, isNear]);
  return isNear;
}
