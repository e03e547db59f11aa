import {
  type Contact,
  CrmError,
  EMPTY,
  type Field,
  gapOf,
  type Involvement,
  type InvolvementPage,
  known,
  type PageOptions,
  type ReadOptions,
  type RecordId,
  toRecordId,
  valueOf,
} from "@sweetspot/contract";
import { readDeals } from "./deals.ts";
import { type Desk, factsOf, idsOf, toReadOptions } from "./desk.ts";
import { readFamily } from "./family.ts";
import { readInvolvementGaps } from "./gaps.ts";
import type { MappedProperty } from "./field-mapping.ts";
import { readPlace, toSlice } from "./pages.ts";
import type { HubspotAssociationType, HubspotRecord } from "./raw/answers.ts";
import { propertiesOf, toLabels } from "./records/fields.ts";
import { COLLABORATORS } from "./records/opportunity.ts";
import { BUYING_ROLE, contactProperties, toContact } from "./records/records.ts";

/** Contacts of one family that are read. */
const MOST_CONTACTS = 20_000;
const queryOf = (account: RecordId) => ["involvements", account];

type Place = Involvement["place"];
type Person = Involvement["person"];

/** Who takes part in a family's deals and accounts: by association, by buying role, as collaborator, in a user property. */
export async function readInvolvementPage(
  desk: Desk,
  account: RecordId,
  options?: PageOptions,
): Promise<InvolvementPage> {
  const place = readPlace(queryOf(account), options);
  const read = toReadOptions(options);
  const items = await readInvolvements(desk, account, read);
  const page = toSlice(queryOf(account), items, place);
  return { ...page, gaps: await readInvolvementGaps(desk, new Set(items.map(gapOf)), read) };
}

async function readInvolvements(desk: Desk, account: RecordId, options: ReadOptions): Promise<Involvement[]> {
  const { mapping } = desk.portal;
  const { companies } = await readFamily(desk.reads, account, mapping, options);
  const { rows } = await readDeals(desk, idsOf(companies), options);
  const deals = rows.map(({ record }) => record);
  return [
    ...(await readContactParts(desk, companies, deals, options)),
    ...companies.flatMap((company) => toTeam(atAccount(company.id), company, mapping.accountTeam ?? [])),
    ...deals.flatMap((deal) =>
      toTeam(inDeal(deal.id), deal, [
        { property: COLLABORATORS, label: "" },
        ...(mapping.opportunityTeam ?? []),
      ]),
    ),
  ];
}

const atAccount = (id: string): Place => ({ kind: "account", account: toRecordId(id) });
const inDeal = (id: string): Place => ({ kind: "opportunity", opportunity: toRecordId(id) });

interface ContactPart {
  readonly place: Place;
  readonly contact: string;
  readonly labels: readonly string[];
}

/** Contacts of the family's companies and deals. */
async function readContactParts(
  desk: Desk,
  companies: readonly HubspotRecord[],
  deals: readonly HubspotRecord[],
  options: ReadOptions,
): Promise<Involvement[]> {
  const { reads, portal } = desk;
  const [facts, ofCompanies, ofDeals] = await Promise.all([
    factsOf(desk, options),
    reads.associations("companies", "contacts", idsOf(companies), options),
    reads.associations("deals", "contacts", idsOf(deals), options),
  ]);
  const parts = [...toParts(atAccount, companies, ofCompanies), ...toParts(inDeal, deals, ofDeals)];
  const ids = [...new Set(parts.map(({ contact }) => contact))];
  if (ids.length > MOST_CONTACTS)
    throw new CrmError("unavailable", `The family has more than ${MOST_CONTACTS} contacts.`);
  const records = await reads.records("contacts", ids, contactProperties(portal.mapping), options);
  const contacts = new Map(records.map((record) => [record.id, record]));
  return parts.flatMap(({ place, contact, labels }) => {
    const record = contacts.get(contact);
    if (!record) return [];
    const theirs = toContact(record, portal.mapping);
    if (!livesAt(theirs, place)) return [build(place, { kind: "contact", contact: theirs }, rolesOf(labels))];
    // The record itself says where he lives; only what he is to a purchase there is new.
    const buying = toLabels(propertiesOf(record), "contacts", BUYING_ROLE, facts);
    const roles = [...labels, ...(valueOf(buying) ?? [])];
    return roles.length > 0 ? [build(place, { kind: "contact", contact: theirs }, rolesOf(roles))] : [];
  });
}

const livesAt = (contact: Contact, place: Place): boolean =>
  place.kind === "account" && valueOf(contact.account) === place.account;

function toParts(
  toPlace: (id: string) => Place,
  records: readonly HubspotRecord[],
  associations: ReadonlyMap<
    string,
    readonly { readonly id: string; readonly types: readonly HubspotAssociationType[] }[]
  >,
): ContactPart[] {
  return records.flatMap(({ id }) =>
    (associations.get(id) ?? []).map((association) => ({
      place: toPlace(id),
      contact: association.id,
      // HubSpot's own label "Primary" says where a contact lives, not what he does.
      labels: association.types.flatMap(({ category, label }) =>
        category !== "HUBSPOT_DEFINED" && label ? [label] : [],
      ),
    })),
  );
}

/** Our people, by the user properties of a record; one with several properties has several roles. */
function toTeam(place: Place, record: HubspotRecord, team: readonly MappedProperty[]): Involvement[] {
  const members = new Map<string, string[]>();
  for (const { property, label } of team)
    for (const member of (propertiesOf(record)[property] ?? "").split(";").filter((id) => id !== ""))
      members.set(member, [...(members.get(member) ?? []), ...(label === "" ? [] : [label])]);
  return [...members].map(([member, roles]) =>
    build(place, { kind: "team-member", teamMember: toRecordId(member) }, rolesOf(roles)),
  );
}

const rolesOf = (roles: readonly string[]): Field<readonly string[]> =>
  roles.length === 0 ? EMPTY : known([...new Set(roles)]);

/** HubSpot has no record for it: its two ends make the id. It keeps no dates, and marks nobody as first. */
function build(place: Place, person: Person, roles: Field<readonly string[]>): Involvement {
  const where = place.kind === "account" ? place.account : place.opportunity;
  const who = person.kind === "contact" ? person.contact.id : person.teamMember;
  return {
    id: toRecordId(`${place.kind}:${where}:${person.kind}:${who}`),
    person,
    place,
    roles,
    primary: EMPTY,
    active: EMPTY,
    since: EMPTY,
    until: EMPTY,
  };
}
