import type { Page } from "@playwright/test";

/** What components leave on a page. */
export interface PageTraces {
  /** Names of window that no empty page has. */
  readonly globals: readonly string[];
  /** Children of body and head beside those the page came with. */
  readonly nodes: readonly string[];
  /** Listeners on window, document and body that have not been taken off again, by the name of the event. */
  readonly listeners: Readonly<Record<string, number>>;
}

interface WatchedWindow extends Window {
  readonly traces: { readonly listeners: Map<string, number>; readonly globals: ReadonlySet<string> };
}

/** Call before the page is opened: it counts from the first script on. */
export async function watchTraces(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const listeners = new Map<string, number>();
    const shared = (target: unknown): boolean =>
      target === window || target === document || target === document.body;
    const count = (target: unknown, type: string, by: number): void => {
      if (shared(target)) listeners.set(type, (listeners.get(type) ?? 0) + by);
    };
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const known = new WeakMap<object, Set<string>>();
    const keyOf = (type: string, options: unknown): string =>
      `${type}/${String(typeof options === "object" ? (options as AddEventListenerOptions | null)?.capture === true : options === true)}`;
    EventTarget.prototype.addEventListener = function add(type, listener, options) {
      const target: unknown = this ?? window;
      if (listener && shared(target)) {
        const keys = known.get(listener) ?? new Set();
        known.set(listener, keys);
        const key = keyOf(type, options);
        if (!keys.has(key)) count(target, type, 1);
        keys.add(key);
      }
      return addEventListener.call(target as EventTarget, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function remove(type, listener, options) {
      const target: unknown = this ?? window;
      if (listener && shared(target) && known.get(listener)?.delete(keyOf(type, options)))
        count(target, type, -1);
      return removeEventListener.call(target as EventTarget, type, listener, options);
    };
    const globals = new Set(Object.getOwnPropertyNames(window));
    Object.defineProperty(window, "traces", { value: { listeners, globals } });
  });
}

export const readTraces = (page: Page): Promise<PageTraces> =>
  page.evaluate(() => {
    const { listeners, globals } = (window as unknown as WatchedWindow).traces;
    return {
      globals: Object.getOwnPropertyNames(window).filter((name) => !globals.has(name)),
      nodes: [...document.head.children, ...document.body.children].map((one) => one.localName),
      listeners: Object.fromEntries([...listeners].filter(([, count]) => count !== 0)),
    };
  });

/** Nodes the browser keeps in memory after it has thrown away what nobody holds. */
export async function countKept(page: Page): Promise<{ readonly nodesKept: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { nodes } = await session.send("Memory.getDOMCounters");
  await session.detach();
  return { nodesKept: nodes };
}
