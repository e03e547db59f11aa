import {
  type AcquaintancePage,
  type AcquaintancesQuery,
  CrmError,
  type PageOptions,
  type PathsAnswer,
  type PathsQuery,
  type ReadOptions,
  type RecordId,
  type RelationCast,
  type RelationGap,
  type RelationPerson,
  type RelationReader,
  type TargetPage,
} from "@sweetspot/contract";
import { sliceOf } from "./page-cursor.ts";
import type { RelationAccess } from "./relation-access.ts";
import type { BookView, RelationBook } from "./relation-book.ts";
import { createSight, type Sight, type Told } from "./sight.ts";

/** Answers are asked anew without what the user may not see; after so many times whoever is not known to be seen is left out. */
const ROUNDS = 12;

/**
 * The relation port of one user: the one implementation of all hosts. Every answer is data that may be cloned, and names
 * nobody whom `access` does not let him see.
 *
 * @param book asked at each call, so that a host may load it at the first question
 */
export function createRelationReader(
  book: RelationBook | (() => RelationBook | Promise<RelationBook>),
  access: RelationAccess,
): RelationReader {
  const { readWish, saveWish } = access;
  return {
    contract: "relations/1",
    listTargets,
    findPaths,
    listAcquaintances,
    ...(readWish ? { readMyWish: (options) => readWish(options) } : {}),
    ...(saveWish ? { saveMyWish: (wish, options) => saveWish(wish, options) } : {}),
  };

  async function listTargets(account: RecordId, options: PageOptions = {}): Promise<TargetPage> {
    const slice = sliceOf(["targets", account], options);
    const { opened, sight } = await open(account, options);
    const contacts = await access.contactsOf(account, options);
    options.signal?.throwIfAborted();
    sight.note({ contacts: contacts.map(({ id }) => id) });
    const targets = await asSeen({ opened, sight }, options, (view) => {
      const found = opened.findTargets({ account, contacts }, view);
      const people = new Set(found.flatMap(({ person, way = [] }) => [...way, ...(person ? [person] : [])]));
      return [found, { contacts: contactsAmong(opened.describe([...people], view)), accounts: [] }];
    });
    return {
      items: targets.slice(slice.start, slice.end).map(({ way: _way, ...target }) => target),
      ...slice.next(targets.length),
      total: targets.length,
      gaps: gapsOf(opened),
    };
  }

  async function findPaths(
    { account, ...query }: PathsQuery,
    options: ReadOptions = {},
  ): Promise<PathsAnswer> {
    const { opened, sight } = await open(account, options);
    if ("contact" in query.to && !(await sight.sees({ contacts: [query.to.contact], accounts: [] }, options)))
      throw notFound("Contact", query.to.contact);
    const answer = await asSeen({ opened, sight }, options, (view) => {
      const found = opened.findPaths(query, view);
      return [found, toldIn(found)];
    });
    return {
      ...answer,
      // There may be ways over people whom nobody asked about.
      cutOff: answer.cutOff || sight.isNarrow(),
      people: await withAsked(answer.people, opened, options),
      gaps: gapsOf(opened),
    };
  }

  async function listAcquaintances(
    { account, ...query }: AcquaintancesQuery,
    options: PageOptions = {},
  ): Promise<AcquaintancePage> {
    const slice = sliceOf(["acquaintances", account, query], options);
    const { opened, sight } = await open(account, options);
    const { links, total, people, bodies } = await asSeen({ opened, sight }, options, (view) => {
      const found = opened.listAcquaintances({ ...query, start: slice.start, end: slice.end }, view);
      return [found, toldIn(found)];
    });
    return {
      items: links,
      ...slice.next(total),
      total,
      people: await withAsked(people, opened, options),
      bodies,
    };
  }

  async function open(account: RecordId, options: ReadOptions): Promise<Opened> {
    options.signal?.throwIfAborted();
    const mayUse = await access.mayUse(account, options);
    options.signal?.throwIfAborted();
    if (!mayUse) throw notFound("Account", account);
    const sight = createSight(access);
    sight.note({ accounts: [account] });
    const opened = typeof book === "function" ? await book() : book;
    options.signal?.throwIfAborted();
    return { opened, sight };
  }

  /** Until the answer speaks of nothing but what this user may see. */
  async function asSeen<Answer>(
    { opened, sight }: Opened,
    options: ReadOptions,
    ask: (view: BookView) => readonly [Answer, Told],
  ): Promise<Answer> {
    for (let round = 0; ; round++) {
      const [answer, told] = ask(sight.view());
      // oxlint-disable-next-line no-await-in-loop -- what is asked next depends on what he may not see
      const seesAll = await sight.sees(told, options);
      options.signal?.throwIfAborted();
      if (seesAll) return answer;
      if (round === ROUNDS) sight.narrow(opened.crmRecords());
    }
  }

  async function withAsked(
    people: readonly RelationPerson[],
    opened: RelationBook,
    options: ReadOptions,
  ): Promise<readonly RelationPerson[]> {
    const others = people.filter(({ teamMember }) => !teamMember);
    if (!access.asked || others.length === 0) return people;
    const counts = await access.asked(
      others.map(({ id }) => ({ person: id, records: opened.people.recordsOf(id) })),
      options,
    );
    options.signal?.throwIfAborted();
    return people.map((person) => {
      const asked = counts.get(person.id);
      return asked ? { ...person, asked } : person;
    });
  }

  function gapsOf(opened: RelationBook): readonly RelationGap[] {
    return access.asked ? opened.gaps : [...opened.gaps, "no-count-of-asks"];
  }
}

interface Opened {
  readonly opened: RelationBook;
  readonly sight: Sight;
}

const contactsAmong = (people: readonly RelationPerson[]): readonly RecordId[] =>
  people.flatMap(({ contact }) => contact ?? []);

const toldIn = ({ people, bodies }: RelationCast): Told => ({
  contacts: contactsAmong(people),
  accounts: bodies.flatMap(({ account }) => account ?? []),
});

const notFound = (kind: string, id: RecordId): CrmError =>
  new CrmError("not-found", `${kind} ${id} does not exist or this user may not see it.`);
