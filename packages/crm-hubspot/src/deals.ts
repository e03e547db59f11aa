import {
  byClosingDate,
  CrmError,
  type Opportunity,
  type ReadOptions,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import { type Desk, factsOf, idsOf } from "./desk.ts";
import type { HubspotRecord } from "./raw/answers.ts";
import { propertiesOf } from "./records/fields.ts";
import {
  dealProperties,
  LINE_COUNT,
  LINE_PROPERTIES,
  type Sold,
  toDeal,
  toLineItems,
} from "./records/opportunity.ts";
import { isMissingObject, isMissingScope } from "./to-crm-error.ts";

/** Deals of one family that are read to be put in order. */
const MOST_DEALS = 20_000;
/** The associations that mark the first company of a deal, from either side. */
const TO_PRIMARY_DEAL = 6;
const TO_PRIMARY_COMPANY = 5;

/** A deal as read, before what is sold in it is. */
export interface DealRow {
  readonly record: HubspotRecord;
  readonly deal: Opportunity;
}

export interface Deals {
  /** In the port's order, still without line items. */
  readonly rows: readonly DealRow[];
  /** A company is said to have deals that do not show. */
  readonly isCut: boolean;
}

/** All deals of these companies. */
export async function readDeals(
  desk: Desk,
  companies: readonly string[],
  options?: ReadOptions,
): Promise<Deals> {
  const { reads, portal } = desk;
  const [facts, accounts] = await Promise.all([
    factsOf(desk, options),
    readAccountsOfDeals(desk, companies, options),
  ]);
  if (accounts.size > MOST_DEALS)
    throw new CrmError("unavailable", `The family has more than ${MOST_DEALS} deals.`);
  const records = await reads.records("deals", [...accounts.keys()], dealProperties(portal.mapping), options);
  const rows = records
    .map((record) => ({
      record,
      deal: toDeal(record, accounts.get(record.id) as RecordId, portal.mapping, facts),
    }))
    .toSorted((one, other) => byClosingDate(one.deal, other.deal));
  return { rows, isCut: records.length < accounts.size };
}

/**
 * The company each deal belongs to: its primary one. A deal without any belongs to the first it is associated with; one
 * whose primary company is outside the family is not the family's.
 */
async function readAccountsOfDeals(
  { reads }: Desk,
  companies: readonly string[],
  options: ReadOptions | undefined,
): Promise<ReadonlyMap<string, RecordId>> {
  const associations = await reads.associations("companies", "deals", companies, options);
  const accounts = new Map<string, RecordId>();
  const others = new Map<string, RecordId>();
  for (const company of companies)
    for (const { id, types } of associations.get(company) ?? []) {
      if (types.some(({ typeId }) => typeId === TO_PRIMARY_DEAL)) accounts.set(id, toRecordId(company));
      else if (!others.has(id)) others.set(id, toRecordId(company));
    }
  const doubtful = [...others.keys()].filter((id) => !accounts.has(id));
  if (doubtful.length === 0) return accounts;
  const back = await reads.associations("deals", "companies", doubtful, options);
  for (const id of doubtful) {
    const hasPrimary = back
      .get(id)
      ?.some(({ types }) => types.some(({ typeId }) => typeId === TO_PRIMARY_COMPANY));
    if (hasPrimary !== true) accounts.set(id, others.get(id) as RecordId);
  }
  return accounts;
}

/** The deals of one page with what is sold in them. */
export async function withLineItems(
  desk: Desk,
  rows: readonly DealRow[],
  options?: ReadOptions,
): Promise<Opportunity[]> {
  const { mapping } = desk.portal;
  const records = rows.map(({ record }) => record);
  const [facts, lines, productNames] = await Promise.all([
    factsOf(desk, options),
    readLines(desk, records, options),
    readProductNames(desk, records, options),
  ]);
  return rows.map(({ record, deal }) => {
    const sold: Sold = {
      lines: lines === undefined ? undefined : (lines.get(record.id) ?? []),
      productNames,
    };
    return { ...deal, lineItems: toLineItems(record, sold, mapping, facts) };
  });
}

/** Line items by deal; undefined where this portal, or this app, has none to show. */
async function readLines(
  { reads }: Desk,
  deals: readonly HubspotRecord[],
  options: ReadOptions | undefined,
): Promise<ReadonlyMap<string, readonly HubspotRecord[]> | undefined> {
  // Deals that say they have none are not asked; those that do not say are.
  const ids = idsOf(deals.filter((deal) => propertiesOf(deal)[LINE_COUNT] !== "0"));
  try {
    const associations = await reads.associations("deals", "line_items", ids, options);
    const lineIds = [...associations.values()].flat().map(({ id }) => id);
    const records = await reads.records("line_items", lineIds, LINE_PROPERTIES, options);
    const byId = new Map(records.map((record) => [record.id, record]));
    return new Map(
      [...associations].map(([deal, lines]) => [deal, lines.flatMap(({ id }) => byId.get(id) ?? [])]),
    );
  } catch (error) {
    if (isMissingScope(error) || isMissingObject(error)) return undefined;
    throw error;
  }
}

/** Names of the products that deals name themselves. What is no product's id, or may not be seen, has none. */
async function readProductNames(
  { reads, portal }: Desk,
  deals: readonly HubspotRecord[],
  options: ReadOptions | undefined,
): Promise<ReadonlyMap<string, string>> {
  const property = portal.mapping.opportunityProduct;
  if (property === undefined) return new Map();
  const ids = new Set(deals.flatMap((deal) => propertiesOf(deal)[property] ?? []));
  try {
    const products = await reads.records("products", [...ids], ["name"], options);
    return new Map(products.map((product) => [product.id, propertiesOf(product)["name"] ?? ""]));
  } catch (error) {
    if (isMissingScope(error) || isMissingObject(error)) return new Map();
    throw error;
  }
}
