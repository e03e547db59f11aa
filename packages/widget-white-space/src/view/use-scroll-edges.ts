import { type RefObject, useEffect } from "react";

/**
 * Says at the scroller, for the style sheet, at which side more of the grid is out of sight: `data-before`, `data-after`.
 * It is read when the browser has laid the grid out anyway, so that no layout is forced.
 */
export function useScrollEdges(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const element = scroller.current;
    const inner = content.current;
    if (!element || !inner) return;
    const tell = (): void => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      element.toggleAttribute("data-before", Math.abs(scrollLeft) > 1);
      element.toggleAttribute("data-after", Math.abs(scrollLeft) + clientWidth < scrollWidth - 1);
    };
    const sizes = new ResizeObserver(tell);
    sizes.observe(element);
    sizes.observe(inner);
    element.addEventListener("scroll", tell, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener("scroll", tell);
    };
  }, [scroller, content]);
}
