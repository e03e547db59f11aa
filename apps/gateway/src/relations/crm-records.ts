import type { IsoDate, RecordId } from "@sweetspot/contract";
import {
  type BookChanges,
  type CrmRecords,
  type CrmRelations,
  recordIdOf,
  type SourceRecord,
  tiesOfCrm,
} from "@sweetspot/relation-book";

/** What a CRM tells of a tenant's relations, as far as it was read, and what a book has to be told of a later reading. */
export interface CrmShelf {
  readonly relations: CrmRelations;
  /** Where a contact lives, as far as it is known. */
  accountOf(contact: RecordId): RecordId | undefined;
  /** The record of the CRM's that bears this id in the book. */
  find(id: RecordId): SourceRecord | undefined;
  /** @param whole what is not among the records is no more; otherwise it stays */
  replace(records: Omit<CrmRecords, "today">, today: IsoDate, whole: boolean): BookChanges;
}

type Kind = "people" | "bodies" | "ties";
const KINDS: readonly Kind[] = ["people", "bodies", "ties"];

export function createCrmShelf(): CrmShelf {
  const shelves: Readonly<Record<Kind, Map<RecordId, SourceRecord>>> = {
    people: new Map(),
    bodies: new Map(),
    ties: new Map(),
  };
  const accounts = new Map<RecordId, RecordId>();
  return {
    get relations() {
      return {
        people: [...shelves.people.values()],
        bodies: [...shelves.bodies.values()],
        ties: [...shelves.ties.values()],
      } as unknown as CrmRelations;
    },
    accountOf: (contact) => accounts.get(contact),
    find: (id) => shelves.people.get(id) ?? shelves.bodies.get(id),
    replace(records, today, whole) {
      const told = tiesOfCrm({ ...records, today });
      for (const { contact, account } of told.people) if (contact && account) accounts.set(contact, account);
      const [changed, removed]: [Record<string, SourceRecord[]>, Record<string, RecordId[]>] = [{}, {}];
      for (const kind of KINDS) {
        const shelf = shelves[kind];
        const next = new Map<RecordId, SourceRecord>(
          told[kind].map((record) => [recordIdOf(record), record]),
        );
        changed[kind] = [...next].flatMap(([id, record]) => (isSame(shelf.get(id), record) ? [] : [record]));
        removed[kind] = whole ? [...shelf.keys()].filter((id) => !next.has(id)) : [];
        for (const id of removed[kind]) shelf.delete(id);
        for (const [id, record] of next) shelf.set(id, record);
      }
      return { ...changed, removed } as BookChanges;
    },
  };
}

/** Both were made by the same code: fields stand in the same order. */
const isSame = (one: SourceRecord | undefined, other: SourceRecord): boolean =>
  one !== undefined && JSON.stringify(one) === JSON.stringify(other);
