import {
  type Contact,
  type CrmReader,
  type IsoDate,
  type PathsAnswer,
  type PlanRecord,
  type ReadOptions,
  type RecordId,
  type RelationReader,
  valueOf,
} from "@sweetspot/contract";
import { RELATION_RULES_ID } from "@sweetspot/plan-model";
import {
  createRelationBook,
  createRelationReader,
  CRM_SOURCE,
  type RelationBook,
  tiesOfCrm,
  toRelationRules,
} from "@sweetspot/relation-book";
import { readCrmRecords } from "./crm-records.ts";
import { type AskRelations, type Neighbourhood, readNeighbourhood } from "./neighbourhood.ts";
import { type RelationAnswer, toBookChanges } from "./relation-answer.ts";
import type { SalesforceTransport } from "../salesforce-transport.port.ts";
import { createLine } from "../line.ts";

export interface SalesforceRelationsOptions {
  readonly transport: SalesforceTransport;
  readonly reader: CrmReader;
  readonly user: RecordId;
  /** The company's library, as far as it is there: the admin's rules are in it. Default: the method's. */
  readonly library?: () => ReadonlyMap<RecordId, PlanRecord>;
  readonly today?: () => IsoDate;
  /** How long an account's relations are kept, in milliseconds; default five minutes. Below 0 every question reads anew. */
  readonly keptMs?: number;
}

const KEPT_MS = 5 * 60_000;
/** Introductions from a target up to which everybody is asked about; those of ours meet them there. */
const NEAR = 1;
/** One further, so that advice can name a way of four introductions. */
const FURTHER = 2;

interface Entry {
  readonly opened: Promise<Opened>;
  readonly at: number;
  /** Rules are the admin's to change while the page is open. */
  readonly rules: object;
}

interface Opened {
  readonly hood: Neighbourhood;
  readonly book: RelationBook;
  readonly contacts: readonly Contact[];
  /** One after the other: what one question brings, the next one finds. */
  queue: Promise<unknown>;
}

/**
 * Relations that are records of the org: the plan service tells those around an account, and who is who and which ways
 * there are is worked out here. Everything is read as the user: what he may not see does not come. Wishes are for admins
 * to keep, and how often somebody was asked nobody counts here.
 */
export function createSalesforceRelations(options: SalesforceRelationsOptions): RelationReader {
  const { reader, user, library, keptMs = KEPT_MS } = options;
  const today = options.today ?? (() => new Date().toISOString().slice(0, 10));
  const line = createLine(options.transport, {});
  const ask: AskRelations = async (request) => (await line.plan("relations", request)) as RelationAnswer;
  const accounts = new Map<RecordId, Entry>();
  const readRules = () => library?.().get(RELATION_RULES_ID)?.fields ?? {};

  async function open(account: RecordId, rules: Readonly<Record<string, unknown>>): Promise<Opened> {
    const day = today();
    const records = await readCrmRecords(reader, account, day);
    const crm = tiesOfCrm(records);
    const [hood, told] = await readNeighbourhood(ask, crm, account);
    const parts = told.map(toBookChanges);
    const book = createRelationBook({
      sources: parts.flatMap(({ sources = [] }) => sources),
      people: parts.flatMap(({ people = [] }) => people),
      bodies: parts.flatMap(({ bodies = [] }) => bodies),
      ties: parts.flatMap(({ ties = [] }) => ties),
      decisions: parts.flatMap(({ decisions = [] }) => decisions),
      wishes: parts.flatMap(({ wishes = [] }) => wishes),
      crm,
      today: day,
      rules: toRelationRules(rules),
    });
    return { hood, book, contacts: [...records.contacts], queue: Promise.resolve() };
  }

  function openOnce(account: RecordId): Promise<Opened> {
    const known = accounts.get(account);
    const rules = readRules();
    const isSame = known !== undefined && JSON.stringify(known.rules) === JSON.stringify(rules);
    if (isSame && Date.now() - known.at <= keptMs) return known.opened;
    const entry = { opened: open(account, rules), at: Date.now(), rules };
    accounts.set(account, entry);
    // A failure is not kept: whoever asks next asks the org.
    entry.opened.catch(() => accounts.get(account) === entry && accounts.delete(account));
    return entry.opened;
  }

  /** Lets the book know more of people around somebody who was not near the account. */
  async function extend({ hood, book }: Opened, person: RecordId, introductions: number): Promise<void> {
    const records = book.people.recordsOf(book.findPerson(person) ?? person);
    const known = records.length > 0 ? records : [person];
    const told = await hood.open(
      known.filter((id) => !id.startsWith(`${CRM_SOURCE}/`)),
      introductions,
    );
    for (const part of told) book.apply(toBookChanges(part));
  }

  async function prepare(
    account: RecordId,
    opened: Opened,
    person: RecordId | undefined,
    introductions: number,
  ): Promise<void> {
    if (person === undefined) return;
    const turn = opened.queue.catch(() => {}).then(() => extend(opened, person, introductions));
    opened.queue = turn;
    try {
      await turn;
    } catch (failure) {
      // Whom it asked about has not been told: the next question begins anew.
      accounts.delete(account);
      throw failure;
    }
  }

  const readerOf = ({ book, contacts }: Opened): RelationReader =>
    createRelationReader(book, {
      me: user,
      mayUse: async () => true,
      contactsOf: async (account) =>
        contacts
          .filter((contact) => valueOf(contact.account) === account)
          .map(({ id, name, title }) => {
            const known = valueOf(title);
            return { id, name, ...(known === undefined ? {} : { title: known }) };
          }),
      // What the CRM tells was read as this user.
      visibleAccounts: async (ids) => new Set(ids),
    });

  return {
    contract: "relations/1",
    async listTargets(account, page = {}) {
      const opened = await within(page, openOnce(account));
      return readerOf(opened).listTargets(account, page);
    },
    async findPaths(query, read = {}) {
      const opened = await within(read, openOnce(query.account));
      const person = "person" in query.to ? query.to.person : opened.book.findPerson(query.to);
      await within(read, prepare(query.account, opened, person, NEAR));
      const answer = await readerOf(opened).findPaths(query, read);
      if (answer.advice?.reason !== "too-far") return withCut(answer, opened.hood);
      await within(read, prepare(query.account, opened, person, FURTHER));
      return withCut(await readerOf(opened).findPaths(query, read), opened.hood);
    },
    async listAcquaintances(query, page = {}) {
      const opened = await within(page, openOnce(query.account));
      await within(page, prepare(query.account, opened, query.person, 0));
      return readerOf(opened).listAcquaintances(query, page);
    },
  };
}

/** "Nobody knows a way" is true only where everything near has been told. */
const withCut = (answer: PathsAnswer, { cutOff }: Neighbourhood): PathsAnswer => {
  if (!cutOff) return answer;
  const { advice } = answer;
  const isDoubtful = advice?.reason === "too-far";
  return { ...answer, cutOff, ...(isDoubtful ? { advice: { ...advice, reason: "search-cut-off" } } : {}) };
};

/** One reading serves whoever waits for it, so a caller who leaves does not end it. */
async function within<T>({ signal }: ReadOptions, call: Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  if (!signal) return call;
  const gone = new AbortController();
  const left = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), {
      once: true,
      signal: gone.signal,
    });
  });
  try {
    return await Promise.race([call, left]);
  } finally {
    gone.abort();
  }
}
