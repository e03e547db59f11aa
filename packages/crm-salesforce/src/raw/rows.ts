import type { Nullish, SalesforceConnection, SalesforceValue } from "./graphql-response.ts";

type Text = SalesforceValue;
type Amount = SalesforceValue<number>;
type Flag = SalesforceValue<boolean>;

export interface SalesforceRow {
  readonly Id: string;
  readonly Name?: Text;
}

/** Mapped fields beside those declared here are read by their API names. */
export interface SalesforceAccountRow extends SalesforceRow {
  readonly ParentId?: Text;
  readonly OwnerId?: Text;
  readonly Industry?: Text;
  readonly BillingCountry?: Text;
  readonly BillingCity?: Text;
  readonly Website?: Text;
  readonly NumberOfEmployees?: Amount;
  readonly AnnualRevenue?: Amount;
  readonly CurrencyIsoCode?: Text;
  readonly LastModifiedDate?: Text;
}

export interface SalesforceContactRow extends SalesforceRow {
  readonly AccountId?: Text;
  readonly Title?: Text;
  readonly Department?: Text;
  readonly Email?: Text;
  readonly Phone?: Text;
  readonly OwnerId?: Text;
}

export interface SalesforceLineItemRow extends SalesforceRow {
  readonly OpportunityId?: Text;
  readonly Product2Id?: Text;
  readonly Product2?: Nullish<SalesforceRow>;
  readonly Quantity?: Amount;
  readonly TotalPrice?: Amount;
  readonly CurrencyIsoCode?: Text;
}

export interface SalesforceOpportunityRow extends SalesforceRow {
  readonly AccountId?: Text;
  readonly OwnerId?: Text;
  readonly StageName?: Text;
  readonly IsWon?: Flag;
  readonly IsClosed?: Flag;
  readonly Amount?: Amount;
  readonly CurrencyIsoCode?: Text;
  readonly CloseDate?: Text;
  readonly HasOpportunityLineItem?: Flag;
  readonly OpportunityLineItems?: Nullish<SalesforceConnection<SalesforceLineItemRow>>;
}

export interface SalesforceAssetRow extends SalesforceRow {
  readonly AccountId?: Text;
  readonly Product2Id?: Text;
  readonly Product2?: Nullish<SalesforceRow>;
  readonly Status?: Text;
  readonly InstallDate?: Text;
  readonly UsageEndDate?: Text;
}

export interface SalesforceProductRow extends SalesforceRow {
  readonly ProductCode?: Text;
  readonly Family?: Text;
  readonly IsActive?: Flag;
  readonly PricebookEntries?: Nullish<SalesforceConnection<SalesforcePriceRow>>;
}

export interface SalesforcePriceRow {
  readonly Id: string;
  readonly UnitPrice?: Amount;
  readonly CurrencyIsoCode?: Text;
}

export interface SalesforceUserRow extends SalesforceRow {
  readonly Email?: Text;
  readonly IsActive?: Flag;
}

/** A contact's role in a deal, or a contact's relation to an account. */
export interface SalesforceContactPartRow extends SalesforceRow {
  readonly Contact?: Nullish<SalesforceContactRow>;
  readonly OpportunityId?: Text;
  readonly Opportunity?: Nullish<{ readonly AccountId?: Text }>;
  readonly AccountId?: Text;
  readonly Role?: Text;
  readonly IsPrimary?: Flag;
  /** Several, divided by semicolons. */
  readonly Roles?: Text;
  readonly IsActive?: Flag;
  readonly StartDate?: Text;
  readonly EndDate?: Text;
}

/** One of ours on a deal's or an account's team. */
export interface SalesforceTeamPartRow extends SalesforceRow {
  readonly UserId?: Text;
  readonly OpportunityId?: Text;
  readonly Opportunity?: Nullish<{ readonly AccountId?: Text }>;
  readonly AccountId?: Text;
  readonly TeamMemberRole?: Text;
}
