import { type Contact, type CrmView, type Opportunity, type RecordId, valueOf } from "@sweetspot/contract";
import type { Person } from "./people.model.ts";

/** Somebody the CRM names for a deal and who does not decide it here: told with the CRM's own words for his part. */
export interface NamedInCrm {
  readonly contact: Contact;
  readonly roles: readonly string[];
  /** Where he is in the buying centre already. */
  readonly person: Person | undefined;
}

/** An open deal and who decides it. */
export interface DealDeciders {
  readonly deal: Opportunity;
  readonly deciders: readonly Person[];
  readonly named: readonly NamedInCrm[];
}

/** Open deals in the CRM's order; one without anybody who decides is an open task. Who left decides nothing any more. */
export function dealsOf(
  { opportunities, people: involved }: Pick<CrmView, "opportunities" | "people">,
  people: readonly Person[],
): readonly DealDeciders[] {
  const byDeal = new Map<RecordId, Person[]>();
  for (const person of people)
    if (person.standing !== "left")
      for (const deal of new Set(person.fields.decides ?? []))
        byDeal.set(deal, [...(byDeal.get(deal) ?? []), person]);
  const named = namedByDeal(involved, people);
  return opportunities
    .filter(({ status }) => status === "open")
    .map((deal) => {
      const deciders = byDeal.get(deal.id) ?? [];
      const known = new Set(deciders.map(({ fields }) => fields.contact));
      return {
        deal,
        deciders,
        named: (named.get(deal.id) ?? []).filter(({ contact }) => !known.has(contact.id)),
      };
    });
}

function namedByDeal(
  involved: CrmView["people"],
  people: readonly Person[],
): ReadonlyMap<RecordId, readonly NamedInCrm[]> {
  const byContact = new Map(people.map((person) => [person.fields.contact, person]));
  const found = new Map<RecordId, readonly NamedInCrm[]>();
  for (const { person, place, roles, active } of involved?.involvements ?? []) {
    if (person.kind !== "contact" || place.kind !== "opportunity" || valueOf(active) === false) continue;
    const { contact } = person;
    const member = byContact.get(contact.id);
    if (member?.standing === "left") continue;
    found.set(place.opportunity, [
      ...(found.get(place.opportunity) ?? []),
      { contact, roles: valueOf(roles) ?? [], person: member },
    ]);
  }
  return found;
}
