import type { RelationKind } from "./relation-sink.port.ts";

/** What each field may be called in a header or a property, besides its own name. Case, spaces and signs do not count. */
const FIELDS = {
  people: {
    key: ["id", "person id"],
    name: ["full name"],
    givenName: ["first name", "vorname", "nama depan"],
    familyName: ["last name", "surname", "nachname", "nama belakang"],
    title: ["academic title", "titel", "gelar"],
    city: ["town", "ort", "wohnort", "kota", "place"],
    birthDate: ["date of birth", "born", "geburtsdatum", "tanggal lahir"],
    sourceDate: ["date", "as of"],
  },
  bodies: {
    key: ["id", "org id", "body id"],
    name: ["firma"],
    place: ["city", "seat", "sitz", "ort", "kota"],
    people: ["size", "members", "headcount"],
    insolvent: ["insolvent since"],
    register: ["register number", "registration number", "handelsregister"],
    sourceDate: ["date", "as of"],
  },
  ties: {
    key: ["id", "tie id"],
    person: ["person a", "person id"],
    body: ["org", "organisation", "organization", "company", "body id", "org id"],
    otherPerson: ["person b"],
    otherBody: ["owner", "owner id"],
    type: ["relation", "relation type"],
    role: ["function", "rolle"],
    share: ["share pct", "share percent", "percent", "anteil"],
    start: ["since", "from", "start date", "valid from"],
    end: ["until", "to", "end date", "valid to"],
    seenFrom: ["first seen"],
    seenTo: ["last seen"],
    sourceDate: ["date", "as of"],
  },
} as const;

export type PersonField = keyof (typeof FIELDS)["people"];
export type BodyField = keyof (typeof FIELDS)["bodies"];
export type TieField = keyof (typeof FIELDS)["ties"];
export type Field = PersonField | BodyField | TieField;

const squash = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

const BY_NAME: Readonly<Record<RelationKind, ReadonlyMap<string, Field>>> = {
  people: toIndex(FIELDS.people),
  bodies: toIndex(FIELDS.bodies),
  ties: toIndex(FIELDS.ties),
};

function toIndex(fields: Readonly<Partial<Record<Field, readonly string[]>>>): ReadonlyMap<string, Field> {
  const entries = Object.entries(fields) as [Field, readonly string[]][];
  // A field's own name wins over what another one may be called.
  return new Map([
    ...entries.flatMap(([field, names]) => names.map((name) => [squash(name), field] as const)),
    ...entries.map(([field]) => [squash(field), field] as const),
  ]);
}

/** The field a column or property of a record is about; undefined where it is none of ours. */
export const findField = (kind: RelationKind, name: string): Field | undefined =>
  BY_NAME[kind].get(squash(name));

/** Names of a kind's fields, for telling what a file may have. */
export const fieldNames = (kind: RelationKind): readonly string[] => Object.keys(FIELDS[kind]);
