import type { WidgetRoot } from "./widget-root.ts";

/** A widget whose page hides what happens inside it. */
export interface WatchedRoot {
  readonly root: WidgetRoot;
  /** What the document names instead of an element of the widget: the custom element around it. */
  readonly hosts: ReadonlySet<EventTarget>;
  /** Where the pointer went down last; a captured pointer may be anywhere by now. */
  pressed: EventTarget | undefined;
}

/** The watched widgets of one realm, whichever bundle they came with. */
export interface RealmRoots {
  readonly all: Set<WatchedRoot>;
  /** Had pointer or focus last. */
  latest: WatchedRoot | undefined;
  /** Had the focus last; `focusout` no longer finds it. */
  focused: EventTarget | undefined;
}

/** The innermost element with the focus inside one of the widgets. */
export function focusInside(roots: RealmRoots): Element | undefined {
  for (const { root } of roots.all) {
    let active = root.shadow.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (active !== null) return active;
  }
  return undefined;
}

/** The element of a widget that an event really happened on, where the document sees only the host. */
export function targetInside(roots: RealmRoots, event: Event): EventTarget | undefined {
  if (/^(focusout|blur)$/.test(event.type)) return roots.focused;
  const point = pointOf(event);
  if (point === undefined) return focusInside(roots);
  for (const { root } of roots.all) {
    const element = root.shadow.elementFromPoint(point.x, point.y);
    if (element !== null && root.shadow.contains(element)) return element;
  }
  return /move|up$|cancel|capture/.test(event.type) ? roots.latest?.pressed : undefined;
}

/** A click by keyboard has no place. */
function pointOf(event: Event): { readonly x: number; readonly y: number } | undefined {
  const { clientX, clientY, changedTouches, detail } = event as Partial<MouseEvent & TouchEvent>;
  const touch = changedTouches?.[0];
  if (touch !== undefined) return { x: touch.clientX, y: touch.clientY };
  if (clientX === undefined || clientY === undefined || (event.type === "click" && detail === 0))
    return undefined;
  return { x: clientX, y: clientY };
}

/** From the element to the document, as `composedPath()` would say it. */
export function pathFrom(roots: RealmRoots, element: EventTarget): EventTarget[] {
  const path: EventTarget[] = [];
  let node: Node | null = element as Node;
  while (node !== null) {
    path.push(node);
    node = node.parentNode;
  }
  const last = path.at(-1);
  const watched = [...roots.all].find(({ root }) => root.shadow === last);
  return watched === undefined ? path : [...path, watched.root.shadow.host];
}
