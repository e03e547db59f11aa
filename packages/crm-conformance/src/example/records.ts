import {
  type Account,
  type Asset,
  type Contact,
  type Field,
  HIDDEN,
  type Involvement,
  type LineItem,
  type Opportunity,
  type Product,
  type RecordId,
  type TeamMember,
  toField,
} from "@sweetspot/contract";

/** A row as TinyCRM sends it. */
export type Row = Readonly<Record<string, unknown>>;

/** null is empty; a field that is not there is withheld from this user. */
const field = <T>(row: Row, name: string): Field<T> =>
  name in row ? toField(row[name] as T | null) : HIDDEN;

/** TinyCRM marks withheld attributes, so that their labels stay. */
const attributes = (row: Row): Record<string, Field<string>> =>
  Object.fromEntries(
    Object.entries(row["attributes"] as Row).map(([label, value]) => [
      label,
      typeof value === "object" && value !== null ? HIDDEN : toField(value as string | null),
    ]),
  );

const named = (row: Row) => ({ id: row["id"] as RecordId, name: row["name"] as string });

export const toAccount = (row: Row): Account => ({
  ...named(row),
  parent: field(row, "parent"),
  owner: field(row, "owner"),
  industry: field(row, "industry"),
  country: field(row, "country"),
  city: field(row, "city"),
  website: field(row, "website"),
  employees: field(row, "employees"),
  annualRevenue: field(row, "annualRevenue"),
  attributes: attributes(row),
  updatedAt: field(row, "updatedAt"),
});

export const toContact = (row: Row): Contact => ({
  ...named(row),
  account: field(row, "account"),
  title: field(row, "title"),
  department: field(row, "department"),
  email: field(row, "email"),
  phone: field(row, "phone"),
  owner: field(row, "owner"),
});

const toLineItem = (row: Row): LineItem => ({
  id: row["id"] as RecordId,
  product: field(row, "product"),
  productName: row["productName"] as string,
  quantity: field(row, "quantity"),
  amount: field(row, "amount"),
  origin: row["origin"] as LineItem["origin"],
});

export function toOpportunity(row: Row): Opportunity {
  const lines = field<readonly Row[]>(row, "lineItems");
  return {
    ...named(row),
    account: field(row, "account"),
    status: row["status"] as Opportunity["status"],
    stage: field(row, "stage"),
    amount: field(row, "amount"),
    closeDate: field(row, "closeDate"),
    owner: field(row, "owner"),
    lineItems: lines.state === "known" ? { state: "known", value: lines.value.map(toLineItem) } : lines,
    attributes: attributes(row),
  };
}

export const toProduct = (row: Row): Product => ({
  ...named(row),
  code: field(row, "code"),
  family: field(row, "family"),
  listPrice: field(row, "listPrice"),
  active: row["active"] as boolean,
});

export const toAsset = (row: Row): Asset => ({
  ...named(row),
  account: field(row, "account"),
  product: field(row, "product"),
  productName: row["productName"] as string,
  active: row["active"] as boolean,
  since: field(row, "since"),
  until: field(row, "until"),
});

/** TinyCRM keeps all four kinds in one table: a contact or a user, in a deal or, without one, at the company itself. */
export const toInvolvement = (row: Row): Involvement => ({
  id: row["id"] as RecordId,
  person: row["contact"]
    ? { kind: "contact", contact: toContact(row["contact"] as Row) }
    : { kind: "team-member", teamMember: row["user"] as RecordId },
  place: row["deal"]
    ? { kind: "opportunity", opportunity: row["deal"] as RecordId }
    : { kind: "account", account: row["customer"] as RecordId },
  roles: field(row, "roles"),
  primary: field(row, "primary"),
  active: field(row, "active"),
  since: field(row, "since"),
  until: field(row, "until"),
});

export const toTeamMember = (row: Row): TeamMember => ({
  ...named(row),
  email: field(row, "email"),
  role: row["role"] as TeamMember["role"],
  active: row["active"] as boolean,
});
