import {
  byClosingDate,
  byName,
  type Asset,
  type Opportunity,
  type RecordId,
  valueOf,
} from "@sweetspot/contract";
import type { BlockList, Query } from "./block-pages.ts";
import { MOST_ROWS } from "./documents/subqueries.ts";
import type {
  SalesforceAccountRow,
  SalesforceAssetRow,
  SalesforceContactRow,
  SalesforceLineItemRow,
  SalesforceOpportunityRow,
  SalesforceProductRow,
  SalesforceUserRow,
} from "./raw/rows.ts";
import { toOpportunity } from "./records/opportunity.ts";
import {
  type OrgFacts,
  toAccount,
  toAsset,
  toContact,
  toProduct,
  toTeamMember,
  withholdPrices,
} from "./records/records.ts";
import { matches } from "./search.ts";

/** Line items of deals with more than their own answer holds, by the deal's id. */
export type FurtherLineItems = ReadonlyMap<string, readonly SalesforceLineItemRow[]>;

const inFamily =
  (family: ReadonlySet<string>) =>
  ({ account }: Opportunity | Asset): boolean => {
    const id = valueOf(account);
    return id !== undefined && family.has(id);
  };

/** How each list of the port is made of Salesforce's rows. */
export function createLists(facts: OrgFacts) {
  return {
    accounts: (words: readonly string[]) => ({
      query: ["accounts", ...words],
      toItem: (row: SalesforceAccountRow) => toAccount(row, facts),
      compare: byName,
      keeps: ({ name }: { readonly name: string }) => matches(name, words),
      blockRows: MOST_ROWS,
      counts: words.length === 0,
    }),
    contacts: (account: RecordId) => ({
      query: contactsQuery(account),
      toItem: (row: SalesforceContactRow) => toContact(row),
      compare: byName,
      counts: true,
    }),
    opportunities: (account: RecordId, family: ReadonlySet<string>, further: FurtherLineItems = new Map()) =>
      ({
        query: opportunitiesQuery(account),
        toItem: (row) => toOpportunity(row, facts, further.get(row.Id)),
        compare: byClosingDate,
        keeps: inFamily(family),
      }) satisfies BlockList<SalesforceOpportunityRow, Opportunity>,
    assets: (account: RecordId, family: ReadonlySet<string>) =>
      ({
        query: assetsQuery(account),
        toItem: (row) => toAsset(row, facts),
        compare: byName,
        keeps: inFamily(family),
      }) satisfies BlockList<SalesforceAssetRow, Asset>,
    products: {
      query: ["products"],
      toItem: (row: SalesforceProductRow) => toProduct(row, facts),
      prepare: withholdPrices,
      compare: byName,
      counts: true,
    },
    teamMembers: {
      query: ["team"],
      toItem: (row: SalesforceUserRow) => toTeamMember(row, facts),
      compare: byName,
      counts: true,
    },
  };
}

export type Lists = ReturnType<typeof createLists>;

export const familyQuery = (account: RecordId): Query => ["family", account];
export const contactsQuery = (account: RecordId): Query => ["contacts", account];
export const opportunitiesQuery = (account: RecordId): Query => ["opportunities", account];
export const assetsQuery = (account: RecordId): Query => ["assets", account];
