import type { RecordId, RelationGap } from "@sweetspot/contract";
import type { BookState } from "./book-state.ts";
import type { BookView } from "./relation-book.ts";
import { CRM_SOURCE, recordIdOf } from "./source-record.ts";

/** Ids of the records that `tiesOfCrm` makes of the CRM's own. */
export const contactRecord = (contact: RecordId): RecordId =>
  recordIdOf({ source: CRM_SOURCE, key: `contact/${contact}` });
export const memberRecord = (teamMember: RecordId): RecordId =>
  recordIdOf({ source: CRM_SOURCE, key: `team-member/${teamMember}` });
export const accountRecord = (account: RecordId): RecordId =>
  recordIdOf({ source: CRM_SOURCE, key: `account/${account}` });

export function lookUpPerson(
  { people }: BookState,
  who: RecordId | { readonly contact: RecordId } | { readonly teamMember: RecordId },
): RecordId | undefined {
  if (typeof who === "string") return people.identityOf(who);
  return people.identityOf("contact" in who ? contactRecord(who.contact) : memberRecord(who.teamMember));
}

export function gapsOf({ sources, withCrm }: BookState): readonly RelationGap[] {
  const registers = [...sources.keys()].some((name) => name !== CRM_SOURCE);
  return [...(registers ? [] : ["no-registers" as const]), ...(withCrm ? [] : ["no-crm-ties" as const])];
}

const ours = new WeakMap<BookState, { readonly revision: number; readonly ids: readonly RecordId[] }>();

/** Our people who are still here, by id. */
export function ourPeople(state: BookState): readonly RecordId[] {
  const { people, revision } = state;
  const known = ours.get(state);
  if (known?.revision === revision) return known.ids;
  const found = new Set<RecordId>();
  for (const [id, { teamMember }] of people.records)
    if (teamMember) found.add(people.identityOf(id) as RecordId);
  const ids = [...found].toSorted();
  ours.set(state, { revision, ids });
  return ids;
}

/** What this user's answers must do without: people, bodies and ties, by the ids of the book. */
export interface Unseen {
  readonly people: readonly RecordId[];
  readonly bodies: readonly RecordId[];
  readonly ties: readonly RecordId[];
}

/**
 * Who hides his ties is not there for others: each of his ways would tell one. A contact or account that the user may not
 * see is there as far as registers know it; what only the CRM tells of it is not.
 */
export function unseenBy({ people, bodies, shelf, wishes }: BookState, view: BookView): Unseen {
  const unseen = { people: new Set<RecordId>(), bodies: new Set<RecordId>(), ties: new Set<RecordId>() };
  for (const [teamMember, wish] of wishes) {
    const identity = people.identityOf(memberRecord(teamMember));
    if (wish === "hidden" && teamMember !== view.me && identity) unseen.people.add(identity);
  }
  for (const contact of view.withoutContacts ?? []) {
    const record = contactRecord(contact);
    const identity = people.identityOf(record);
    if (!identity) continue;
    const isElse = people.recordsOf(identity).some((id) => {
      const other = people.records.get(id)?.contact;
      return !other || !view.withoutContacts?.has(other);
    });
    if (!isElse) unseen.people.add(identity);
    else for (const tie of shelf.tiesOf(record)) unseen.ties.add(recordIdOf(tie));
  }
  for (const account of view.withoutAccounts ?? []) {
    const record = accountRecord(account);
    const identity = bodies.identityOf(record);
    if (!identity) continue;
    const isElse = bodies.recordsOf(identity).some((id) => {
      const other = bodies.records.get(id)?.account;
      return !other || !view.withoutAccounts?.has(other);
    });
    if (!isElse) unseen.bodies.add(identity);
    else for (const tie of shelf.tiesOf(record)) unseen.ties.add(recordIdOf(tie));
  }
  return { people: [...unseen.people], bodies: [...unseen.bodies], ties: [...unseen.ties] };
}
