import { toRelationshipName } from "./api-names.ts";
import type { SalesforceField, SalesforceObject } from "./salesforce-object.ts";
import type { RelationWord, WordKey, Words } from "./words.ts";

/** What the relation port's `TieWish` can be. */
const WISHES = ["shared", "ask-first", "hidden"] as const;

/**
 * Who knows whom: what registers tell, who of them is who, and what our own people wish. Admins load it by external ids
 * (`Key__c` is the source's name, a slash, and its own key), reps read it.
 */
export const toRelationObjects = (words: Words): SalesforceObject[] => [
  object(words, "source", [
    text(words, "Key__c", 80, { key: true }),
    { ...text(words, "Purpose__c", 0), type: "LongTextArea", length: 1000 },
    number(words, "RetentionMonths__c", 4, 0),
    { ...described(words, "ImportedAt__c"), type: "DateTime" },
  ]),
  object(words, "person", [
    ...recordFields("person", words),
    text(words, "FullName__c", 255),
    text(words, "GivenName__c", 120),
    text(words, "FamilyName__c", 120),
    text(words, "Title__c", 80),
    text(words, "City__c", 120),
    text(words, "BirthDate__c", 10),
    text(words, "Match__c", 255, { indexed: true, hidden: true }),
  ]),
  object(words, "body", [
    ...recordFields("body", words),
    text(words, "FullName__c", 255),
    text(words, "Place__c", 120),
    number(words, "People__c", 9, 0),
    text(words, "Insolvent__c", 10),
    text(words, "Register__c", 120),
    text(words, "Match__c", 255, { indexed: true, hidden: true }),
  ]),
  object(words, "tie", [
    ...recordFields("tie", words),
    lookup(words, "tie", "Person__c", objectName("person")),
    lookup(words, "tie", "Body__c", objectName("body")),
    lookup(words, "tie", "OtherPerson__c", objectName("person")),
    lookup(words, "tie", "OtherBody__c", objectName("body")),
    text(words, "Type__c", 60),
    text(words, "Role__c", 255),
    number(words, "Share__c", 5, 2),
    ...["Start__c", "End__c", "SeenFrom__c", "SeenTo__c"].map((field) => text(words, field, 10)),
  ]),
  object(words, "decision", [
    text(words, "Key__c", 255, { key: true }),
    text(words, "One__c", 255, { indexed: true }),
    text(words, "Other__c", 255, { indexed: true }),
    { ...described(words, "Same__c"), type: "Checkbox" },
    { ...described(words, "DecidedAt__c"), type: "DateTime" },
    lookup(words, "decision", "DecidedBy__c", "User"),
  ]),
  object(words, "wish", [
    text(words, "Key__c", 255, { key: true }),
    lookup(words, "wish", "Member__c", "User"),
    {
      ...described(words, "Wish__c"),
      type: "Picklist",
      choices: WISHES.map((value) => ({ value, label: words.own(`relation.wish.${value}`) })),
    },
  ]),
];

const objectName = (kind: RelationWord): string =>
  `Sweetspot_Relation_${kind.charAt(0).toUpperCase()}${kind.slice(1)}__c`;

const object = (words: Words, kind: RelationWord, fields: readonly SalesforceField[]): SalesforceObject => ({
  apiName: objectName(kind),
  ...words.relationOf(kind),
  help: words.own(`relation.${kind}:help`),
  scope: "library",
  role: "relation",
  name: { label: words.own("record:number"), format: `${kind.slice(0, 3).toUpperCase()}-{000000}` },
  sharing: "ReadWrite",
  fields,
});

const recordFields = (kind: RelationWord, words: Words): readonly SalesforceField[] => [
  text(words, "Key__c", 255, { key: true }),
  lookup(words, kind, "Source__c", objectName("source")),
  text(words, "SourceDate__c", 10),
];

/** `RetentionMonths__c` is said by `relation:retentionMonths`. */
function described(words: Words, apiName: string): Pick<SalesforceField, "apiName" | "label" | "help"> {
  const name = apiName.replace(/__c$/, "");
  const key = `relation:${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return { apiName, label: words.own(key as WordKey), help: words.own(`${key}:help` as WordKey) };
}

const text = (
  words: Words,
  apiName: string,
  length: number,
  more: Pick<SalesforceField, "key" | "indexed" | "hidden"> = {},
): SalesforceField => ({ ...described(words, apiName), type: "Text", length, ...more });

const number = (words: Words, apiName: string, precision: number, scale: number): SalesforceField => ({
  ...described(words, apiName),
  type: "Number",
  precision,
  scale,
});

const lookup = (words: Words, kind: RelationWord, apiName: string, referenceTo: string): SalesforceField => ({
  ...described(words, apiName),
  type: "Lookup",
  referenceTo,
  relationshipName: toRelationshipName(objectName(kind), apiName),
});
