import { type FieldMapping, toRelationship } from "../field-mapping.ts";
import type { OrgPart } from "./org-parts.ts";

/** What a document depends on beside its operation. */
export interface DocumentShape {
  readonly lacks: readonly OrgPart[];
  readonly mapping: FieldMapping;
}

/** Line items of one deal that come with it; longer lists are read on. */
export const NESTED_LINE_ITEMS = 200;

/**
 * Every field is `@optional` (API 65+): where field security withholds it, Salesforce leaves it out of the answer
 * instead of refusing the whole query. That is how hidden is told from empty.
 */
const values = (...fields: string[]): string =>
  fields.map((field) => `${field} @optional { value displayValue }`).join("\n");

const mapped = (fields: FieldMapping["account"] = []): string => values(...fields.map(({ field }) => field));

export const selectAccount = ({ mapping }: DocumentShape): string => `
  Id
  ${values(
    "Name",
    "ParentId",
    "OwnerId",
    "Industry",
    "BillingCountry",
    "BillingCity",
    "Website",
    "NumberOfEmployees",
    "AnnualRevenue",
    "CurrencyIsoCode",
    "LastModifiedDate",
  )}
  ${mapped(mapping.account)}`;

export const selectContact = (): string => `
  Id
  ${values("Name", "AccountId", "Title", "Department", "Email", "Phone", "OwnerId")}`;

const selectProductName = ({ lacks }: DocumentShape, relationship = "Product2"): string =>
  lacks.includes("products") ? "" : `${relationship} @optional { Id Name @optional { value displayValue } }`;

export const selectLineItem = (shape: DocumentShape): string => `
  Id
  ${values("OpportunityId", "Product2Id", "Name", "Quantity", "TotalPrice", "CurrencyIsoCode")}
  ${selectProductName(shape)}`;

export function selectOpportunity(shape: DocumentShape): string {
  const { lacks, mapping } = shape;
  const lookup = mapping.opportunityProduct;
  return `
  Id
  ${values(
    "Name",
    "AccountId",
    "OwnerId",
    "StageName",
    "IsWon",
    "IsClosed",
    "Amount",
    "CurrencyIsoCode",
    "CloseDate",
    "HasOpportunityLineItem",
  )}
  ${mapped(mapping.opportunity)}
  ${lookup === undefined ? "" : `${values(lookup)}\n${selectProductName(shape, toRelationship(lookup))}`}
  ${
    lacks.includes("lineItems")
      ? ""
      : `OpportunityLineItems(first: ${NESTED_LINE_ITEMS}, orderBy: { SortOrder: { order: ASC }, Id: { order: ASC } }) @optional {
    edges { node { ${selectLineItem(shape)} } }
    pageInfo { hasNextPage endCursor }
  }`
  }`;
}

export const selectAsset = (shape: DocumentShape): string => `
  Id
  ${values("Name", "AccountId", "Product2Id", "Status", "InstallDate", "UsageEndDate")}
  ${shape.mapping.assetProductName === undefined ? "" : values(shape.mapping.assetProductName)}
  ${selectProductName(shape)}`;

/** In an org of several currencies a product has one standard price in each. */
export const selectProduct = ({ lacks }: DocumentShape): string => `
  Id
  ${values("Name", "ProductCode", "Family", "IsActive")}
  ${
    lacks.includes("prices")
      ? ""
      : `PricebookEntries(first: 20, where: { Pricebook2: { IsStandard: { eq: true } } }) @optional {
    edges { node { Id ${values("UnitPrice", "CurrencyIsoCode")} } }
  }`
  }`;

export const selectUser = (): string => `
  Id
  ${values("Name", "Email", "IsActive")}`;

const DEAL = `${values("OpportunityId")}\nOpportunity @optional { Id ${values("AccountId")} }`;
const CONTACT = `Contact @optional { ${selectContact()} }`;

export const selectContactRole = (): string => `Id ${DEAL} ${CONTACT} ${values("Role", "IsPrimary")}`;

export const selectRelation = (): string =>
  `Id ${CONTACT} ${values("AccountId", "Roles", "IsActive", "StartDate", "EndDate")}`;

export const selectAccountTeam = (): string => `Id ${values("AccountId", "UserId", "TeamMemberRole")}`;

export const selectDealTeam = (): string => `Id ${DEAL} ${values("UserId", "TeamMemberRole")}`;
