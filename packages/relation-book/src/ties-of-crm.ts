import {
  type Account,
  type Contact,
  type Involvement,
  type IsoDate,
  type Opportunity,
  type RecordId,
  type TeamMember,
  valueOf,
} from "@sweetspot/contract";
import { createCrmDeals } from "./crm-deals.ts";
import type { CrmRelations } from "./relation-book.ts";
import { CRM_SOURCE, type SourceBody, type SourcePerson, type SourceTie } from "./source-record.ts";

export interface CrmRecords {
  readonly teamMembers: Iterable<TeamMember>;
  readonly accounts: Iterable<Account>;
  readonly contacts: Iterable<Contact>;
  readonly opportunities: Iterable<Opportunity>;
  readonly involvements: Iterable<Involvement>;
  /** The day of the records: what the CRM shows without an end holds on it. */
  readonly today: IsoDate;
}

/** In a larger team not everybody knows everybody: only those who work on one deal or account are colleagues. */
const SMALL_TEAM = 50;

/**
 * The relations that the CRM's own records tell, as records of the source `CRM`: a contact's employer, whom he also works
 * or worked for, which of ours looks after him or met him in a deal, and who of ours are colleagues. Fields that are hidden
 * tell nothing.
 */
export function tiesOfCrm(records: CrmRecords): CrmRelations {
  const { today } = records;
  const people = new Map<string, SourcePerson>();
  const ties = new Map<string, SourceTie>();
  const bodies = [...records.accounts].map(toBody);
  const contacts = new Map<RecordId, Contact>([...records.contacts].map((contact) => [contact.id, contact]));
  const deals = createCrmDeals(records.opportunities);
  const told = new Set<string>();
  const team = [...records.teamMembers];
  for (const member of team) putPerson(toMember(member));
  for (const involvement of records.involvements) involve(involvement);
  for (const contact of contacts.values()) meet(contact);
  for (const meeting of deals.meetings())
    putTie({
      key: `deal/${meeting.deal}/${meeting.teamMember}/${meeting.contact}`,
      person: memberKey(meeting.teamMember),
      otherPerson: contactKey(meeting.contact),
      type: "crm_contact",
      ...(meeting.role ? { role: meeting.role } : {}),
      ...lasting(meeting.since, meeting.end),
    });
  for (const [one, other] of deals.colleagues(
    team.filter(({ active }) => active),
    SMALL_TEAM,
  ))
    putTie({
      key: `colleague/${one}/${other}`,
      person: memberKey(one),
      otherPerson: memberKey(other),
      type: "colleague",
      seenTo: today,
    });
  return { people: [...people.values()], bodies, ties: [...ties.values()] };

  function putPerson(person: SourcePerson): void {
    people.set(person.key, person);
  }

  function putTie(tie: Omit<SourceTie, "source">): void {
    ties.set(tie.key, { source: CRM_SOURCE, ...tie });
  }

  function meet(contact: Contact): void {
    putPerson(toContact(contact));
    const [account, owner, title] = [contact.account, contact.owner, contact.title].map(valueOf);
    // What an involvement tells of the contact's own account tells more.
    if (account && !told.has(`${contact.id}\n${account}`))
      putTie({
        key: `contact/${contact.id}/account`,
        person: contactKey(contact.id),
        body: accountKey(account as RecordId),
        type: "employer",
        ...(title ? { role: title } : {}),
        seenTo: today,
      });
    if (owner)
      putTie({
        key: `contact/${contact.id}/owner`,
        person: memberKey(owner as RecordId),
        otherPerson: contactKey(contact.id),
        type: "crm_contact",
        seenTo: today,
      });
  }

  function involve({ id, person, place, roles, active, since, until }: Involvement): void {
    const isFormer = valueOf(active) === false;
    const [start, end] = [valueOf(since), valueOf(until)];
    if (person.kind === "contact" && !contacts.has(person.contact.id))
      contacts.set(person.contact.id, person.contact);
    if (place.kind === "opportunity") return deals.involve({ person, place, roles, since: start, end });
    if (person.kind === "team-member") return deals.onAccount(person.teamMember, place.account);
    told.add(`${person.contact.id}\n${place.account}`);
    const role = valueOf(roles)?.join(", ") ?? valueOf(person.contact.title);
    putTie({
      key: `involvement/${id}`,
      person: contactKey(person.contact.id),
      body: accountKey(place.account),
      // Without a day nobody knows when it ended, only that it did.
      type: isFormer && !end ? "past_employer" : "employer",
      ...(role ? { role } : {}),
      ...(isFormer && !end ? begun(start) : lasting(start, end)),
    });
  }

  function lasting(start: IsoDate | undefined, end: IsoDate | undefined): Partial<SourceTie> {
    return { ...begun(start), ...(end ? { end } : { seenTo: today }) };
  }
}

const begun = (start: IsoDate | undefined): Partial<SourceTie> => (start ? { start } : {});

const contactKey = (id: RecordId): string => `contact/${id}`;
const memberKey = (id: RecordId): string => `team-member/${id}`;
const accountKey = (id: RecordId): string => `account/${id}`;

/** Who has left is no longer one of ours, but may still know whom he knew. */
const toMember = ({ id, name, active }: TeamMember): SourcePerson => ({
  source: CRM_SOURCE,
  key: memberKey(id),
  name,
  ...(active ? { teamMember: id } : {}),
});

function toContact({ id, name, account }: Contact): SourcePerson {
  const employer = valueOf(account);
  return {
    source: CRM_SOURCE,
    key: contactKey(id),
    name,
    contact: id,
    ...(employer ? { account: employer } : {}),
  };
}

function toBody({ id, name, city, employees }: Account): SourceBody {
  const [place, people] = [valueOf(city), valueOf(employees)];
  return {
    source: CRM_SOURCE,
    key: accountKey(id),
    name,
    account: id,
    ...(place ? { place } : {}),
    ...(people ? { people } : {}),
  };
}
