import {
  CrmError,
  type PortfolioPage,
  type PortfolioQuery,
  type PortfolioReader,
  type PortfolioRow,
  type PortfolioSummary,
} from "@sweetspot/contract";

/** The accounts that match a query, read page by page as the list is scrolled, and the sums of all of them. */
export interface PortfolioList {
  getView(): PortfolioView;
  subscribe(listener: () => void): () => void;
  /** Shows what matches; a change of the search alone waits for a pause in typing. The former result stays until then. */
  ask(query: PortfolioQuery): void;
  readMore(): void;
  retry(): void;
  dispose(): void;
}

export interface PortfolioView {
  /** `reading`: the first page of `query` is on its way; what is shown may belong to the query before. */
  readonly state: "reading" | "ready" | "failed";
  /** What the rows shown match. */
  readonly query: PortfolioQuery;
  readonly rows: readonly PortfolioRow[];
  readonly offerings: PortfolioPage["offerings"];
  /** Figures are being computed: the list is read again until they are there. */
  readonly building: boolean;
  readonly hasMore: boolean;
  readonly summary: PortfolioSummary | undefined;
  readonly error: CrmError | undefined;
}

const NOTHING: PortfolioView = {
  state: "reading",
  query: {},
  rows: [],
  offerings: [],
  building: false,
  hasMore: false,
  summary: undefined,
  error: undefined,
};
const PAGE_SIZE = 200;
const LARGEST_PAGE = 2000;
const TYPING_PAUSE_MS = 150;
const BUILDING_PAUSE_MS = 2000;

export function createPortfolioList(reader: PortfolioReader): PortfolioList {
  const listeners = new Set<() => void>();
  let view = NOTHING;
  let wanted: PortfolioQuery | undefined;
  let next: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leaving = new AbortController();
  let isReadingMore = false;

  const show = (change: Partial<PortfolioView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };

  const readFirst = async (query: PortfolioQuery, limit: number): Promise<void> => {
    leaving.abort();
    leaving = new AbortController();
    const { signal } = leaving;
    isReadingMore = false;
    // Sums may take longer than the rows, and are worth nothing without them.
    const summing = reader.summarise(query, { signal });
    summing.catch(() => undefined);
    try {
      const page = await reader.listAccounts(query, { limit, signal });
      if (signal.aborted) return;
      next = page.next;
      show({
        state: "ready",
        query,
        rows: page.items,
        offerings: page.offerings,
        building: page.freshness.building,
        hasMore: next !== undefined,
        error: undefined,
        ...(sameQuestion(query, view.query) ? {} : { summary: undefined }),
      });
      const summary = await summing.catch(() => undefined);
      if (signal.aborted) return;
      show({ summary });
      if (page.freshness.building)
        timer = setTimeout(
          () => void readFirst(query, Math.min(LARGEST_PAGE, Math.max(PAGE_SIZE, view.rows.length))),
          BUILDING_PAUSE_MS,
        );
    } catch (error) {
      if (!signal.aborted) show({ ...NOTHING, query, state: "failed", error: toError(error) });
    }
  };

  const readNext = async (): Promise<void> => {
    const { signal } = leaving;
    isReadingMore = true;
    try {
      const page = await reader.listAccounts(view.query, {
        limit: PAGE_SIZE,
        signal,
        ...(next === undefined ? {} : { cursor: next }),
      });
      if (signal.aborted) return;
      next = page.next;
      show({ rows: [...view.rows, ...page.items], hasMore: next !== undefined, error: undefined });
    } catch (error) {
      // The list stays as far as it is; scrolling on tries again.
      if (!signal.aborted) show({ error: toError(error) });
    }
    isReadingMore = false;
  };

  const begin = (query: PortfolioQuery, pause: number): void => {
    wanted = query;
    clearTimeout(timer);
    show({ state: "reading", error: undefined });
    timer = setTimeout(() => void readFirst(query, PAGE_SIZE), pause);
  };

  return {
    getView: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ask: (query) => {
      if (wanted && JSON.stringify(query) === JSON.stringify(wanted)) return;
      begin(query, wanted && wanted.search !== query.search ? TYPING_PAUSE_MS : 0);
    },
    readMore: () => {
      if (view.state === "ready" && next !== undefined && !isReadingMore) void readNext();
    },
    retry: () => begin(wanted ?? {}, 0),
    dispose: () => {
      clearTimeout(timer);
      leaving.abort();
      // Asked for again, for example after going back, it reads again.
      wanted = undefined;
    },
  };
}

/** Sums do not depend on the order. */
const sameQuestion = (one: PortfolioQuery, other: PortfolioQuery): boolean =>
  JSON.stringify([one.search, one.group, one.only, one.without]) ===
  JSON.stringify([other.search, other.group, other.only, other.without]);

const toError = (error: unknown): CrmError =>
  CrmError.is(error) ? error : new CrmError("unavailable", String(error), { cause: error });
