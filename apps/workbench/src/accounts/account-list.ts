import { type Account, CrmError, type CrmReader, type Page } from "@sweetspot/contract";

/** The accounts that match a search, read page by page as the list is scrolled. */
export interface AccountList {
  getView(): AccountListView;
  subscribe(listener: () => void): () => void;
  /** Shows what matches; waits for a pause in typing. The former result stays until the new one is there. */
  search(text: string): void;
  readMore(): void;
  retry(): void;
  dispose(): void;
}

export interface AccountListView {
  /** `reading`: the first page of `search` is on its way; what is shown may belong to the search before. */
  readonly state: "reading" | "ready" | "failed";
  /** What the accounts shown match. */
  readonly search: string;
  readonly accounts: readonly Account[];
  readonly total: number | undefined;
  readonly hasMore: boolean;
  readonly error: CrmError | undefined;
}

const NOTHING: AccountListView = {
  state: "reading",
  search: "",
  accounts: [],
  total: undefined,
  hasMore: false,
  error: undefined,
};
const PAGE_SIZE = 200;
const TYPING_PAUSE_MS = 150;

export function createAccountList(reader: CrmReader): AccountList {
  const listeners = new Set<() => void>();
  let view = NOTHING;
  let wanted: string | undefined;
  let next: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leaving = new AbortController();
  let isReadingMore = false;

  const show = (change: Partial<AccountListView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };

  const readPage = (
    search: string,
    cursor: string | undefined,
    signal: AbortSignal,
  ): Promise<Page<Account>> =>
    reader.listAccounts(search === "" ? {} : { search }, {
      limit: PAGE_SIZE,
      signal,
      ...(cursor === undefined ? {} : { cursor }),
    });

  const readFirst = async (search: string): Promise<void> => {
    leaving.abort();
    leaving = new AbortController();
    const { signal } = leaving;
    isReadingMore = false;
    try {
      const { items, total, next: cursor } = await readPage(search, undefined, signal);
      if (signal.aborted) return;
      next = cursor;
      show({
        state: "ready",
        search,
        accounts: items,
        total,
        hasMore: cursor !== undefined,
        error: undefined,
      });
    } catch (error) {
      if (!signal.aborted) show({ ...NOTHING, search, state: "failed", error: toError(error) });
    }
  };

  const readNext = async (): Promise<void> => {
    const { signal } = leaving;
    isReadingMore = true;
    try {
      const page = await readPage(view.search, next, signal);
      if (signal.aborted) return;
      next = page.next;
      show({ accounts: [...view.accounts, ...page.items], hasMore: next !== undefined, error: undefined });
    } catch (error) {
      // The list stays as far as it is; scrolling on tries again.
      if (!signal.aborted) show({ error: toError(error) });
    }
    isReadingMore = false;
  };

  const begin = (search: string, pause: number): void => {
    wanted = search;
    clearTimeout(timer);
    show({ state: "reading", error: undefined });
    timer = setTimeout(() => void readFirst(search), pause);
  };

  return {
    getView: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    search: (text) => {
      const search = text.trim();
      if (search !== wanted) begin(search, wanted === undefined ? 0 : TYPING_PAUSE_MS);
    },
    readMore: () => {
      if (view.state === "ready" && next !== undefined && !isReadingMore) void readNext();
    },
    retry: () => begin(wanted ?? "", 0),
    dispose: () => {
      clearTimeout(timer);
      leaving.abort();
      // Asked for again, for example after going back, it reads again.
      wanted = undefined;
    },
  };
}

const toError = (error: unknown): CrmError =>
  CrmError.is(error) ? error : new CrmError("unavailable", String(error), { cause: error });
