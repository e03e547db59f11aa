import { type Contact, type CrmView, foldText, type RecordId, valueOf } from "@sweetspot/contract";
import { toWords } from "./filter.model.ts";
import { contactsOf, type Person } from "./people.model.ts";

/** A contact of the CRM who is not in the buying centre yet. */
export interface Candidate {
  readonly contact: Contact;
  /** What the CRM says he is in this customer's deals: "Decision Maker". Its own words, shown and never taken over. */
  readonly crmRoles: readonly string[];
}

/** Contacts to choose from, by name as the CRM orders them; people known from deals come with their roles there. */
export function candidatesOf(
  crm: Pick<CrmView, "contacts" | "people">,
  people: readonly Person[],
): readonly Candidate[] {
  const taken = new Set(people.flatMap(({ fields }) => fields.contact ?? []));
  const roles = crmRolesOf(crm);
  return [...contactsOf(crm).values()]
    .filter(({ id }) => !taken.has(id))
    .map((contact) => ({ contact, crmRoles: roles.get(contact.id) ?? [] }))
    .toSorted((one, other) => (foldText(one.contact.name) < foldText(other.contact.name) ? -1 : 1));
}

/** What the CRM calls a contact in deals, each word once. */
export function crmRolesOf(crm: Pick<CrmView, "people">): ReadonlyMap<RecordId, readonly string[]> {
  const found = new Map<RecordId, readonly string[]>();
  for (const { person, place, roles } of crm.people?.involvements ?? []) {
    if (person.kind !== "contact" || place.kind !== "opportunity") continue;
    const { id } = person.contact;
    found.set(id, [...new Set([...(found.get(id) ?? []), ...(valueOf(roles) ?? [])])]);
  }
  return found;
}

export function findCandidates(candidates: readonly Candidate[], text: string): readonly Candidate[] {
  const words = toWords(text);
  if (words.length === 0) return candidates;
  return candidates.filter(({ contact, crmRoles }) => {
    const hay = foldText(
      [contact.name, valueOf(contact.title), valueOf(contact.department), ...crmRoles]
        .filter(Boolean)
        .join(" "),
    );
    return words.every((word) => hay.includes(word));
  });
}
