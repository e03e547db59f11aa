/** What a person does when he wants to be somewhere else. */
const LEAVING = ["wheel", "touchstart", "pointerdown", "mousedown", "keydown"] as const;

/**
 * Scrolls to an element and holds it at the top while the page around it is still growing, until the person moves.
 *
 * @returns lets go
 */
export function holdInSight(element: HTMLElement, page: HTMLElement): () => void {
  const show = (): void => element.scrollIntoView({ block: "start" });
  const observer = new ResizeObserver(show);
  const letGo = (): void => {
    observer.disconnect();
    for (const event of LEAVING) removeEventListener(event, letGo, true);
  };
  for (const event of LEAVING) addEventListener(event, letGo, { capture: true, passive: true });
  observer.observe(page);
  show();
  return letGo;
}
