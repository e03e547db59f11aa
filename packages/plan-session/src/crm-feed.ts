import {
  type AccountOverview,
  CrmError,
  type CrmFeed,
  type CrmReader,
  type CrmView,
  type Page,
  type PageOptions,
  type PeopleView,
  type RecordId,
} from "@sweetspot/contract";
import { type Clock, systemClock } from "./clock.ts";
import { toCrmError } from "./commit-sender.ts";
import { readPatiently } from "./patient-reading.ts";
import { createPeopleReading } from "./people-reading.ts";

export interface CrmFeedOptions {
  readonly account: RecordId;
  readonly reader: CrmReader;
  readonly clock?: Clock;
}

type ListName = "family" | "contacts" | "opportunities" | "assets" | "products" | "teamMembers";
const LISTS: readonly ListName[] = [
  "family",
  "opportunities",
  "contacts",
  "assets",
  "products",
  "teamMembers",
];

/** Lists read at the same time: enough to hide latency, few enough to leave the line to the user's own edits. */
const LISTS_AT_ONCE = 2;
const PAGE_SIZE = 1000;
/** Widgets draw once for all pages that arrive within this time. */
const NOTIFY_EVERY_MS = 100;

const NOTHING: CrmView = {
  status: "loading",
  complete: false,
  error: undefined,
  account: undefined,
  family: [],
  contacts: [],
  opportunities: [],
  assets: [],
  products: [],
  teamMembers: [],
  gaps: [],
  loadedAt: undefined,
};

/** The CRM data of one page: one call for the first paint, then further pages of each long list. Reads at once. */
export function createCrmFeed({ account, reader, clock = systemClock }: CrmFeedOptions): CrmFeed {
  const listeners = new Set<() => void>();
  let view = NOTHING;
  let reading = new AbortController();
  let cancelNotice: (() => void) | undefined;

  const notify = (): void => {
    cancelNotice?.();
    cancelNotice = undefined;
    for (const listener of listeners) listener();
  };
  // Beside the lists, which know nothing of it: few widgets ask for people.
  let people: PeopleView | undefined;
  const set = (next: CrmView): void => {
    view = people ? { ...next, people } : next;
  };
  const show = (next: CrmView): void => {
    set(next);
    notify();
  };
  const peopleReading = createPeopleReading({
    account,
    reader,
    clock,
    show: (next) => {
      people = next;
      show(view);
    },
  });

  const read = async (): Promise<void> => {
    reading.abort(new CrmError("unavailable", "A newer reading has begun."));
    reading = new AbortController();
    const { signal } = reading;
    const isFirst = view.loadedAt === undefined;
    if (view.status === "failed") show({ ...view, status: "loading", error: undefined });
    // A refresh is collected apart and shown when it is whole, so that no list grows shorter on the way.
    let draft: CrmView = NOTHING;
    const publish = (next: CrmView): void => {
      draft = next;
      if (!isFirst) return;
      set(next);
      cancelNotice ??= clock.after(NOTIFY_EVERY_MS, notify);
    };
    try {
      const overview = await reader.openAccount(account, { signal });
      if (signal.aborted) return;
      draft = toView(overview, clock.now().toISOString());
      if (isFirst) show(draft);
      const queue = LISTS.filter((name) => overview[name].next !== undefined);
      const worker = async (): Promise<void> => {
        for (let name = queue.shift(); name; name = queue.shift())
          await readFurtherPages(name, overview[name].next, (items) => {
            publish({ ...draft, [name]: appendNew(draft[name], items) });
          });
      };
      const readFurtherPages = async (
        name: ListName,
        first: string | undefined,
        onItems: (items: readonly { readonly id: RecordId }[]) => void,
      ): Promise<void> => {
        for (let cursor = first; cursor !== undefined;) {
          const from = cursor;
          const page = await readPatiently(
            () => readPage(reader, account, name, { cursor: from, limit: PAGE_SIZE, signal }),
            { clock, signal },
          );
          signal.throwIfAborted();
          onItems(page.items);
          cursor = page.next;
        }
      };
      await Promise.all(Array.from({ length: LISTS_AT_ONCE }, worker));
      show({ ...draft, complete: true });
    } catch (thrown) {
      if (signal.aborted) return;
      reading.abort();
      show({ ...view, status: view.loadedAt === undefined ? "failed" : "ready", error: toCrmError(thrown) });
    }
  };

  void read();

  return {
    account,
    getView: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    refresh: async () => {
      await Promise.all([read(), peopleReading.refresh()]);
    },
    readPeople: peopleReading.begin,
    dispose: () => {
      peopleReading.dispose();
      reading.abort(new CrmError("unavailable", "The page was left."));
      cancelNotice?.();
      listeners.clear();
    },
  };
}

const toView = (overview: AccountOverview, loadedAt: string): CrmView => ({
  status: "ready",
  complete: LISTS.every((name) => overview[name].next === undefined),
  error: undefined,
  account: overview.account,
  family: overview.family.items,
  contacts: overview.contacts.items,
  opportunities: overview.opportunities.items,
  assets: overview.assets.items,
  products: overview.products.items,
  teamMembers: overview.teamMembers.items,
  gaps: overview.gaps,
  loadedAt,
});

const NO_ASSETS: Page<never> = { items: [] };

function readPage(
  reader: CrmReader,
  account: RecordId,
  list: ListName,
  options: PageOptions,
): Promise<Page<{ readonly id: RecordId }>> {
  switch (list) {
    case "family":
      return reader.listFamily(account, options);
    case "contacts":
      return reader.listContacts(account, options);
    case "opportunities":
      return reader.listOpportunities(account, options);
    case "assets":
      return reader.listAssets?.(account, options) ?? Promise.resolve(NO_ASSETS);
    case "products":
      return reader.listProducts(options);
    case "teamMembers":
      return reader.listTeamMembers(options);
  }
}

/** Pages of data that changed in between may overlap. */
function appendNew<T extends { readonly id: RecordId }>(
  known: readonly T[],
  items: readonly T[],
): readonly T[] {
  const ids = new Set(known.map((item) => item.id));
  return [...known, ...items.filter((item) => !ids.has(item.id))];
}
