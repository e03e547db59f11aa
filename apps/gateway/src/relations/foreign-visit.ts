import {
  CrmError,
  type CrmReader,
  INVOLVEMENT_GAPS,
  type PlanStore,
  type ReadOptions,
  type RecordId,
  type RelationReader,
} from "@sweetspot/contract";
import type { CrmRecords } from "@sweetspot/relation-book";
import { dropOldest } from "../sessions/sessions.ts";
import type { RelationBooks, RelationOrigin } from "./relation-books.ts";
import { createReaderSight, openRelations } from "./relation-desk.ts";
import { readRules } from "./read-rules.ts";

/** A user of a CRM that is not kept here, on the page of one account. */
export interface ForeignVisit {
  readonly me: () => Promise<RecordId>;
  /** Everything he may see, not his one account alone: ways lead over other accounts. */
  readonly reader: CrmReader;
  readonly store: PlanStore;
  /** The account whose page he is on; he asks about no other. */
  readonly account: RecordId;
  /** Introductions are in this gateway's database. */
  readonly countsAsks: () => Promise<boolean>;
}

/**
 * Relations of such a user. The CRM is not read whole: what it tells of the account he is on is put into the book at his
 * questions, with his rights, and told to others as far as they see those contacts and accounts themselves.
 */
export function visitForeign(
  books: RelationBooks,
  tenant: Pick<RelationOrigin, "tenant" | "stored">,
  visit: ForeignVisit,
  tellings: Tellings,
): RelationReader {
  const { reader, store, account: own } = visit;
  const origin: RelationOrigin = { ...tenant, readRules: () => readRules(store) };
  async function visitorOf(account: RecordId, options: ReadOptions = {}): Promise<RelationReader> {
    options.signal?.throwIfAborted();
    if (account !== own) throw new CrmError("not-found", "This session was opened for another account.");
    const [me, countsAsks] = await Promise.all([visit.me(), visit.countsAsks()]);
    options.signal?.throwIfAborted();
    await tellings.once(`${tenant.tenant} ${me} ${own}`, async () =>
      books.noteCrm(origin, await readAccount(reader, own)),
    );
    const { crm } = await books.of(origin, options);
    const sight = createReaderSight(reader, (contact) => crm.accountOf(contact));
    return openRelations(books, { origin, me, reader, sight, countsAsks });
  }

  return {
    contract: "relations/1",
    listTargets: async (account, options) =>
      (await visitorOf(account, options)).listTargets(account, options),
    findPaths: async (query, options) => (await visitorOf(query.account, options)).findPaths(query, options),
    listAcquaintances: async (query, options) =>
      (await visitorOf(query.account, options)).listAcquaintances(query, options),
    readMyWish: async (options) => tenant.stored.readWish(await visit.me(), options),
    async saveMyWish(wish) {
      await tenant.stored.saveWish(await visit.me(), wish);
      books.touch(tenant.tenant);
    },
  };
}

/** What was told lately need not be told again. */
export interface Tellings {
  once(key: string, tell: () => Promise<void>): Promise<void>;
}

const TOLD_MS = 60_000;
const MOST_TELLINGS = 5000;

export function createTellings(now: () => number = Date.now): Tellings {
  const told = new Map<string, { readonly at: number; readonly telling: Promise<void> }>();
  return {
    once(key, tell) {
      const known = told.get(key);
      if (known && now() - known.at < TOLD_MS) return known.telling;
      const telling = tell();
      telling.catch(() => told.delete(key));
      told.delete(key);
      if (told.size >= MOST_TELLINGS) dropOldest(told);
      told.set(key, { at: now(), telling });
      return telling;
    },
  };
}

/** First pages: what a record page shows anyway, and is mostly remembered from there. */
async function readAccount(reader: CrmReader, account: RecordId): Promise<Omit<CrmRecords, "today">> {
  const [overview, involvements] = await Promise.all([
    reader.openAccount(account),
    reader.listInvolvements?.(account) ?? { items: [], gaps: INVOLVEMENT_GAPS },
  ]);
  return {
    teamMembers: overview.teamMembers.items,
    accounts: overview.family.items,
    contacts: overview.contacts.items,
    opportunities: overview.opportunities.items,
    involvements: involvements.items,
  };
}
