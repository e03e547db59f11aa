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
    if (field?.kind === "list" && field.of.kind === "text") return [];
    if (field?.kind !== "text") return [[name, value]];
    return field.required === true ? [[name, ERASED]] : [];
  });
  return Object.fromEntries(kept);
}

/** Fields that hold people as the relations know them; such an id is a source's own key and may be telling itself. */
const RELATION_FIELDS: Readonly<Record<string, readonly string[]>> = {
  introduction: ["target", "goBetween", "way"],
  "referral-partner": ["person"],
};

/** Is the record about this person of the relations, as target, as go-between or on the way? */
export const isAboutRelationPerson = (type: string, fields: PlanFields | null, person: RecordId): boolean =>
  (RELATION_FIELDS[type] ?? []).some((name) => {
    const value = fields?.[name];
    return Array.isArray(value) ? value.includes(person) : value === person;
  });

/** What a person of the relations is called in a record about him. */
export function relationPersonNames(type: string, fields: PlanFields | null, person: RecordId): string[] {
  if (!fields || !isAboutRelationPerson(type, fields, person)) return [];
  if (type === "referral-partner") return personNames(type, fields);
  const { target, targetName, goBetween, goBetweenName, way, wayNames } = fields;
  const place = Array.isArray(way) ? way.indexOf(person) : -1;
  const onWay = place >= 0 && Array.isArray(wayNames) ? wayNames[place] : undefined;
  const names = [
    target === person ? targetName : undefined,
    goBetween === person ? goBetweenName : undefined,
    onWay,
  ];
  return [...new Set(names.filter((name) => typeof name === "string"))].filter((name) => name !== ERASED);
}
