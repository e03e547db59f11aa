import type { IsoDate, ReadOptions } from "@sweetspot/contract";
import type { SqlRelations, StoredPart } from "@sweetspot/crm-sql";
import {
  type BookChanges,
  type CrmRecords,
  createRelationBook,
  type RelationBook,
  type RelationRules,
  toRelationRules,
} from "@sweetspot/relation-book";
import { type CrmShelf, createCrmShelf } from "./crm-records.ts";

/** Where the relations of one tenant come from. */
export interface RelationOrigin {
  readonly tenant: string;
  readonly stored: SqlRelations;
  /** Everybody of the tenant's CRM; absent where a CRM is only read as its users look at it (`noteCrm`). */
  readonly readCrm?: () => Promise<Omit<CrmRecords, "today">>;
  /** The fields of the admin's `relation-rules`, as whoever asks may read them. */
  readonly readRules: (options?: ReadOptions) => Promise<Readonly<Record<string, unknown>>>;
}

export interface OpenBook {
  readonly book: RelationBook;
  readonly crm: CrmShelf;
  readonly rules: RelationRules;
}

/** One book for each tenant, in memory from its first question on, and told of what has changed before each answer. */
export interface RelationBooks {
  of(origin: RelationOrigin, options?: ReadOptions): Promise<OpenBook>;
  /** What one user was shown of a CRM that cannot be read whole. */
  noteCrm(origin: RelationOrigin, records: Omit<CrmRecords, "today">): Promise<void>;
  /** Something was written here: the next question waits for it. Where the CRM was written, `crm` too. */
  touch(tenant: string, what?: "stored" | "crm"): void;
  /** Lets go of books nobody has asked in a while, and of those asked longest ago where all are too large. */
  sweep(): void;
  /** For figures of an operator. */
  readonly size: { readonly books: number; readonly records: number };
}

export interface RelationBooksOptions {
  readonly now?: () => number;
  /** A book nobody asks for so long is let go. Default half an hour. */
  readonly idleMs?: number;
  /** Records of all books together after a sweep. Default 1,000,000: some 1 GB. The one asked last stays. */
  readonly mostRecords?: number;
  /** Told where the CRM could not be read again; the book goes on with what it knows. */
  readonly onFailure?: (error: unknown) => void;
}

const IDLE_MS = 1_800_000;
const MOST_RECORDS = 1_000_000;
/** What other gateways have written is noticed within this time. */
const FRESH_MS = 1000;
/** As long as a change of the CRM itself or of the admin's rules may go unnoticed. */
const CRM_FRESH_MS = 300_000;
const RULES_FRESH_MS = 30_000;

const NEVER = -Infinity;

interface Held {
  /** Of whoever asked last: where a CRM is read with its users' rights, they may have lost them. */
  origin: RelationOrigin;
  readonly open: OpenBook;
  readonly rulesText: string;
  revision: number;
  readonly today: IsoDate;
  /** Never, where something was written here since. */
  lookedAt: number;
  /** How often something was written here. */
  touched: number;
  crmReadAt: number;
  rulesReadAt: number;
  usedAt: number;
  updating: Promise<boolean> | undefined;
  readingCrm: Promise<void> | undefined;
}

