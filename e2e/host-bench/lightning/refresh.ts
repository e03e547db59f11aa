// lightning/refresh [D data-refreshview-api]: the page is the only container; an event out of a component starts its
// refresh, and so does the page itself.
type Handler = () => Promise<boolean>;

const handlers = new Map<number, Handler>();
let count = 0;

/** Bubbles out of the component to the page, which lets every registered component read anew. */
export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super("lightning__refresh", { bubbles: true, composed: true });
  }
}

/** @returns what `unregisterRefreshHandler` takes */
export function registerRefreshHandler(_component: unknown, handler: Handler): number {
  count += 1;
  handlers.set(count, handler);
  return count;
}

export const unregisterRefreshHandler = (id: number): void => void handlers.delete(id);

/** How often the page was refreshed, and how many components still want to know. */
export const refreshes = { count: 0, handlers: () => handlers.size };

export async function refreshPage(): Promise<void> {
  refreshes.count += 1;
  await Promise.all([...handlers.values()].map((handler) => handler()));
}
