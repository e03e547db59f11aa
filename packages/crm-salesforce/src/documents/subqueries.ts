import {
  type DocumentShape,
  selectAccount,
  selectAsset,
  selectContact,
  selectLineItem,
  selectOpportunity,
  selectProduct,
  selectUser,
} from "./selections.ts";

/** Levels below an account that one filter reaches: SOQL follows five relationships at most. */
export const FILTER_DEPTH = 5;
/** The same from an object that reaches its account through a deal. */
export const DEAL_FILTER_DEPTH = 4;
/** Rows one subquery may return. */
export const MOST_ROWS = 2000;
/** Rows of a first page. */
export const FIRST_ROWS = 200;
/** How far paging may go; Salesforce asks for a bound from 200 rows on, and for a generous one. */
const UPPER_BOUND = 50_000;

const CONNECTION = (selection: string): string =>
  `{ edges { cursor node { ${selection} } } pageInfo { hasNextPage endCursor } totalCount }`;

export interface SubqueryOptions {
  readonly alias: string;
  readonly object: string;
  readonly where?: string;
  readonly orderBy?: string;
  readonly select: string;
  /** A number, or the page variables `$first` and `$after`. */
  readonly rows: number | "page";
}

const BY_NAME = "{ Name: { order: ASC }, Id: { order: ASC } }";

export function subquery({ alias, object, where, orderBy = BY_NAME, select, rows }: SubqueryOptions): string {
  const page =
    rows === "page"
      ? `first: $first, after: $after, upperBound: ${UPPER_BOUND}`
      : `first: ${rows}${rows < FIRST_ROWS ? "" : `, upperBound: ${UPPER_BOUND}`}`;
  const filter = where === undefined ? "" : `, where: ${where}`;
  return `${alias}: ${object}(${page}${filter}, orderBy: ${orderBy}) ${CONNECTION(select)}`;
}

/** The ways from an object to the account it belongs to; Account itself has none. */
export type WayToAccount = readonly [] | readonly ["Account"] | readonly ["Opportunity", "Account"];

/** Accounts `$roots` and below, as a filter on an object. Where parents are withheld, a family is its root alone. */
function inFamily({ lacks }: DocumentShape, way: WayToAccount): string {
  const [first] = way;
  const wrap = (inner: string): string =>
    way.reduceRight<string>((filter, name) => `{ ${name}: ${filter} }`, inner);
  const own = first === undefined ? "{ Id: { in: $roots } }" : accountIs(way, "$roots");
  if (lacks.includes("hierarchy")) return own;
  const depth = first === "Opportunity" ? DEAL_FILTER_DEPTH : FILTER_DEPTH;
  const below = Array.from({ length: depth }, (_, level) => {
    const parents = "{ Parent: ".repeat(level);
    return wrap(`${parents}{ ParentId: { in: $roots } }${" }".repeat(level)}`);
  });
  return `{ OR: [${[own, ...below].join(", ")}] }`;
}

const accountIs = ([first]: WayToAccount, ids: string): string =>
  first === "Opportunity"
    ? `{ Opportunity: { AccountId: { in: ${ids} } } }`
    : `{ AccountId: { in: ${ids} } }`;

export type Rows = SubqueryOptions["rows"];

/** Accounts of a family; `brief` reads just the tree. */
export const familyOf = (shape: DocumentShape, size: "brief" | "whole", rows: Rows = MOST_ROWS): string =>
  subquery({
    alias: "family",
    object: "Account",
    where: inFamily(shape, []),
    select: size === "brief" ? "Id ParentId @optional { value displayValue }" : selectAccount(shape),
    rows,
  });

export const accountsNamed = (shape: DocumentShape): string =>
  subquery({
    alias: "accounts",
    object: "Account",
    where: "{ AND: [{ Name: { like: $word1 } }, { Name: { like: $word2 } }, { Name: { like: $word3 } }] }",
    select: selectAccount(shape),
    rows: "page",
  });

/** The account itself: without it nothing else may be told. */
export const accountItself = (): string =>
  subquery({
    alias: "family",
    object: "Account",
    where: "{ Id: { in: $roots } }",
    select: "Id",
    rows: 1,
  });

export const contactsOf = (rows: Rows): string =>
  subquery({
    alias: "contacts",
    object: "Contact",
    where: "{ AccountId: { in: $roots } }",
    select: selectContact(),
    rows,
  });

export const ofFamily = (shape: DocumentShape, rows: Rows, way: WayToAccount = ["Account"]): string =>
  rows === "page" ? `{ OR: [${inFamily(shape, way)}, ${accountIs(way, "$deeper")}] }` : inFamily(shape, way);

export const opportunitiesOf = (shape: DocumentShape, rows: Rows): string =>
  subquery({
    alias: "opportunities",
    object: "Opportunity",
    where: ofFamily(shape, rows),
    orderBy: "{ CloseDate: { order: DESC, nulls: LAST }, Name: { order: ASC }, Id: { order: ASC } }",
    select: selectOpportunity(shape),
    rows,
  });

export const assetsOf = (shape: DocumentShape, rows: Rows): string =>
  subquery({
    alias: "assets",
    object: "Asset",
    where: ofFamily(shape, rows),
    select: selectAsset(shape),
    rows,
  });

export const productsOf = (shape: DocumentShape, rows: Rows): string =>
  subquery({ alias: "products", object: "Product2", select: selectProduct(shape), rows });

/** People with a full licence; Salesforce keeps portal guests and robots in the same table. */
export const usersOf = (rows: Rows): string =>
  subquery({
    alias: "teamMembers",
    object: "User",
    where: '{ UserType: { eq: "Standard" } }',
    select: selectUser(),
    rows,
  });

export const userItself = (): string =>
  subquery({
    alias: "teamMembers",
    object: "User",
    where: "{ Id: { eq: $user } }",
    select: selectUser(),
    rows: 1,
  });

export const lineItemsOf = (shape: DocumentShape): string =>
  subquery({
    alias: "lineItems",
    object: "OpportunityLineItem",
    where: "{ OpportunityId: { in: $opportunities } }",
    orderBy: "{ SortOrder: { order: ASC }, Id: { order: ASC } }",
    select: selectLineItem(shape),
    rows: "page",
  });

/** Is there one at all? */
export const anyOf = (alias: string, object: string, where?: string): string =>
  subquery({
    alias,
    object,
    ...(where === undefined ? {} : { where }),
    orderBy: "{ Id: { order: ASC } }",
    select: "Id",
    rows: 1,
  });
