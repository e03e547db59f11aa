import { type RefObject, useEffect, useState } from "react";

/** A line a quarter down the window: what it crosses is what one reads. */
const READING_LINE = "-25% 0px -75% 0px";

/** Which widget is being read, by its id; `setCurrent` says so at once when somebody goes there. */
export function useCurrentSlot(
  places: RefObject<HTMLElement | null>,
  first: string,
): readonly [string, (id: string) => void] {
  const [current, setCurrent] = useState(first);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (seen) => {
        const read = seen.find(({ isIntersecting }) => isIntersecting)?.target;
        if (read instanceof HTMLElement) setCurrent(read.dataset["widget"] ?? first);
      },
      { rootMargin: READING_LINE },
    );
    for (const place of places.current?.children ?? []) observer.observe(place);
    return () => observer.disconnect();
  }, [places, first]);
  return [current, setCurrent];
}
