import {
  type Contact,
  type IsoDate,
  type PlanEdit,
  type PlanFields,
  type RecordId,
  valueOf,
} from "@sweetspot/contract";
import { buyingCentreMember, fitText, type PatchOf } from "@sweetspot/plan-model";

export type NewId = (type: string) => RecordId;
export type MemberPatch = PatchOf<typeof buyingCentreMember>;

const LIMITS = buyingCentreMember.fields;

const edit = (name: string, puts: PlanEdit["puts"], removes: readonly RecordId[] = []): PlanEdit => ({
  name,
  scope: "plan",
  puts,
  removes,
});

const put = (id: RecordId, fields: PlanFields): PlanEdit["puts"][number] => ({
  id,
  type: buyingCentreMember.name,
  fields,
});

/** What the CRM says of a contact, as a member keeps it. */
export function toContactFields(contact: Contact): PlanFields {
  const position = valueOf(contact.title);
  const account = valueOf(contact.account);
  return {
    name: fitText(contact.name, LIMITS.name.max),
    contact: contact.id,
    ...(position === undefined ? {} : { position: fitText(position, LIMITS.position.max) }),
    ...(account === undefined ? {} : { account }),
  };
}

/** Any number of contacts in one step; undefined where none was chosen. */
export const addContacts = (contacts: readonly Contact[], newId: NewId): PlanEdit | undefined =>
  contacts.length === 0
    ? undefined
    : edit(
        contacts.length === 1 ? "person-added" : "people-added",
        contacts.map((contact) => put(newId(buyingCentreMember.name), toContactFields(contact))),
      );

/** Somebody still unknown, by what is known of him: "Head of purchasing". */
export function addUnknown(name: string, newId: NewId): PlanEdit | undefined {
  const known = fitText(name.replaceAll(/\s+/g, " ").trim(), LIMITS.name.max);
  return known === ""
    ? undefined
    : edit("unknown-added", [put(newId(buyingCentreMember.name), { name: known })]);
}

/** The unknown person now has a face: name and position are the CRM's, all that was known of him stays. */
export const identify = (member: RecordId, contact: Contact): PlanEdit =>
  edit("person-identified", [put(member, toContactFields(contact))]);

/** Takes over what the CRM now says of the person. */
export const takeOver = (member: RecordId, contact: Contact): PlanEdit =>
  edit("taken-over", [put(member, toContactFields(contact))]);

export const markLeft = (member: RecordId, on: IsoDate): PlanEdit =>
  edit("marked-left", [put(member, { leftOn: on })]);

/** One lead or none: a second one replaces the first (method §9). */
export const setLead = (member: RecordId, lead: RecordId | null): PlanEdit =>
  edit(lead === null ? "lead-cleared" : "lead-set", [put(member, { lead })]);

/** A name cannot be cleared: a person without one could not be told from others. */
export function changeMember(member: RecordId, patch: MemberPatch): PlanEdit | undefined {
  const fields: Record<string, unknown> = { ...patch };
  if (fields["name"] === null || fields["name"] === "") return undefined;
  for (const [name, value] of Object.entries(fields)) if (value === "") fields[name] = null;
  return edit("person-changed", [put(member, fields as PlanFields)]);
}

/** Says whether a person decides a deal. */
export function setDecides(
  member: RecordId,
  decides: readonly RecordId[],
  deal: RecordId,
  on: boolean,
): PlanEdit {
  const others = decides.filter((id) => id !== deal);
  const next = on ? [...others, deal] : others;
  return edit("decider-set", [put(member, { decides: next.length > 0 ? next : null })]);
}

/** Somebody who is no member yet decides a deal: he becomes one by the same step. */
export const addDecider = (fields: PlanFields, deal: RecordId, newId: NewId): PlanEdit =>
  edit("decider-set", [put(newId(buyingCentreMember.name), { ...fields, decides: [deal] })]);

export const removeMember = (member: RecordId): PlanEdit => edit("person-removed", [], [member]);
