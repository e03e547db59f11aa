import { LIBRARY, type PlanStore, type ReadOptions } from "@sweetspot/contract";
import type { CountedPurchases, CrmPurchases } from "@sweetspot/crm-sql";
import {
  createInsightBook,
  createInsightMatrix,
  type InsightBook,
  type InsightLibrary,
  readInsightLibrary,
  toInsightPeriods,
} from "@sweetspot/customer-insights";

/** Where a user's insights come from. */
export interface InsightOrigin {
  readonly tenant: string;
  readonly purchases: CrmPurchases;
  readonly store: PlanStore;
}

export interface OpenInsightBook {
  /** The same for all who count the same of one tenant. */
  readonly key: string;
  readonly book: InsightBook;
}

/** One book for all who count the same, in memory from its first question on. */
export interface InsightBooks {
  /** What whoever asks may count, by the rules of this moment. */
  counted(origin: InsightOrigin, options?: ReadOptions): Promise<CountedPurchases>;
  of(origin: InsightOrigin, options?: ReadOptions): Promise<OpenInsightBook>;
  /** The CRM has changed here: the next question waits for a book that knows it. */
  touch(tenant: string): void;
  /** Makes the tenant's books anew that are older than that, one after the other; meanwhile the old ones answer. */
  refresh(tenant: string, asked: number): Promise<void>;
  /** Lets go of what nobody has asked in a while, and of what was asked longest ago where there is too much. */
  sweep(): void;
  /** For figures of an operator. */
  readonly size: { readonly books: number; readonly customers: number };
}

export interface InsightBooksOptions {
  readonly now?: () => number;
  /** A book nobody asks for so long is let go. Default half an hour. */
  readonly idleMs?: number;
  /** Customers of all books together after a sweep. Default 1,000,000: some 500 MB. The one asked last stays. */
  readonly mostCustomers?: number;
}

const IDLE_MS = 1_800_000;
const MOST_CUSTOMERS = 1_000_000;

interface KnownLibrary {
  readonly version: number;
  readonly library: InsightLibrary;
  readonly text: string;
}

interface Held {
  readonly tenant: string;
  origin: InsightOrigin;
  readonly libraryText: string;
  /** When its reading began. */
  readonly readAt: number;
  usedAt: number;
  readonly book: Promise<InsightBook>;
  customers: number;
  /** Something was written here since. */
  isStale: boolean;
}

export function createInsightBooks(options: InsightBooksOptions = {}): InsightBooks {
  const { now = Date.now, idleMs = IDLE_MS, mostCustomers = MOST_CUSTOMERS } = options;
  const books = new Map<string, Held>();
  const libraries = new Map<string, KnownLibrary>();

  async function libraryOf({ tenant, purchases, store }: InsightOrigin): Promise<KnownLibrary> {
    const version = await purchases.libraryVersion();
    const known = libraries.get(tenant);
    if (known?.version === version) return known;
    const [stored] = await store.load([LIBRARY]);
    const library = readInsightLibrary(stored?.records ?? []);
    const read = { version, library, text: JSON.stringify(library) };
    libraries.set(tenant, read);
    return read;
  }

  const countedBy = ({ purchases }: InsightOrigin, { library }: KnownLibrary): CountedPurchases =>
    purchases.counted(library.countsUnseen);

  function hold(key: string, origin: InsightOrigin, library: KnownLibrary): Held {
    const at = now();
    const held: Held = {
      tenant: origin.tenant,
      origin,
      libraryText: library.text,
      readAt: at,
      usedAt: at,
      book: readBook(countedBy(origin, library), library.library, new Date(at)),
      customers: 0,
      isStale: false,
    };
    held.book.then(
      ({ matrix }) => void (held.customers = matrix.customers.length),
      () => books.get(key) === held && books.delete(key),
    );
    return held;
  }

  async function open(origin: InsightOrigin): Promise<OpenInsightBook> {
    const library = await libraryOf(origin);
    const key = `${origin.tenant} ${countedBy(origin, library).key}`;
    let held = books.get(key);
    if (!held || held.isStale || held.libraryText !== library.text) {
      held = hold(key, origin, library);
      books.set(key, held);
    }
    held.usedAt = now();
    held.origin = origin;
    return { key, book: await held.book };
  }

  return {
    counted: async (origin, options) =>
      unlessLeft(libraryOf(origin), options).then((library) => countedBy(origin, library)),
    // The book is made for all who ask; one who leaves is not kept waiting.
    of: (origin, options) => unlessLeft(open(origin), options),
    touch(tenant) {
      for (const held of books.values()) if (held.tenant === tenant) held.isStale = true;
    },
    async refresh(tenant, asked) {
      for (const [key, held] of books) {
        if (held.tenant !== tenant || held.readAt >= asked) continue;
        // oxlint-disable-next-line no-await-in-loop -- two at once would take twice the memory
        const next = hold(key, held.origin, await libraryOf(held.origin));
        next.usedAt = held.usedAt;
        // oxlint-disable-next-line no-await-in-loop
        await next.book;
        if (books.get(key) === held) books.set(key, next);
      }
    },
    sweep() {
      const at = now();
      let kept = 0;
      for (const [place, [key, held]] of [...books]
        .toSorted(([, one], [, other]) => other.usedAt - one.usedAt)
        .entries()) {
        kept += held.customers;
        if (at - held.usedAt < idleMs && (place === 0 || kept <= mostCustomers)) continue;
        kept -= held.customers;
        books.delete(key);
      }
    },
    get size() {
      const held = [...books.values()];
      return { books: held.length, customers: held.reduce((sum, { customers }) => sum + customers, 0) };
    },
  };
}

async function readBook(counted: CountedPurchases, library: InsightLibrary, at: Date): Promise<InsightBook> {
  const asOf = at.toISOString();
  const periods = toInsightPeriods(await counted.newestClosing(), asOf.slice(0, 10), library.rules);
  const builder = createInsightMatrix(library.offerings.length, library.rules);
  for await (const part of counted.read(library, periods)) builder.add(part);
  return createInsightBook({
    matrix: builder.finish(),
    offerings: library.offerings,
    asOf,
    now: periods.now,
  });
}

async function unlessLeft<T>(work: Promise<T>, { signal }: ReadOptions = {}): Promise<T> {
  if (!signal) return work;
  const { promise: left, reject } = Promise.withResolvers<never>();
  const leave = (): void => reject(signal.reason);
  signal.addEventListener("abort", leave, { once: true });
  if (signal.aborted) leave();
  work.catch(() => undefined);
  try {
    return await Promise.race([work, left]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}
