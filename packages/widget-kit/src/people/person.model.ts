import { type Contact, foldText, type RecordId, valueOf } from "@sweetspot/contract";
import { buyingCentreMember, type FieldsOf, fitText, type RecordOf } from "@sweetspot/plan-model";

/** Somebody at the customer: in the buying centre already, a contact of the CRM who is not, or a person without a name yet. */
export type Person =
  | {
      readonly kind: "member";
      readonly member: RecordId;
      readonly contact?: RecordId;
      readonly name: string;
      readonly position?: string;
      /** As far as we know the person is no longer there. */
      readonly left: boolean;
    }
  | {
      readonly kind: "contact";
      readonly contact: RecordId;
      readonly name: string;
      readonly position?: string;
      /** Where the CRM has the contact; a member remembers it, so that he is missed when he is gone from there. */
      readonly account?: RecordId;
    }
  | { readonly kind: "unknown"; readonly name: string };

type Member = RecordOf<typeof buyingCentreMember>;

/**
 * Everybody who may be picked, each once: the buying centre's people first, then the CRM's contacts who are not in it.
 * Names and positions are the CRM's newest where it knows the person.
 *
 * @param compare order of names in the user's language
 */
export function toPeople(
  members: readonly Member[],
  contacts: readonly Contact[],
  compare: (one: string, other: string) => number,
): readonly Person[] {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const taken = new Set(members.map(({ fields }) => fields.contact));
  const known = members.map(({ id, fields }): Person => {
    const contact = fields.contact === undefined ? undefined : byId.get(fields.contact);
    return {
      kind: "member",
      member: id,
      name: contact?.name ?? fields.name,
      left: fields.leftOn !== undefined,
      ...positionOf(contact, fields.position),
      ...(fields.contact === undefined ? {} : { contact: fields.contact }),
    };
  });
  const others = contacts
    .filter(({ id }) => !taken.has(id))
    .map((contact): Person => ({
      kind: "contact",
      contact: contact.id,
      name: contact.name,
      ...positionOf(contact),
      ...accountOf(contact),
    }));
  const byName = (one: Person, other: Person): number => compare(one.name, other.name);
  return [...known.toSorted(byName), ...others.toSorted(byName)];
}

function positionOf(contact: Contact | undefined, told?: string): { readonly position?: string } {
  const position = (contact && valueOf(contact.title)) ?? told;
  return position === undefined || position === "" ? {} : { position };
}

function accountOf(contact: Contact): { readonly account?: RecordId } {
  const account = valueOf(contact.account);
  return account === undefined ? {} : { account };
}

/** What tells one person from all others. */
export const personKey = (person: Person): string =>
  person.kind === "member"
    ? `member ${person.member}`
    : person.kind === "contact"
      ? `contact ${person.contact}`
      : `unknown ${person.name}`;

/** Answers whether name and position together hold every word of a search, ignoring case and accents. */
export function createPersonSearch(): (person: Person, search: string) => boolean {
  const folded = new Map<Person, string>();
  return (person, search) => {
    const position = person.kind === "unknown" ? "" : (person.position ?? "");
    const text = folded.get(person) ?? foldText(`${person.name} ${position}`);
    folded.set(person, text);
    return foldText(search)
      .split(/\s+/u)
      .every((word) => text.includes(word));
  };
}

/** The fields of a new buying-centre member for somebody who is not in it yet; texts are cut to what the plan holds. */
export function toMemberFields(
  person: Exclude<Person, { readonly kind: "member" }>,
): Pick<FieldsOf<typeof buyingCentreMember>, "name" | "contact" | "position" | "account"> {
  const name = fitText(person.name.trim(), buyingCentreMember.fields.name.max);
  if (person.kind === "unknown") return { name };
  return {
    name,
    contact: person.contact,
    ...(person.position === undefined
      ? {}
      : { position: fitText(person.position, buyingCentreMember.fields.position.max) }),
    ...(person.account === undefined ? {} : { account: person.account }),
  };
}
