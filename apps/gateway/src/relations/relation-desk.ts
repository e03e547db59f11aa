import {
  type Contact,
  type CrmReader,
  CrmError,
  type Page,
  type PageOptions,
  type ReadOptions,
  type RecordId,
  type RelationReader,
  valueOf,
} from "@sweetspot/contract";
import type { CrmSight } from "@sweetspot/crm-sql";
import { asksCountFrom, createRelationReader, type RelationAccess } from "@sweetspot/relation-book";
import type { RelationBooks, RelationOrigin } from "./relation-books.ts";

/** As whom relations are read. */
export interface RelationVisitor {
  readonly origin: RelationOrigin;
  /** By the id that the CRM's team members have. */
  readonly me: RecordId;
  readonly reader: CrmReader;
  readonly sight: CrmSight;
  /** Plans, and with them introductions, are in this database. Default true. */
  readonly countsAsks?: boolean;
}

const LARGEST_PAGE = 2000;

/** The relations as one user may see them: what the CRM hides from him is hidden here too, asked of it at each call. */
export function openRelations(books: RelationBooks, visitor: RelationVisitor): RelationReader {
  const { origin, me, reader, sight, countsAsks = true } = visitor;
  const { stored, tenant } = origin;
  const access: RelationAccess = {
    me,
    mayUse: async (account, options) => (await sight.accounts([account], options)).has(account),
    async contactsOf(account, options) {
      const contacts = await readAll((page) => reader.listContacts(account, page), options);
      return contacts.map(toTarget);
    },
    visibleContacts: (ids, options) => sight.contacts(ids, options),
    visibleAccounts: (ids, options) => sight.accounts(ids, options),
    readWish: (options) => stored.readWish(me, options),
    async saveWish(wish) {
      await stored.saveWish(me, wish);
      books.touch(tenant);
    },
    ...(countsAsks
      ? {
          async asked(people, options) {
            const { rules } = await books.of(origin, options);
            const since = asksCountFrom(new Date().toISOString().slice(0, 10), rules);
            const records = people.flatMap((person) => person.records);
            const counts = await stored.countAsks(records, since, options);
            return new Map(
              people.flatMap(({ person, records: own }) => {
                const found = own.flatMap((id) => counts.get(id) ?? []);
                if (found.length === 0) return [];
                const last =
                  found
                    .map((one) => one.last)
                    .toSorted()
                    .at(-1) ?? "";
                return [[person, { count: found.reduce((sum, { count }) => sum + count, 0), last }] as const];
              }),
            );
          },
        }
      : {}),
  };
  /** Each call opens the book for itself, so that whoever gives up waiting for it is let go. */
  const asking = (options: ReadOptions | undefined): RelationReader =>
    createRelationReader(async () => (await books.of(origin, options)).book, access);
  return {
    contract: "relations/1",
    listTargets: (account, options) => asking(options).listTargets(account, options),
    findPaths: (query, options) => asking(options).findPaths(query, options),
    listAcquaintances: (query, options) => asking(options).listAcquaintances(query, options),
    readMyWish: async (options) => (await access.readWish?.(options)) ?? "shared",
    saveMyWish: async (wish, options) => access.saveWish?.(wish, options),
  };
}

/** What a user of a CRM that is not kept here sees, asked of its reader, account by account. */
export function createReaderSight(
  reader: CrmReader,
  accountOf: (contact: RecordId) => RecordId | undefined,
): CrmSight {
  const contactsOf = async (account: RecordId, options?: ReadOptions): Promise<readonly RecordId[]> => {
    const contacts = await orNothing(readAll((page) => reader.listContacts(account, page), options));
    return contacts.map(({ id }) => id);
  };
  return {
    async accounts(ids, options) {
      const seen = await Promise.all(
        ids.map(async (id) => {
          const found = await orNothing(
            reader.listFamily(id, { limit: 1, ...options }).then(({ items }) => items),
          );
          return found.length > 0 ? [id] : [];
        }),
      );
      return new Set(seen.flat());
    },
    async contacts(ids, options) {
      const places = new Set(ids.flatMap((id) => accountOf(id) ?? []));
      const seen = new Set(
        (await Promise.all([...places].map((account) => contactsOf(account, options)))).flat(),
      );
      return new Set(ids.filter((id) => seen.has(id)));
    },
  };
}

const toTarget = ({ id, name, title }: Contact) => {
  const known = valueOf(title);
  return { id, name, ...(known === undefined ? {} : { title: known }) };
};

/** What may not be seen is not there. */
const orNothing = <T>(work: Promise<readonly T[]>): Promise<readonly T[]> =>
  work.catch((error: unknown) => {
    if (CrmError.is(error, "not-found") || CrmError.is(error, "forbidden")) return [];
    throw error;
  });

async function readAll<T>(
  list: (page: PageOptions) => Promise<Page<T>>,
  { signal }: ReadOptions = {},
): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    // oxlint-disable-next-line no-await-in-loop -- the next page is named by this one
    const page: Page<T> = await list({
      limit: LARGEST_PAGE,
      ...(signal ? { signal } : {}),
      ...(cursor === undefined ? {} : { cursor }),
    });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}
