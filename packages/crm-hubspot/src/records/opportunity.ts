import {
  EMPTY,
  type Field,
  HIDDEN,
  known,
  type LineItem,
  type Opportunity,
  type OpportunityStatus,
  type RecordId,
  toField,
  toRecordId,
} from "@sweetspot/contract";
import type { FieldMapping } from "../field-mapping.ts";
import type { PortalFacts } from "../portal-facts.ts";
import type { HubspotProperties, HubspotRecord, Nullish } from "../raw/answers.ts";
import { propertyOf } from "../standard-fields.ts";
import { propertiesOf, toAttributes, toDate, toMoney, toNumber, toReference, toText } from "./fields.ts";

export const LINE_COUNT = "hs_num_of_associated_line_items";

export const COLLABORATORS = "hs_all_collaborator_owner_ids";

export const dealProperties = (mapping: FieldMapping): readonly string[] => [
  "dealname",
  "pipeline",
  "dealstage",
  "hs_is_closed",
  "hs_is_closed_won",
  propertyOf(mapping, "opportunityAmount"),
  propertyOf(mapping, "opportunityCurrency"),
  propertyOf(mapping, "opportunityCloseDate"),
  "hubspot_owner_id",
  LINE_COUNT,
  COLLABORATORS,
  ...(mapping.opportunityTeam ?? []).map(({ property }) => property),
  ...(mapping.opportunityProduct === undefined ? [] : [mapping.opportunityProduct]),
  ...(mapping.opportunity ?? []).map(({ property }) => property),
];

export const LINE_PROPERTIES: readonly string[] = [
  "name",
  "hs_product_id",
  "quantity",
  "amount",
  "hs_line_item_currency_code",
  "hs_position_on_quote",
];

const currencyOf = (deal: HubspotProperties, mapping: FieldMapping) =>
  deal[propertyOf(mapping, "opportunityCurrency")];

/** Everything of a deal but what is sold in it. */
export function toDeal(
  record: HubspotRecord,
  account: RecordId,
  mapping: FieldMapping,
  facts: PortalFacts,
): Opportunity {
  const properties = propertiesOf(record);
  const stage = facts.stages.get(`${properties["pipeline"]}/${properties["dealstage"]}`);
  return {
    id: toRecordId(record.id),
    name: properties["dealname"] ?? "",
    account: known(account),
    status: stage?.status ?? toStatus(properties),
    stage: stage ? toField(stage.label) : toText(properties, "dealstage"),
    amount: toMoney(
      properties,
      propertyOf(mapping, "opportunityAmount"),
      currencyOf(properties, mapping),
      facts.currency,
    ),
    closeDate: toDate(properties, propertyOf(mapping, "opportunityCloseDate"), facts.timeZone),
    owner: toReference(properties, "hubspot_owner_id"),
    lineItems: EMPTY,
    attributes: toAttributes(properties, "deals", mapping.opportunity, facts),
  };
}

/** For a stage that was removed from its pipeline: HubSpot goes on saying how its deals ended. */
function toStatus(properties: HubspotProperties): OpportunityStatus {
  if (properties["hs_is_closed_won"] === "true") return "won";
  return properties["hs_is_closed"] === "true" ? "lost" : "open";
}

export interface Sold {
  /** Undefined where this app, or this user, may read no line items at all. */
  readonly lines: readonly HubspotRecord[] | undefined;
  /** Names of products that deals name themselves, by id. */
  readonly productNames: ReadonlyMap<string, string>;
}

/** HubSpot counts the line items of a deal also for those who may not see them. */
export function toLineItems(
  deal: HubspotRecord,
  { lines, productNames }: Sold,
  mapping: FieldMapping,
  facts: PortalFacts,
): Field<readonly LineItem[]> {
  const properties = propertiesOf(deal);
  if (lines && lines.length > 0)
    return known(
      lines.toSorted(byPosition).map((line) => toLineItem(line, currencyOf(properties, mapping), facts)),
    );
  if (Number(properties[LINE_COUNT] ?? 0) > 0) return HIDDEN;
  if (mapping.opportunityProduct !== undefined)
    return toProductOfDeal(deal, mapping.opportunityProduct, productNames);
  return lines || LINE_COUNT in properties ? EMPTY : HIDDEN;
}

const positionOf = (line: HubspotRecord): number => Number(propertiesOf(line)["hs_position_on_quote"] ?? 0);
const byPosition = (one: HubspotRecord, other: HubspotRecord): number =>
  positionOf(one) - positionOf(other) || (one.id < other.id ? -1 : 1);

function toLineItem(line: HubspotRecord, ofDeal: Nullish<string>, facts: PortalFacts): LineItem {
  const properties = propertiesOf(line);
  const currency = properties["hs_line_item_currency_code"] ?? ofDeal;
  return {
    id: toRecordId(line.id),
    product: toReference(properties, "hs_product_id"),
    productName: properties["name"] ?? "",
    quantity: toNumber(properties, "quantity"),
    amount: toMoney(properties, "amount", currency, facts.currency),
    origin: "line-item",
  };
}

/** HubSpot has no record for it; the deal's id makes one. A value that is no product's id is its name. */
function toProductOfDeal(
  deal: HubspotRecord,
  property: string,
  productNames: ReadonlyMap<string, string>,
): Field<readonly LineItem[]> {
  const value = toText(propertiesOf(deal), property);
  if (value.state !== "known") return value;
  const name = productNames.get(value.value);
  return known([
    {
      id: toRecordId(`${deal.id}:product`),
      product: name === undefined ? EMPTY : known(toRecordId(value.value)),
      productName: name ?? value.value,
      quantity: EMPTY,
      amount: EMPTY,
      origin: "opportunity",
    },
  ]);
}
