import { type Account, type Field, type Opportunity, type Product, valueOf } from "@sweetspot/contract";
import type { CrmWorld } from "@sweetspot/fixtures";
import { toInvolvementTables } from "./involvement-rows.ts";
import type { ObjectName } from "./schema.ts";

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell> & { Id: string };
export type Tables = Record<ObjectName, Row[]>;

/** Orgs of one currency have no code on their records. */
export const CURRENCY = "EUR";
const STANDARD_PRICEBOOK = "standard-pricebook";
/** Custom fields of the emulated org beside the attributes. */
export const DEAL_PRODUCT = "MainProduct__c";
export const ASSET_MODEL = "Model__c";

export const toApiName = (label: string): string => `${label.replaceAll(/\W+/g, "_")}__c`;

const cell = (field: Field<Cell> | undefined): Cell => valueOf(field) ?? null;

const attributes = (record: Account | Opportunity): Record<string, Cell> =>
  Object.fromEntries(
    Object.entries(record.attributes).map(([label, field]) => [toApiName(label), cell(field)]),
  );

const amountOf = (field: Account["annualRevenue"]): Cell => valueOf(field)?.amount ?? null;
const currencyOf = (field: Account["annualRevenue"]): string => valueOf(field)?.currency ?? CURRENCY;

/**
 * The rows of an org that holds this world. Ids stay as they are: nothing may read a meaning out of them.
 *
 * @param persons ids of accounts that are people: each is its own contact too.
 */
export function toTables(world: CrmWorld, persons: readonly string[] = []): Tables {
  const isPerson = new Set(persons);
  return {
    Account: world.accounts.map((account) => ({
      Id: account.id,
      Name: account.name,
      ParentId: cell(account.parent),
      OwnerId: cell(account.owner),
      Industry: cell(account.industry),
      BillingCountry: cell(account.country),
      BillingCity: cell(account.city),
      Website: cell(account.website),
      NumberOfEmployees: cell(account.employees),
      AnnualRevenue: amountOf(account.annualRevenue),
      CurrencyIsoCode: currencyOf(account.annualRevenue),
      LastModifiedDate: toDateTime(cell(account.updatedAt)),
      IsPersonAccount: isPerson.has(account.id),
      PersonContactId: isPerson.has(account.id) ? toPersonContact(account).Id : null,
      ...attributes(account),
    })),
    Contact: [
      ...world.contacts.map((contact) => ({
        Id: contact.id,
        Name: contact.name,
        AccountId: cell(contact.account),
        Title: cell(contact.title),
        Department: cell(contact.department),
        Email: cell(contact.email),
        Phone: cell(contact.phone),
        OwnerId: cell(contact.owner),
      })),
      ...world.accounts.filter((account) => isPerson.has(account.id)).map(toPersonContact),
    ],
    Task: [],
    ...toInvolvementTables(world),
    Opportunity: world.opportunities.map(toOpportunityRow),
    OpportunityLineItem: world.opportunities.flatMap(toLineItemRows),
    Asset: world.assets.map((asset) => ({
      Id: asset.id,
      Name: asset.name,
      AccountId: cell(asset.account),
      Product2Id: cell(asset.product),
      Status: asset.active ? "Installed" : "Obsolete",
      InstallDate: cell(asset.since),
      UsageEndDate: cell(asset.until),
      [ASSET_MODEL]: asset.productName,
    })),
    Product2: world.products.map((product) => ({
      Id: product.id,
      Name: product.name,
      ProductCode: cell(product.code),
      Family: cell(product.family),
      IsActive: product.active,
    })),
    PricebookEntry: world.products.flatMap(toPriceRows),
    Pricebook2: [{ Id: STANDARD_PRICEBOOK, Name: "Standard Price Book", IsStandard: true }],
    User: world.teamMembers.map((member) => ({
      Id: member.id,
      Name: member.name,
      Email: cell(member.email),
      IsActive: member.active,
      UserType: "Standard",
    })),
  };
}

/** A person account's contact belongs to that account and has its name [standard knowledge ?]. */
const toPersonContact = (account: Account): Row => ({
  Id: `person-${account.id}`,
  Name: account.name,
  AccountId: account.id,
  Title: null,
  Department: null,
  Email: null,
  Phone: null,
  OwnerId: cell(account.owner),
});

/** Salesforce writes the zone as +0000. */
const toDateTime = (instant: Cell): Cell =>
  typeof instant === "string" ? new Date(instant).toISOString().replace("Z", "+0000") : null;

const linesOf = (deal: Opportunity, origin: "line-item" | "opportunity") =>
  (valueOf(deal.lineItems) ?? []).filter((line) => line.origin === origin);

const toOpportunityRow = (deal: Opportunity): Row => ({
  Id: deal.id,
  Name: deal.name,
  AccountId: cell(deal.account),
  OwnerId: cell(deal.owner),
  StageName: cell(deal.stage),
  IsWon: deal.status === "won",
  IsClosed: deal.status !== "open",
  Amount: amountOf(deal.amount),
  CurrencyIsoCode: currencyOf(deal.amount),
  CloseDate: cell(deal.closeDate),
  HasOpportunityLineItem: linesOf(deal, "line-item").length > 0,
  [DEAL_PRODUCT]: cell(linesOf(deal, "opportunity")[0]?.product),
  ...attributes(deal),
});

const toLineItemRows = (deal: Opportunity): Row[] =>
  linesOf(deal, "line-item").map((line, index) => ({
    Id: line.id,
    Name: line.productName,
    OpportunityId: deal.id,
    Product2Id: cell(line.product),
    Quantity: cell(line.quantity),
    TotalPrice: amountOf(line.amount),
    CurrencyIsoCode: currencyOf(line.amount),
    SortOrder: index + 1,
  }));

const toPriceRows = (product: Product): Row[] =>
  product.listPrice.state === "known"
    ? [
        {
          Id: `price-${product.id}`,
          Product2Id: product.id,
          Pricebook2Id: STANDARD_PRICEBOOK,
          UnitPrice: product.listPrice.value.amount,
          CurrencyIsoCode: product.listPrice.value.currency,
        },
      ]
    : [];
