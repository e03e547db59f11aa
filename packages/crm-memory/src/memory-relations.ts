import type { PlanRecord, RecordId, RelationReader, TieWish } from "@sweetspot/contract";
import { isTombstone, LIBRARY, scopeKey, valueOf } from "@sweetspot/contract";
import type { WorldRelations } from "@sweetspot/fixtures";
import { RELATION_RULES_ID } from "@sweetspot/plan-model";
import {
  type Asked,
  type AskedPerson,
  asksCountFrom,
  createRelationBook,
  createRelationReader,
  type RelationBook,
  type RelationRules,
  tiesOfCrm,
  toRelationRules,
} from "@sweetspot/relation-book";
import type { Desk } from "./memory-reader.ts";
import type { Archive } from "./memory-store.ts";

/** What all users of one memory CRM share: the book, made anew where the world or the admin's rules are others. */
export interface MemoryRelations {
  readerOf(desk: Desk): RelationReader;
}

interface OpenBook {
  readonly book: RelationBook;
  readonly rules: RelationRules;
  readonly world: unknown;
  readonly rulesText: string;
}

export function createMemoryRelations(archive: Archive, now: () => Date): MemoryRelations {
  const wishes = new Map<RecordId, TieWish>();
  let open: OpenBook | undefined;

  function openBook(desk: Desk, relations: WorldRelations): OpenBook {
    const world = desk.world();
    const rulesText = JSON.stringify(recordOf(archive, RELATION_RULES_ID)?.fields ?? {});
    if (open?.world === world && open.rulesText === rulesText) return open;
    const today = dayOf(now());
    const rules = toRelationRules(JSON.parse(rulesText) as Record<string, unknown>);
    const given = relations.wishes.map(({ teamMember, wish }) => [teamMember, wish] as const);
    const said = new Map([...given, ...wishes]);
    const book = createRelationBook({
      ...relations,
      crm: tiesOfCrm({ ...world, today }),
      wishes: [...said].map(([teamMember, wish]) => ({ teamMember, wish })),
      rules,
      today,
    });
    open = { book, rules, world, rulesText };
    return open;
  }

  return {
    readerOf(desk) {
      const given = (): WorldRelations => desk.world().relations ?? NOTHING;
      const opened = () => openBook(desk, given());
      const me = (): RecordId => desk.user().id;
      const readerNow = () =>
        createRelationReader(() => opened().book, {
          me: me(),
          mayUse: async (account) => desk.sight().accounts.some(({ id }) => id === account),
          contactsOf: async (account) =>
            desk
              .sight()
              .contacts.filter((contact) => valueOf(contact.account) === account)
              .map(({ id, name, title }) => ({ id, name, ...titleOf(valueOf(title)) })),
          visibleContacts: async (ids) => among(ids, desk.sight().contacts),
          visibleAccounts: async (ids) => among(ids, desk.sight().accounts),
          asked: async (people) => countAsks(archive, people, asksCountFrom(dayOf(now()), opened().rules)),
        });
      return {
        contract: "relations/1",
        listTargets: (account, options) =>
          desk.call("listTargets", options, () => readerNow().listTargets(account, options)),
        findPaths: (query, options) =>
          desk.call("findPaths", options, () => readerNow().findPaths(query, options)),
        listAcquaintances: (query, options) =>
          desk.call("listAcquaintances", options, () => readerNow().listAcquaintances(query, options)),
        readMyWish: (options) =>
          desk.call("readMyWish", options, () => {
            const first = given().wishes.find(({ teamMember }) => teamMember === me())?.wish;
            return wishes.get(me()) ?? first ?? "shared";
          }),
        saveMyWish: (wish, options) =>
          desk.call("saveMyWish", options, () => {
            wishes.set(me(), wish);
            open?.book.apply({ wishes: [{ teamMember: me(), wish }] });
          }),
      };
    },
  };
}

const NOTHING: WorldRelations = { sources: [], people: [], bodies: [], ties: [], decisions: [], wishes: [] };

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

const titleOf = (title: string | undefined): { readonly title?: string } =>
  title === undefined ? {} : { title };

const among = (
  ids: readonly RecordId[],
  seen: readonly { readonly id: RecordId }[],
): ReadonlySet<RecordId> => {
  const visible = new Set(seen.map(({ id }) => id));
  return new Set(ids.filter((id) => visible.has(id)));
};

function recordOf(archive: Archive, id: RecordId): PlanRecord | undefined {
  const copy = archive.shelves.get(scopeKey(LIBRARY))?.copies.get(id);
  return copy && !isTombstone(copy) ? copy : undefined;
}

/** Requests of introductions in all plans since that day, whoever may read them: only their number is told. */
function countAsks(
  archive: Archive,
  people: readonly AskedPerson[],
  since: string,
): ReadonlyMap<RecordId, Asked> {
  const introductions = [...archive.shelves.values()].flatMap(({ copies }) =>
    [...copies.values()].flatMap((copy) =>
      !isTombstone(copy) && copy.type === "introduction" ? [copy.fields] : [],
    ),
  );
  const counts = new Map<RecordId, Asked>();
  for (const { person, records } of people) {
    const days = introductions.flatMap(({ goBetween, askedOn }) =>
      typeof askedOn === "string" && askedOn >= since && records.includes(goBetween as RecordId)
        ? [askedOn]
        : [],
    );
    const last = days.toSorted().at(-1);
    if (last !== undefined) counts.set(person, { count: days.length, last });
  }
  return counts;
}
