import type { BridgeOrganisation } from "@sweetspot/bridge-graph";
import type { PartialDate, RecordId, RelationBody, RelationPerson, SourceNote } from "@sweetspot/contract";
import type { IdentityBook } from "./identity/identity-book.ts";
import type { BookView } from "./relation-book.ts";
import { CRM_SOURCE, type SourceBody, type SourcePerson, type SourceRecord } from "./source-record.ts";
import type { TieShelf } from "./tie-shelf.ts";

/** How an answer speaks of people and bodies. */
export interface Mentions {
  personName(identity: RecordId): string;
  engineBody(identity: RecordId): BridgeOrganisation;
  person(identity: RecordId, view: BookView): RelationPerson;
  body(identity: RecordId, view: BookView): RelationBody;
  /** Since when a body is insolvent, by the source that says the earliest day. */
  insolvent(identity: RecordId): PartialDate | undefined;
  /** What was counted is old. */
  forget(): void;
}

export interface MentionsInput {
  readonly people: IdentityBook<SourcePerson>;
  readonly bodies: IdentityBook<SourceBody>;
  readonly shelf: TieShelf;
}

export function createMentions({ people, bodies, shelf }: MentionsInput): Mentions {
  const peopleOf = new Map<RecordId, number>();
  return {
    personName: (identity) => namesakesOf(people, identity)[0]?.name ?? "",
    engineBody: (identity) => ({
      id: identity,
      name: namesakesOf(bodies, identity)[0]?.name ?? "",
      ...toSaid(namesakesOf(bodies, identity)),
    }),
    person,
    body,
    insolvent: (identity) => insolventOf(namesakesOf(bodies, identity)),
    forget: () => peopleOf.clear(),
  };

  function person(identity: RecordId, view: BookView): RelationPerson {
    const all = namesakesOf(people, identity);
    const records = all.filter(({ contact }) => !contact || !view.withoutContacts?.has(contact));
    const { name = "" } = records[0] ?? {};
    const city = firstOf(records, "city");
    const teamMember = firstOf(records, "teamMember");
    const contact = firstOf(records, "contact");
    return {
      id: identity,
      name,
      ...(city ? { city } : {}),
      ...(teamMember ? { teamMember } : {}),
      ...(contact ? { contact } : {}),
      sources: toNotes(records),
    };
  }

  function body(identity: RecordId, view: BookView): RelationBody {
    const all = namesakesOf(bodies, identity);
    const records = all.filter(({ account }) => !account || !view.withoutAccounts?.has(account));
    const { name = "" } = records[0] ?? {};
    const place = firstOf(records, "place");
    const account = firstOf(records, "account");
    const insolvent = insolventOf(all);
    return {
      id: identity,
      name,
      ...(place ? { place } : {}),
      ...(account ? { account } : {}),
      people: Math.max(toSaid(all).people ?? 0, countPeople(identity)),
      ...(insolvent ? { insolvent } : {}),
      sources: toNotes(records),
    };
  }

  function countPeople(identity: RecordId): number {
    const known = peopleOf.get(identity);
    if (known !== undefined) return known;
    const found = new Set<RecordId>();
    for (const record of bodies.recordsOf(identity))
      for (const tie of shelf.tiesOf(record)) {
        const { person } = shelf.endsOf(tie);
        if (person) found.add(people.identityOf(person) ?? person);
      }
    peopleOf.set(identity, found.size);
    return found.size;
  }
}

/** The records of one, those of the CRM first: they bear the name that its users know. */
function namesakesOf<Kind extends SourceRecord>(
  book: IdentityBook<Kind>,
  identity: RecordId,
): readonly Kind[] {
  const records = book.recordsOf(identity).flatMap((id) => book.records.get(id) ?? []);
  if (records.length < 2) return records;
  return records.toSorted((one, other) => Number(isOther(one)) - Number(isOther(other)));
}

const isOther = ({ source }: SourceRecord): boolean => source !== CRM_SOURCE;

const firstOf = <Kind, Name extends keyof Kind>(
  records: readonly Kind[],
  name: Name,
): Kind[Name] | undefined => records.find((record) => record[name])?.[name];

const insolventOf = (records: readonly SourceBody[]): PartialDate | undefined =>
  records.flatMap(({ insolvent }) => insolvent ?? []).toSorted()[0];

function toSaid(records: readonly SourceBody[]): { readonly people?: number } {
  const said = Math.max(0, ...records.map(({ people = 0 }) => people));
  return said > 0 ? { people: said } : {};
}

/** Each source once, with the latest day of its data. */
function toNotes(records: readonly SourceRecord[]): readonly SourceNote[] {
  const dates = new Map<string, PartialDate>();
  for (const { source, sourceDate = "" } of records)
    if (sourceDate >= (dates.get(source) ?? "")) dates.set(source, sourceDate);
  return [...dates].map(([name, date]) => (date ? { name, date } : { name }));
}
