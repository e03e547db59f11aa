import { CrmError, foldText, type PageOptions, type RecordId } from "@sweetspot/contract";
import type { Audit, ProposalPage, StoredProposal, StoredSource } from "@sweetspot/crm-sql";
import {
  CRM_SOURCE,
  type MatchDecision,
  type MatchProposal,
  recordIdOf,
  type PersonReport,
  type RelationWarning,
  type SourceBody,
  type SourcePerson,
} from "@sweetspot/relation-book";
import type { CrmShelf } from "./crm-records.ts";
import { findMerges, type MergePage, type MergesQuery } from "./find-merges.ts";
import type { RelationBooks, RelationOrigin } from "./relation-books.ts";

export type MatchKind = "people" | "bodies";

/** What an admin does with his company's relations. `by` is who he is, for the trail. */
export interface RelationAdmin {
  sources(): Promise<readonly StoredSource[]>;
  saveSource(source: Pick<StoredSource, "name" | "purpose" | "retentionMonths">): Promise<void>;
  removeSource(name: string, by: string): Promise<number>;
  /** Remembers who brings records in, before they come. */
  noteImport(by: string): Promise<void>;
  /** Who may be one: the likeliest first, each with both records. */
  proposals(kind: MatchKind, page: PageOptions): Promise<ProposalPage>;
  /** Records taken for one, by the rules or by somebody: the least sure first. */
  merges(kind: MatchKind, query: MergesQuery): Promise<MergePage>;
  decide(pair: MatchPair & { readonly same: boolean }, by: RecordId): Promise<void>;
  takeBack(pair: MatchPair): Promise<void>;
  /** By name; each person once, with what he is told by. */
  findPeople(search: string): Promise<readonly FoundPerson[]>;
  /** All that is stored about somebody, and where plans name him. @throws CrmError `not-found` */
  report(person: RecordId, by: string): Promise<StoredReport>;
  /** @throws CrmError `not-found`; `conflict` where the CRM itself has him: there he is erased first */
  erase(person: RecordId, by: RecordId): Promise<{ readonly records: number; readonly planRecords: number }>;
  warnings(): Promise<readonly RelationWarning[]>;
  /** Ties that count for nothing, and how much there is. */
  state(): Promise<RelationState>;
}

export interface MatchPair {
  readonly one: RecordId;
  readonly other: RecordId;
}

export interface FoundPerson {
  readonly id: RecordId;
  readonly name: string;
  readonly records: readonly SourcePerson[];
}

export interface StoredReport extends PersonReport {
  readonly decisions: readonly MatchDecision[];
  readonly introductions: readonly object[];
}

export interface RelationState {
  readonly people: number;
  readonly bodies: number;
  readonly ties: number;
  readonly problems: readonly object[];
  readonly problemCount: number;
}

export interface RelationAdminParts {
  readonly books: RelationBooks;
  readonly origin: RelationOrigin;
  readonly audit: Pick<Audit, "noteAct">;
  readonly now?: () => Date;
}

const MOST_PROBLEMS = 200;
const MOST_OF_CRM = 50;

function hasWords(name: string, words: readonly string[]): boolean {
  const folded = foldText(name);
  return words.every((word) => folded.includes(word));
}

export function createRelationAdmin(parts: RelationAdminParts): RelationAdmin {
  const { books, origin, audit, now = () => new Date() } = parts;
  const { stored, tenant } = origin;
  /** What was stored last, to store it anew only when it has changed. */
  const shown: { [Kind in MatchKind]?: readonly MatchProposal[] } = {};

  const open = () => books.of(origin);
  async function changed<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } finally {
      books.touch(tenant);
    }
  }

  async function personOf(id: RecordId): Promise<RecordId> {
    const found = (await open()).book.findPerson(id);
    if (found) return found;
    throw new CrmError("not-found", "The relations know no such person.");
  }

  return {
    sources: () => stored.sources(),
    saveSource: (source) => changed(stored.saveSource(source)),
    async removeSource(name, by) {
      if (!(await stored.sources()).some((source) => source.name === name))
        throw new CrmError("not-found", "There is no such source.");
      await audit.noteAct({ tenant, by, did: "relations-forgotten", scope: "tenant" });
      return changed(stored.removeSource(name));
    },
    noteImport: (by) => audit.noteAct({ tenant, by, did: "relations-imported", scope: "tenant" }),
    async proposals(kind, page) {
      const { book, crm } = await open();
      const { proposals } = book[kind];
      if (shown[kind] !== proposals) {
        await stored.saveProposals(kind, proposals);
        shown[kind] = proposals;
      }
      const found = await stored.proposals(kind, page);
      return { ...found, items: found.items.map((item) => withCrm(item, crm)) };
    },
    merges: async (kind, query) => findMerges((await open()).book[kind], query),
    decide: ({ one, other, same }, by) =>
      changed(stored.saveDecision({ one, other, same, by, at: now().toISOString() })),
    takeBack: (pair) => changed(stored.removeDecision(pair)),
    async findPeople(search) {
      const [{ book, crm }, records] = await Promise.all([open(), stored.findPeople(search)]);
      const people = new Map<RecordId, SourcePerson[]>();
      const words = foldText(search).split(/\s+/u);
      const ofCrm = crm.relations.people.filter(({ name }) => hasWords(name, words)).slice(0, MOST_OF_CRM);
      for (const record of [...records, ...ofCrm]) {
        const id = book.findPerson(recordIdOf(record));
        if (id) people.set(id, [...(people.get(id) ?? []), record]);
      }
      return [...people].map(([id, own]) => ({ id, name: own[0]?.name ?? "", records: own }));
    },
    async report(person, by) {
      const id = await personOf(person);
      const { book } = await open();
      const [found, stores] = [book.report(id), await stored.report(book.people.recordsOf(id))];
      if (!found) throw new CrmError("not-found", "The relations know no such person.");
      await audit.noteAct({ tenant, by, did: "exported", scope: "person" });
      return { ...found, decisions: stores.decisions, introductions: stores.introductions };
    },
    async erase(person, by) {
      const id = await personOf(person);
      const { book } = await open();
      const records = book.people.recordsOf(id);
      if (records.some((record) => record.startsWith(`${CRM_SOURCE}/`)))
        throw new CrmError("conflict", "The CRM itself has this person: erase him there first, then here.", {
          detail: { crm: true },
        });
      const gone = await changed(stored.erasePerson(records, by));
      return { records: gone.people.length + gone.ties.length, planRecords: gone.planRecords };
    },
    warnings: async () => (await open()).book.warnings,
    async state() {
      const { size, problems } = (await open()).book;
      const { people, bodies, ties } = size;
      return {
        people,
        bodies,
        ties,
        problems: problems.slice(0, MOST_PROBLEMS),
        problemCount: problems.length,
      };
    },
  };
}

/** The CRM's own records are not stored with the relations. */
function withCrm(item: StoredProposal, crm: CrmShelf): StoredProposal {
  const [one, other] = [
    item.oneRecord ?? (crm.find(item.one) as SourcePerson | SourceBody | undefined),
    item.otherRecord ?? (crm.find(item.other) as SourcePerson | SourceBody | undefined),
  ];
  return { ...item, ...(one ? { oneRecord: one } : {}), ...(other ? { otherRecord: other } : {}) };
}
