import {
  EMPTY,
  type Field,
  HIDDEN,
  known,
  type LineItem,
  type Opportunity,
  type OpportunityStatus,
  toRecordId,
} from "@sweetspot/contract";
import { toRelationship } from "../field-mapping.ts";
import type { Nullish, SalesforceValue } from "../raw/graphql-response.ts";
import type { SalesforceLineItemRow, SalesforceOpportunityRow, SalesforceRow } from "../raw/rows.ts";
import { nodesOf, toAttributes, toKnown, toLabel, toMoney, toReference } from "./fields.ts";
import type { OrgFacts } from "./records.ts";

/** @param further line items that did not fit into the deal's own answer. */
export function toOpportunity(
  row: SalesforceOpportunityRow,
  facts: OrgFacts,
  further: readonly SalesforceLineItemRow[] = [],
): Opportunity {
  return {
    id: toRecordId(row.Id),
    name: row.Name?.value ?? "",
    account: toReference(row.AccountId),
    status: toStatus(row),
    stage: toLabel(row.StageName),
    amount: toMoney(row.Amount, row.CurrencyIsoCode, facts.currency),
    closeDate: toKnown(row.CloseDate),
    owner: toReference(row.OwnerId),
    lineItems: toLineItems(row, facts, further),
    attributes: toAttributes(row, facts.mapping.opportunity),
  };
}

/** Stages are each org's own words; these two flags are not. */
function toStatus({ IsWon, IsClosed }: SalesforceOpportunityRow): OpportunityStatus {
  if (IsWon?.value === true) return "won";
  return IsClosed?.value === true ? "lost" : "open";
}

/** Salesforce says of each deal whether it has line items, also to those who may not see them. */
function toLineItems(
  row: SalesforceOpportunityRow,
  facts: OrgFacts,
  further: readonly SalesforceLineItemRow[],
): Field<readonly LineItem[]> {
  const rows = [...nodesOf(row.OpportunityLineItems), ...further];
  if (rows.length > 0) return known(rows.map((line) => toLineItem(line, row, facts)));
  if (row.HasOpportunityLineItem?.value === true) return HIDDEN;
  const lookup = facts.mapping.opportunityProduct;
  if (lookup !== undefined) return toProductOfDeal(row, lookup);
  return row.HasOpportunityLineItem || row.OpportunityLineItems ? EMPTY : HIDDEN;
}

const toLineItem = (
  line: SalesforceLineItemRow,
  deal: SalesforceOpportunityRow,
  facts: OrgFacts,
): LineItem => ({
  id: toRecordId(line.Id),
  product: toReference(line.Product2Id),
  // The line's own name is "deal product", so the product's comes first.
  productName: line.Product2?.Name?.value ?? line.Name?.value ?? "",
  quantity: toKnown(line.Quantity),
  amount: toMoney(line.TotalPrice, line.CurrencyIsoCode ?? deal.CurrencyIsoCode, facts.currency),
  origin: "line-item",
});

/** Salesforce has no record for it; the deal's id makes one. */
function toProductOfDeal(row: SalesforceOpportunityRow, lookup: string): Field<readonly LineItem[]> {
  const fields = row as unknown as Readonly<Record<string, unknown>>;
  const product = toReference(fields[lookup] as Nullish<SalesforceValue>);
  if (product.state !== "known") return product;
  const related = fields[toRelationship(lookup)] as Nullish<SalesforceRow>;
  return known([
    {
      id: toRecordId(`${row.Id}:product`),
      product,
      productName: related?.Name?.value ?? "",
      quantity: EMPTY,
      amount: EMPTY,
      origin: "opportunity",
    },
  ]);
}
