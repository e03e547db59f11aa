import { focusInside, pathFrom, type RealmRoots, targetInside, type WatchedRoot } from "./realm-roots.ts";
import type { WidgetRoot } from "./widget-root.ts";

/** Shared by all bundles of a realm, so that the prototypes are changed once. */
const REALM = Symbol.for("sweetspot.realm/1");

/**
 * Lightning Web Security closes the way from the document into a widget: `document.activeElement` and the target of an
 * event on the document are the component around it. Libraries that look there, Base UI and dnd-kit among them, then
 * believe that the focus is elsewhere. Where that is so, the document's answers are led back inside; the sandbox keeps
 * the change away from the page. In every other page nothing is touched.
 */
export function watchRealm(root: WidgetRoot): () => void {
  const hosts = hostsSeenFor(root);
  if (hosts === undefined) return () => {};
  const roots = realmRoots();
  const watched: WatchedRoot = { root, hosts, pressed: undefined };
  roots.all.add(watched);
  const onPress = (event: Event): void => {
    roots.latest = watched;
    watched.pressed = event.target ?? undefined;
  };
  const onFocus = (event: Event): void => {
    roots.latest = watched;
    roots.focused = event.target ?? undefined;
  };
  root.shadow.addEventListener("pointerdown", onPress, true);
  root.shadow.addEventListener("focusin", onFocus, true);
  return () => {
    root.shadow.removeEventListener("pointerdown", onPress, true);
    root.shadow.removeEventListener("focusin", onFocus, true);
    roots.all.delete(watched);
    if (roots.latest === watched) roots.latest = undefined;
    if (roots.all.size === 0) roots.focused = undefined;
  };
}

/** Asks the document by an event of no meaning; undefined where it sees the way in, as in an ordinary page. */
function hostsSeenFor(root: WidgetRoot): ReadonlySet<EventTarget> | undefined {
  const hosts = new Set<EventTarget>([root.shadow.host]);
  const probe = new Event("sweetspot-probe", { bubbles: true, composed: true });
  let seen: EventTarget | null = null;
  const atDocument = (event: Event): void => {
    seen = event.target;
  };
  const atRoot = (event: Event): void => {
    for (const node of event.composedPath()) {
      if (node instanceof Element && node.localName.includes("-")) hosts.add(node);
    }
  };
  document.addEventListener(probe.type, atDocument);
  root.shadow.addEventListener(probe.type, atRoot);
  root.content.dispatchEvent(probe);
  document.removeEventListener(probe.type, atDocument);
  root.shadow.removeEventListener(probe.type, atRoot);
  const open = seen === null || seen === outermostHost(root);
  if (open && !isSandboxed()) return undefined;
  return seen === null ? hosts : hosts.add(seen);
}

/** Under synthetic shadow events on the document look right, the focus does not. The sandbox shows by what it refuses. */
function isSandboxed(): boolean {
  if (REALM in globalThis) return true;
  const observer = new MutationObserver(() => {});
  try {
    observer.observe(document.body, { attributes: true });
    return false;
  } catch {
    return true;
  } finally {
    observer.disconnect();
  }
}

/** The host of the outermost shadow root that can be reached through open ones. */
function outermostHost(root: WidgetRoot): Element {
  let host = root.shadow.host;
  for (;;) {
    const parent = host.getRootNode();
    if (!(parent instanceof ShadowRoot) || parent.host.shadowRoot !== parent) return host;
    host = parent.host;
  }
}

function realmRoots(): RealmRoots {
  const realm = globalThis as typeof globalThis & { [REALM]?: RealmRoots };
  if (realm[REALM] !== undefined) return realm[REALM];
  const roots: RealmRoots = { all: new Set(), latest: undefined, focused: undefined };
  realm[REALM] = roots;
  leadFocusInside(roots);
  leadEventsInside(roots);
  return roots;
}

const isHost = (roots: RealmRoots, target: EventTarget | null | undefined): boolean =>
  target != null && [...roots.all].some(({ hosts }) => hosts.has(target));

function leadFocusInside(roots: RealmRoots): void {
  const read = getterOf(Document.prototype, "activeElement");
  Object.defineProperty(Document.prototype, "activeElement", {
    configurable: true,
    get(this: Document) {
      const active = read.call(this) as Element | null;
      return isHost(roots, active) ? (focusInside(roots) ?? active) : active;
    },
  });
}

function leadEventsInside(roots: RealmRoots): void {
  const readTarget = getterOf(Event.prototype, "target");
  // oxlint-disable-next-line typescript/unbound-method -- called with each event as `this`
  const readPath = Event.prototype.composedPath;
  const known = new WeakMap<Event, EventTarget | undefined>();
  const inside = (event: Event): EventTarget | undefined => {
    // Once per event: by the time a later listener asks, the focus may have moved on.
    if (!known.has(event)) known.set(event, targetInside(roots, event));
    return known.get(event);
  };
  Object.defineProperty(Event.prototype, "target", {
    configurable: true,
    get(this: Event) {
      const target = readTarget.call(this) as EventTarget | null;
      return isHost(roots, target) ? (inside(this) ?? target) : target;
    },
  });
  Event.prototype.composedPath = function composedPath(this: Event): EventTarget[] {
    const path = readPath.call(this);
    if (!isHost(roots, path[0])) return path;
    const target = inside(this);
    return target === undefined || target === path[0] ? path : [...pathFrom(roots, target), ...path];
  };
}

function getterOf(prototype: object, name: string): (this: unknown) => unknown {
  const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (getter === undefined)
    throw new Error(`This browser's ${name} is no getter; the realm cannot be led inside.`);
  return getter;
}
