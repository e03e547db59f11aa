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
/** Rows one subquery may return. */
export const MOST_ROWS = 2000;
/** Rows of a first page. */
export const FIRST_ROWS = 200;
/** How far paging may go; Salesforce asks for a bound from 200 rows on, and for a generous one. */
const UPPER_BOUND = 50_000;

const CONNECTION = (selection: string): string =>
  `{ edges { cursor node { ${selection} } } pageInfo { hasNextPage endCursor } totalCount }`;

interface SubqueryOptions {
  readonly alias: string;
  readonly object: string;
  readonly where?: string;
  readonly orderBy?: string;
  readonly select: string;
  /** A number, or the page variables `$first` and `$after`. */
  readonly rows: number | "page";
}

const BY_NAME = "{ Name: { order: ASC }, Id: { order: ASC } }";

function subquery({ alias, object, where, orderBy = BY_NAME, select, rows }: SubqueryOptions): string {
  const page =
    rows === "page"
      ? `first: $first, after: $after, upperBound: ${UPPER_BOUND}`
      : `first: ${rows}${rows < FIRST_ROWS ? "" : `, upperBound: ${UPPER_BOUND}`}`;
  const filter = where === undefined ? "" : `, where: ${where}`;
  return `${alias}: ${object}(${page}${filter}, orderBy: ${orderBy}) ${CONNECTION(select)}`;
}

/** Accounts `$roots` and below, as a filter on `path`, which leads from the object to its account ("" for Account itself). */
function inFamily(path: string, depth: number): string {
  const key = path === "" ? "" : "Account";
  const wrap = (inner: string): string => (key === "" ? inner : `{ ${key}: ${inner} }`);
  const own = key === "" ? "{ Id: { in: $roots } }" : "{ AccountId: { in: $roots } }";
  const below = Array.from({ length: depth }, (_, level) => {
    const parents = "{ Parent: ".repeat(level);
    return wrap(`${parents}{ ParentId: { in: $roots } }${" }".repeat(level)}`);
  });
  return `{ OR: [${[own, ...below].join(", ")}] }`;
}

type Rows = SubqueryOptions["rows"];

/** Accounts of a family; `brief` reads just the tree. */
export const familyOf = (shape: DocumentShape, size: "brief" | "whole", rows: Rows = MOST_ROWS): string =>
  subquery({
    alias: "family",
    object: "Account",
    where: inFamily("", FILTER_DEPTH),
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

const ofFamily = (rows: Rows): string =>
  rows === "page"
    ? `{ OR: [${inFamily("Account", FILTER_DEPTH)}, { AccountId: { in: $deeper } }] }`
    : inFamily("Account", FILTER_DEPTH);

export const opportunitiesOf = (shape: DocumentShape, rows: Rows): string =>
  subquery({
    alias: "opportunities",
    object: "Opportunity",
    where: ofFamily(rows),
    orderBy: "{ CloseDate: { order: DESC, nulls: LAST }, Name: { order: ASC }, Id: { order: ASC } }",
    select: selectOpportunity(shape),
    rows,
  });

export const assetsOf = (shape: DocumentShape, rows: Rows): string =>
  subquery({ alias: "assets", object: "Asset", where: ofFamily(rows), select: selectAsset(shape), rows });

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
