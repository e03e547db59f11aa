import type { PlanFields, PlanValue, RecordId } from "@sweetspot/contract";
import { findEntity } from "./entities/index.ts";

/** Stands where a text has to be and may say nothing of a person that was erased. */
export const ERASED = "…";

const contactFields = (type: string): string[] =>
  Object.entries(findEntity(type)?.fields ?? {}).flatMap(([name, field]) =>
    field.kind === "crm-reference" && field.to === "contact" ? [name] : [],
  );

/** Are records of this entity about contacts of the CRM? */
export const namesContacts = (type: string): boolean => contactFields(type).length > 0;

/** By fields that name contacts alone: the same id may be another object's too. */
export const isAboutContact = (type: string, fields: PlanFields | null, contact: RecordId): boolean =>
  contactFields(type).some((name) => fields?.[name] === contact);

/** What the person is called in a record about him. */
export function personNames(type: string, fields: PlanFields | null): string[] {
  const title = findEntity(type)?.title;
  const name = title === undefined ? undefined : fields?.[title];
  return typeof name === "string" && name !== ERASED ? [name] : [];
}

/** Names that tell somebody wherever they stand, longest first: one of a single word may be part of anything. */
export const tellingNames = (names: Iterable<string>): string[] =>
  [...new Set(names)]
    .filter((name) => name.length >= 5 && /\S\s+\S/.test(name))
    .toSorted((one, other) => other.length - one.length);

/** What was written of the person goes; choices, dates and references to the plan stay. */
export function withoutPerson(type: string, fields: PlanFields): PlanFields {
  const contacts = contactFields(type);
  const declared = findEntity(type)?.fields ?? {};
  const kept = Object.entries(fields).flatMap(([name, value]): [string, PlanValue][] => {
    const field = declared[name];
    if (contacts.includes(name)) return [];
    if (field?.kind !== "text") return [[name, value]];
    return field.required === true ? [[name, ERASED]] : [];
  });
  return Object.fromEntries(kept);
}
