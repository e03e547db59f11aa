import { CrmError } from "@sweetspot/contract";
import { refuseBadMapping } from "../field-mapping.ts";
import { anyInvolvement, type InvolvementPart, involvementsOf } from "./involvements.ts";
import { ORG_PARTS, type OrgPart, PART_HOMES } from "./org-parts.ts";
import type { DocumentShape } from "./selections.ts";
import {
  accountItself,
  accountsNamed,
  anyOf,
  assetsOf,
  contactsOf,
  familyOf,
  FIRST_ROWS,
  lineItemsOf,
  opportunitiesOf,
  productsOf,
  userItself,
  usersOf,
} from "./subqueries.ts";

/** The subqueries of a read, those of parts the org lacks left out. */
type Operation = (shape: DocumentShape) => readonly string[];

/** The variables of all reads; a document declares those it uses, because Salesforce refuses others. */
const VARIABLES: Readonly<Record<string, string>> = {
  user: "ID!",
  roots: "[ID]!",
  deeper: "[ID]!",
  opportunities: "[ID]!",
  word1: "String!",
  word2: "String!",
  word3: "String!",
  first: "Int!",
  after: "String",
};

const without = (shape: DocumentShape, part: OrgPart, subquery: string): readonly string[] =>
  shape.lacks.includes(part) ? [] : [subquery];

/** A further page of one kind of involvement. */
const furtherOf =
  (part: InvolvementPart): Operation =>
  (shape) => [familyOf(shape, "brief"), ...involvementsOf(shape, part)];

/** Every read the adapter knows. A host runs these by name and refuses all others. */
const OPERATIONS = {
  me: () => [userItself()],
  accounts: (shape) => [accountsNamed(shape)],
  overview: (shape) => [
    familyOf(shape, "whole"),
    ...without(shape, "contacts", contactsOf(FIRST_ROWS)),
    ...without(shape, "opportunities", opportunitiesOf(shape, FIRST_ROWS)),
    ...without(shape, "assets", assetsOf(shape, FIRST_ROWS)),
    ...without(shape, "products", productsOf(shape, FIRST_ROWS)),
    usersOf(FIRST_ROWS),
  ],
  family: (shape) => [familyOf(shape, "whole", "page")],
  tree: (shape) => [familyOf(shape, "brief", "page")],
  contacts: (shape) => [accountItself(), ...without(shape, "contacts", contactsOf("page"))],
  opportunities: (shape) => [
    familyOf(shape, "brief"),
    ...without(shape, "opportunities", opportunitiesOf(shape, "page")),
  ],
  assets: (shape) => [familyOf(shape, "brief"), ...without(shape, "assets", assetsOf(shape, "page"))],
  lineItems: (shape) => without(shape, "lineItems", lineItemsOf(shape)),
  /** The first pages of all four kinds. */
  involvements: (shape) => [
    familyOf(shape, "brief"),
    ...involvementsOf(shape, "contactRoles"),
    ...involvementsOf(shape, "relations"),
    ...involvementsOf(shape, "accountTeam"),
    ...involvementsOf(shape, "dealTeam"),
  ],
  contactRoles: furtherOf("contactRoles"),
  relations: furtherOf("relations"),
  accountTeam: furtherOf("accountTeam"),
  dealTeam: furtherOf("dealTeam"),
  products: (shape) => without(shape, "products", productsOf(shape, "page")),
  teamMembers: () => [usersOf("page")],
  /** What the org keeps at all, asked where an account shows nothing of it. */
  gaps: (shape) => [
    ...without(shape, "hierarchy", anyOf("hierarchy", "Account", "{ ParentId: { ne: null } }")),
    ...without(shape, "lineItems", anyOf("lineItems", "OpportunityLineItem")),
    ...without(shape, "assets", anyOf("assets", "Asset")),
    ...without(shape, "products", anyOf("products", "Product2")),
  ],
  /** Apart, because the admin's mapping may name a field that this user or this org does not have. */
  dealProducts: ({ lacks, mapping: { opportunityProduct: lookup } }) =>
    lookup === undefined || lacks.includes("opportunities")
      ? []
      : [anyOf("dealProducts", "Opportunity", `{ ${lookup}: { ne: null } }`)],
  /** The same of people; no account shows everything. */
  involvementGaps: (shape) => [
    ...anyInvolvement(shape, "contactRoles"),
    ...anyInvolvement(shape, "relations"),
    ...anyInvolvement(shape, "accountTeam"),
    ...anyInvolvement(shape, "dealTeam"),
  ],
} as const satisfies Record<string, Operation>;

/** `org` asks which objects there are; it is no record query. */
export type OperationName = keyof typeof OPERATIONS | "org";
export const OPERATION_NAMES: readonly OperationName[] = [
  ...(Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[]),
  "org",
];

/** One alias for each object, so that one the org does not have spoils only its own answer. */
const describeOrg = (lacks: readonly OrgPart[]): string => {
  const asked = ORG_PARTS.filter((part) => !lacks.includes(part)).map((part) => {
    const { object, field } = PART_HOMES[part];
    const fields = field === undefined ? "" : " fields { ApiName }";
    return `${part}: objectInfos(apiNames: ["${object}"]) { ApiName${fields} }`;
  });
  return `query org { uiapi { currentUser { Id }\n${asked.join("\n")} } }`;
};

/**
 * The document of a named read: the only GraphQL a host has to run. Pure, so that the host can make it itself from
 * the operation's name and never takes a document from a page.
 *
 * @throws CrmError `malformed` for a name that is none, or a mapping whose fields are no API names.
 */
export function toQueryDocument(operation: string, shape: Partial<DocumentShape> = {}): string {
  if (operation === "org") return describeOrg(shape.lacks ?? []);
  const found: Operation | undefined = Object.hasOwn(OPERATIONS, operation)
    ? OPERATIONS[operation as keyof typeof OPERATIONS]
    : undefined;
  if (!found) throw new CrmError("malformed", `"${operation}" is no named read of Sweetspot.`);
  const mapping = shape.mapping ?? {};
  refuseBadMapping(mapping);
  const lacks = (shape.lacks ?? []).filter((part) => ORG_PARTS.includes(part));
  const subqueries = found({ lacks, mapping }).join("\n");
  // Nothing is left to ask for, yet whoever asks must still be signed in.
  if (subqueries === "") return `query ${operation} { uiapi { currentUser { Id } } }`;
  const used = Object.entries(VARIABLES).filter(([name]) => subqueries.includes(`$${name}`));
  const variables = used.map(([name, type]) => `$${name}: ${type}`).join(", ");
  return `query ${operation}${variables === "" ? "" : `(${variables})`} { uiapi { query {\n${subqueries}\n} } }`;
}