export function createRelationBooks(options: RelationBooksOptions = {}): RelationBooks {
  const { now = Date.now, idleMs = IDLE_MS, mostRecords = MOST_RECORDS, onFailure = () => {} } = options;
  const books = new Map<string, Promise<Held>>();
  const opened = new Map<string, Held>();
  const today = (): IsoDate => new Date(now()).toISOString().slice(0, 10);

  async function load(origin: RelationOrigin): Promise<Held> {
    const [lookedAt, day] = [now(), today()];
    const crm = createCrmShelf();
    // A CRM that is read as its users look at it has told some already; with the day goes what it has forgotten since.
    const known = opened.get(origin.tenant);
    const before = known?.today === day ? known.open.crm : undefined;
    const [fields, records, parts] = await Promise.all([
      origin.readRules(),
      origin.readCrm?.(),
      readParts(origin.stored.load()),
    ]);
    if (records) crm.replace(records, day, true);
    const shelf = records || !before ? crm : before;
    const rules = toRelationRules(fields);
    const book = createRelationBook({ ...parts, crm: shelf.relations, rules, today: day });
    const held: Held = {
      origin,
      open: { book, crm: shelf, rules },
      rulesText: JSON.stringify(fields),
      revision: parts.revision,
      today: day,
      // What was written during the reading is told at once.
      lookedAt: NEVER,
      touched: 0,
      crmReadAt: lookedAt,
      rulesReadAt: lookedAt,
      usedAt: lookedAt,
      updating: undefined,
      readingCrm: undefined,
    };
    opened.set(origin.tenant, held);
    return held;
  }

  function open(origin: RelationOrigin): Promise<Held> {
    const { tenant } = origin;
    const known = books.get(tenant);
    if (known) return known;
    const opening = load(origin);
    books.set(tenant, opening);
    opening.catch(() => books.get(tenant) === opening && books.delete(tenant));
    return opening;
  }

  /** @returns false where the book had better be made anew */
  async function update(held: Held): Promise<boolean> {
    const [at, touched] = [now(), held.touched];
    if (held.today !== today()) return false;
    if (at - held.rulesReadAt > RULES_FRESH_MS) {
      if (JSON.stringify(await held.origin.readRules()) !== held.rulesText) return false;
      held.rulesReadAt = at;
    }
    const told = await held.origin.stored.changesSince(held.revision);
    if (told.reload) return false;
    held.open.book.apply(told.changes);
    held.revision = told.revision;
    if (held.touched === touched) held.lookedAt = at;
    return true;
  }

  async function readCrmAnew(held: Held): Promise<void> {
    const records = await held.origin.readCrm?.();
    held.crmReadAt = now();
    if (records) held.open.book.apply(held.open.crm.replace(records, held.today, true));
  }

  function refreshCrm(held: Held): Promise<void> {
    held.readingCrm ??= readCrmAnew(held).finally(() => {
      held.readingCrm = undefined;
    });
    return held.readingCrm;
  }

  /** @returns false where the book had better be made anew */
  async function refresh(held: Held): Promise<boolean> {
    if (held.crmReadAt === NEVER) await refreshCrm(held);
    // The answer does not wait for what is only old.
    else if (now() - held.crmReadAt > CRM_FRESH_MS) refreshCrm(held).catch(onFailure);
    while (now() - held.lookedAt >= FRESH_MS) {
      held.updating ??= update(held).finally(() => {
        held.updating = undefined;
      });
      // oxlint-disable-next-line no-await-in-loop -- what is written during a look is looked for once more
      if (!(await held.updating)) return false;
    }
    return true;
  }

  async function openFresh(origin: RelationOrigin): Promise<OpenBook> {
    for (;;) {
      const opening = open(origin);
      // oxlint-disable-next-line no-await-in-loop -- a book that is outdated is made anew
      const held = await opening;
      held.usedAt = now();
      held.origin = origin;
      // oxlint-disable-next-line no-await-in-loop
      if (await refresh(held)) return held.open;
      if (books.get(origin.tenant) === opening) books.delete(origin.tenant);
    }
  }

  /** The book is made for all who ask; one who leaves is not kept waiting. */
  const of = (origin: RelationOrigin, { signal }: ReadOptions = {}): Promise<OpenBook> =>
    signal ? Promise.race([openFresh(origin), abortOf(signal)]) : openFresh(origin);

  return {
    of,
    async noteCrm(origin, records) {
      const { book, crm } = await of(origin);
      const changes = crm.replace(records, today(), false);
      if (KINDS.some((kind) => (changes[kind]?.length ?? 0) > 0)) book.apply(changes);
    },
    touch(tenant, what = "stored") {
      const held = opened.get(tenant);
      if (!held) return;
      held.touched += 1;
      held.lookedAt = NEVER;
      if (what === "crm") held.crmReadAt = NEVER;
    },
    sweep() {
      const at = now();
      const byUse = [...opened].toSorted(([, one], [, other]) => other.usedAt - one.usedAt);
      let kept = 0;
      for (const [place, [tenant, held]] of byUse.entries()) {
        kept += recordsOf(held);
        if (at - held.usedAt < idleMs && (place === 0 || kept <= mostRecords)) continue;
        books.delete(tenant);
        opened.delete(tenant);
      }
    },
    get size() {
      const all = [...opened.values()];
      return { books: all.length, records: all.reduce((sum, held) => sum + recordsOf(held), 0) };
    },
  };
}

function abortOf(signal: AbortSignal): Promise<never> {
  signal.throwIfAborted();
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}

const KINDS = ["people", "bodies", "ties"] as const;

const recordsOf = ({ open: { book } }: Held): number => book.size.people + book.size.bodies + book.size.ties;

async function readParts(parts: AsyncIterable<StoredPart>) {
  const whole = {
    sources: [] as NonNullable<BookChanges["sources"]>[number][],
    people: [] as NonNullable<BookChanges["people"]>[number][],
    bodies: [] as NonNullable<BookChanges["bodies"]>[number][],
    ties: [] as NonNullable<BookChanges["ties"]>[number][],
    decisions: [] as NonNullable<BookChanges["decisions"]>[number][],
    wishes: [] as NonNullable<BookChanges["wishes"]>[number][],
    dismissed: [] as NonNullable<BookChanges["dismissed"]>[number][],
  };
  let revision: number | undefined;
  for await (const part of parts) {
    revision ??= part.revision;
    for (const [kind, list] of Object.entries(whole))
      for (const record of part[kind as keyof typeof whole] ?? []) (list as unknown[]).push(record);
  }
  return { ...whole, revision: revision ?? 0 };
}
