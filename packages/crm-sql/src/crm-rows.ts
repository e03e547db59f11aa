import {
  type Account,
  type Asset,
  type Contact,
  EMPTY,
  type Field,
  known,
  type LineItem,
  type Money,
  type Opportunity,
  type OpportunityStatus,
  type Product,
  type RecordId,
  type TeamMember,
  type TeamRole,
  toField,
  toRecordId,
} from "@sweetspot/contract";
import { sql } from "kysely";

// Columns are read as the types JavaScript can hold exactly: dates as text, decimals as doubles.

/** What every listed row has. */
export interface NamedRow {
  readonly id: RecordId;
  readonly name: string;
  readonly search_name: string;
}
type Text = string | null;
type Attributes = Readonly<Record<string, Text>>;

export const TEAM_MEMBER_COLUMNS = sql`m.id, m.name, m.search_name, m.email, m.role, m.active`;
export interface TeamMemberRow extends NamedRow {
  readonly email: Text;
  readonly role: TeamRole;
  readonly active: boolean;
}
export const toTeamMember = (row: TeamMemberRow): TeamMember => ({
  id: row.id,
  name: row.name,
  email: toField(row.email),
  role: row.role,
  active: row.active,
});

export const ACCOUNT_COLUMNS = sql`a.id, a.name, a.search_name, a.parent, a.owner, a.industry, a.country, a.city,
  a.website, a.employees::float8 as employees, a.annual_revenue::float8 as annual_revenue,
  a.annual_revenue_currency, a.attributes, a.updated_at`;
export interface AccountRow extends NamedRow {
  readonly parent: Text;
  readonly owner: Text;
  readonly industry: Text;
  readonly country: Text;
  readonly city: Text;
  readonly website: Text;
  readonly employees: number | null;
  readonly annual_revenue: number | null;
  readonly annual_revenue_currency: Text;
  readonly attributes: Attributes;
  readonly updated_at: Date | null;
}
export const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  name: row.name,
  parent: idField(row.parent),
  owner: idField(row.owner),
  industry: toField(row.industry),
  country: toField(row.country),
  city: toField(row.city),
  website: toField(row.website),
  employees: toField(row.employees),
  annualRevenue: moneyField(row.annual_revenue, row.annual_revenue_currency),
  attributes: attributeFields(row.attributes),
  updatedAt: toField(row.updated_at?.toISOString()),
});

export const CONTACT_COLUMNS = sql`c.id, c.name, c.search_name, c.account, c.title, c.department, c.email, c.phone,
  c.owner`;
export interface ContactRow extends NamedRow {
  readonly account: Text;
  readonly title: Text;
  readonly department: Text;
  readonly email: Text;
  readonly phone: Text;
  readonly owner: Text;
}
export const toContact = (row: ContactRow): Contact => ({
  id: row.id,
  name: row.name,
  account: idField(row.account),
  title: toField(row.title),
  department: toField(row.department),
  email: toField(row.email),
  phone: toField(row.phone),
  owner: idField(row.owner),
});

export const PRODUCT_COLUMNS = sql`p.id, p.name, p.search_name, p.code, p.family, p.list_price::float8 as list_price,
  p.list_price_currency, p.active`;
export interface ProductRow extends NamedRow {
  readonly code: Text;
  readonly family: Text;
  readonly list_price: number | null;
  readonly list_price_currency: Text;
  readonly active: boolean;
}
export const toProduct = (row: ProductRow): Product => ({
  id: row.id,
  name: row.name,
  code: toField(row.code),
  family: toField(row.family),
  listPrice: moneyField(row.list_price, row.list_price_currency),
  active: row.active,
});

export const OPPORTUNITY_COLUMNS = sql`o.id, o.name, o.search_name, o.account, o.status, o.stage,
  o.amount::float8 as amount, o.amount_currency, o.close_date::text as close_date, o.owner, o.product,
  o.product_name, o.attributes,
  (select json_agg(json_build_object('id', l.id, 'product', l.product, 'product_name', l.product_name,
      'quantity', l.quantity::float8, 'amount', l.amount::float8, 'amount_currency', l.amount_currency,
      'origin', l.origin) order by l.position, l.id)
    from crm_line_item l where l.tenant = o.tenant and l.opportunity = o.id) as line_items`;
export interface OpportunityRow extends NamedRow {
  readonly account: Text;
  readonly status: OpportunityStatus;
  readonly stage: Text;
  readonly amount: number | null;
  readonly amount_currency: Text;
  readonly close_date: Text;
  readonly owner: Text;
  readonly product: Text;
  readonly product_name: Text;
  readonly attributes: Attributes;
  readonly line_items: readonly LineItemRow[] | null;
}
export interface LineItemRow {
  readonly id: RecordId;
  readonly product: Text;
  readonly product_name: string;
  readonly quantity: number | null;
  readonly amount: number | null;
  readonly amount_currency: Text;
  readonly origin: LineItem["origin"];
}
export const toOpportunity = (row: OpportunityRow): Opportunity => ({
  id: row.id,
  name: row.name,
  account: idField(row.account),
  status: row.status,
  stage: toField(row.stage),
  amount: moneyField(row.amount, row.amount_currency),
  closeDate: toField(row.close_date),
  owner: idField(row.owner),
  lineItems: lineItemsOf(row),
  attributes: attributeFields(row.attributes),
});

function lineItemsOf(row: OpportunityRow): Opportunity["lineItems"] {
  if (row.line_items) return known(row.line_items.map(toLineItem));
  if (row.product === null && row.product_name === null) return EMPTY;
  const named: LineItem = {
    id: toRecordId(`${row.id}:product`),
    product: idField(row.product),
    productName: row.product_name ?? "",
    quantity: EMPTY,
    amount: moneyField(row.amount, row.amount_currency),
    origin: "opportunity",
  };
  return known([named]);
}

const toLineItem = (row: LineItemRow): LineItem => ({
  id: row.id,
  product: idField(row.product),
  productName: row.product_name,
  quantity: toField(row.quantity),
  amount: moneyField(row.amount, row.amount_currency),
  origin: row.origin,
});

export const ASSET_COLUMNS = sql`s.id, s.name, s.search_name, s.account, s.product, s.product_name, s.active,
  s.since::text as since, s.until::text as until`;
export interface AssetRow extends NamedRow {
  readonly account: Text;
  readonly product: Text;
  readonly product_name: string;
  readonly active: boolean;
  readonly since: Text;
  readonly until: Text;
}
export const toAsset = (row: AssetRow): Asset => ({
  id: row.id,
  name: row.name,
  account: idField(row.account),
  product: idField(row.product),
  productName: row.product_name,
  active: row.active,
  since: toField(row.since),
  until: toField(row.until),
});

const idField = (id: Text): Field<RecordId> => (id === null ? EMPTY : toField(toRecordId(id)));

const moneyField = (amount: number | null, currency: Text): Field<Money> =>
  amount === null || currency === null ? EMPTY : known({ amount, currency });

const attributeFields = (attributes: Attributes): Readonly<Record<string, Field<string>>> =>
  Object.fromEntries(Object.entries(attributes).map(([label, value]) => [label, toField(value)]));
