import {
  type Account,
  type Asset,
  type Contact,
  type Field,
  HIDDEN,
  type Money,
  type Product,
  type RecordId,
  type TeamMember,
  toField,
  toRecordId,
} from "@sweetspot/contract";
import type { FieldMapping } from "../field-mapping.ts";
import type { Nullish, SalesforceConnection, SalesforceValue } from "../raw/graphql-response.ts";
import type {
  SalesforceAccountRow,
  SalesforceAssetRow,
  SalesforceContactRow,
  SalesforceProductRow,
  SalesforceRow,
  SalesforceUserRow,
} from "../raw/rows.ts";
import { nodesOf, toAttributes, toInstant, toKnown, toLabel, toMoney, toReference } from "./fields.ts";

/** What the rows alone do not say. */
export interface OrgFacts {
  readonly mapping: FieldMapping;
  /** The org's currency; the user's where it has several. */
  readonly currency: string;
  /** Who may write the library. */
  readonly admins: ReadonlySet<RecordId>;
}

const named = (row: SalesforceRow) => ({ id: toRecordId(row.Id), name: row.Name?.value ?? "" });

export const toAccount = (row: SalesforceAccountRow, { mapping, currency }: OrgFacts): Account => ({
  ...named(row),
  parent: toReference(row.ParentId),
  owner: toReference(row.OwnerId),
  industry: toLabel(row.Industry),
  country: toKnown(row.BillingCountry),
  city: toKnown(row.BillingCity),
  website: toKnown(row.Website),
  employees: toKnown(row.NumberOfEmployees),
  annualRevenue: toMoney(row.AnnualRevenue, row.CurrencyIsoCode, currency),
  attributes: toAttributes(row, mapping.account),
  updatedAt: toInstant(row.LastModifiedDate),
});

export const toContact = (row: SalesforceContactRow): Contact => ({
  ...named(row),
  account: toReference(row.AccountId),
  title: toKnown(row.Title),
  department: toKnown(row.Department),
  email: toKnown(row.Email),
  phone: toKnown(row.Phone),
  owner: toReference(row.OwnerId),
});

export function toAsset(row: SalesforceAssetRow, { mapping }: OrgFacts): Asset {
  const { assetProductName, inactiveAssetStatuses = ["Obsolete"] } = mapping;
  const texts = row as unknown as Readonly<Record<string, Nullish<SalesforceValue>>>;
  const mappedName = assetProductName === undefined ? undefined : texts[assetProductName]?.value;
  return {
    ...named(row),
    account: toReference(row.AccountId),
    product: toReference(row.Product2Id),
    productName: row.Product2?.Name?.value ?? mappedName ?? row.Name?.value ?? "",
    active: !inactiveAssetStatuses.includes(row.Status?.value ?? ""),
    since: toKnown(row.InstallDate),
    until: toKnown(row.UsageEndDate),
  };
}

export const toProduct = (row: SalesforceProductRow, facts: OrgFacts): Product => ({
  ...named(row),
  code: toKnown(row.ProductCode),
  family: toLabel(row.Family),
  listPrice: toListPrice(row, facts.currency),
  active: row.IsActive?.value ?? true,
});

/** The standard price in the org's currency, or in the first one there is. */
function toListPrice(row: SalesforceProductRow, currency: string): Field<Money> {
  if (!row.PricebookEntries) return HIDDEN;
  const prices = nodesOf(row.PricebookEntries);
  const price = prices.find((entry) => entry.CurrencyIsoCode?.value === currency) ?? prices[0];
  return price ? toMoney(price.UnitPrice, price.CurrencyIsoCode, currency) : toField<Money>(null);
}

/**
 * Field security holds for all records of an object, but a product without a price cannot show it: where the price of
 * one product is withheld, none of the others is known to be missing.
 */
export function withholdPrices(
  products: SalesforceConnection<SalesforceProductRow>,
): SalesforceConnection<SalesforceProductRow> {
  const withheld = nodesOf(products).some(
    (row) => !row.PricebookEntries || nodesOf(row.PricebookEntries).some((price) => !price.UnitPrice),
  );
  if (!withheld) return products;
  const edges = (products.edges ?? []).map(
    (edge) => edge && { ...edge, node: edge.node && { ...edge.node, PricebookEntries: null } },
  );
  return { ...products, edges };
}

export function toTeamMember(row: SalesforceUserRow, { admins }: OrgFacts): TeamMember {
  const id = toRecordId(row.Id);
  return {
    ...named(row),
    email: toKnown(row.Email),
    role: admins.has(id) ? "admin" : "rep",
    active: row.IsActive?.value ?? true,
  };
}
