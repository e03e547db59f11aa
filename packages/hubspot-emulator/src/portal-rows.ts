import { type Account, type Field, type Money, type Opportunity, valueOf } from "@sweetspot/contract";
import type { CrmWorld } from "@sweetspot/fixtures";
import type { ObjectType } from "./schema.ts";

/** HubSpot's values are texts, whatever their type; null where there is none. */
export type Properties = Record<string, string | null>;

export interface PortalRow {
  readonly id: string;
  readonly properties: Properties;
}

/** The portal's own currency; amounts in others carry their code. */
export const HOME_CURRENCY = "EUR";
/** Where its people sit: HubSpot shows the closing date of a deal in this zone. */
export const TIME_ZONE = "Europe/Berlin";
export const PIPELINE = "default";
/** Custom properties of the emulated portal beside the attributes. */
export const DEAL_PRODUCT = "main_product";
export const CONTACT_DEPARTMENT = "department";
export const PRODUCT_FAMILY = "product_family";

export const toPropertyName = (label: string): string => label.toLowerCase().replaceAll(/\W+/g, "_");
/** The value of an enumeration whose label this is. */
export const toOptionValue = (label: string): string => label.toUpperCase().replaceAll(/\W+/g, "_");

export interface Stage {
  readonly id: string;
  readonly label: string;
  readonly status: Opportunity["status"];
}

const stageId = (deal: Opportunity): string => `${deal.status}:${valueOf(deal.stage) ?? ""}`;

/** One stage for each name and outcome the world has. Its deals without a stage are in one without a label. */
export function toStages(deals: readonly Opportunity[]): Stage[] {
  const stages = new Map<string, Stage>();
  for (const deal of deals)
    stages.set(stageId(deal), { id: stageId(deal), label: valueOf(deal.stage) ?? "", status: deal.status });
  return [...stages.values()];
}

const text = (field: Field<string | number> | undefined): string | null => {
  const value = valueOf(field);
  return value === undefined ? null : String(value);
};
const amountOf = (field: Field<Money>): string | null => {
  const value = valueOf(field);
  return value === undefined ? null : String(value.amount);
};
const currencyOf = (field: Field<Money>): string | null => valueOf(field)?.currency ?? null;

const attributes = (record: Account | Opportunity): Properties =>
  Object.fromEntries(
    Object.entries(record.attributes).map(([label, field]) => [toPropertyName(label), text(field)]),
  );

/** Midnight in the portal's zone is still the day before in UTC. */
const toCloseDate = (date: string | null): string | null => {
  if (date === null) return null;
  const midnight = new Date(`${date}T00:00:00.000Z`);
  return new Date(midnight.getTime() - 30 * 60_000).toISOString();
};

const linesOf = (deal: Opportunity, origin: "line-item" | "opportunity") =>
  (valueOf(deal.lineItems) ?? []).filter((line) => line.origin === origin);

/** The records of a portal that holds this world. Ids stay as they are: nothing may read a meaning out of them. */
export function toRows(world: CrmWorld): Readonly<Record<ObjectType, readonly PortalRow[]>> {
  return {
    companies: world.accounts.map((account) => ({
      id: account.id,
      properties: {
        name: account.name,
        domain: null,
        website: text(account.website),
        industry: account.industry.state === "known" ? toOptionValue(account.industry.value) : null,
        country: text(account.country),
        city: text(account.city),
        numberofemployees: text(account.employees),
        annualrevenue: amountOf(account.annualRevenue),
        hs_annual_revenue_currency_code: currencyOf(account.annualRevenue),
        hubspot_owner_id: text(account.owner),
        hs_parent_company_id: text(account.parent),
        hs_lastmodifieddate: text(account.updatedAt),
        ...attributes(account),
      },
    })),
    contacts: world.contacts.map((contact) => {
      const [first = "", ...last] = contact.name.split(" ");
      return {
        id: contact.id,
        properties: {
          firstname: first,
          lastname: last.length === 0 ? null : last.join(" "),
          email: text(contact.email),
          phone: text(contact.phone),
          jobtitle: text(contact.title),
          associatedcompanyid: text(contact.account),
          hubspot_owner_id: text(contact.owner),
          hs_buying_role: null,
          lastmodifieddate: null,
          [CONTACT_DEPARTMENT]: text(contact.department),
        },
      };
    }),
    deals: world.opportunities.map((deal) => ({
      id: deal.id,
      properties: {
        dealname: deal.name,
        amount: amountOf(deal.amount),
        deal_currency_code: currencyOf(deal.amount),
        dealstage: stageId(deal),
        pipeline: PIPELINE,
        closedate: toCloseDate(text(deal.closeDate)),
        hubspot_owner_id: text(deal.owner),
        hs_is_closed: String(deal.status !== "open"),
        hs_is_closed_won: String(deal.status === "won"),
        hs_num_of_associated_line_items: String(linesOf(deal, "line-item").length),
        hs_all_collaborator_owner_ids: null,
        hs_lastmodifieddate: null,
        [DEAL_PRODUCT]: text(linesOf(deal, "opportunity")[0]?.product),
        ...attributes(deal),
      },
    })),
    products: world.products.map((product) => {
      const price = valueOf(product.listPrice);
      return {
        id: product.id,
        properties: {
          name: product.name,
          description: null,
          hs_sku: text(product.code),
          price: price?.currency === HOME_CURRENCY ? String(price.amount) : null,
          ...(price && price.currency !== HOME_CURRENCY
            ? { [priceProperty(price.currency)]: String(price.amount) }
            : {}),
          hs_status: product.active ? "active" : "inactive",
          hs_lastmodifieddate: null,
          [PRODUCT_FAMILY]: text(product.family),
        },
      };
    }),
    tasks: [],
    line_items: world.opportunities.flatMap((deal) =>
      linesOf(deal, "line-item").map((line, index) => ({
        id: line.id,
        properties: {
          name: line.productName,
          hs_product_id: text(line.product),
          quantity: text(line.quantity),
          price: null,
          amount: amountOf(line.amount),
          hs_line_item_currency_code: currencyOf(line.amount),
          hs_position_on_quote: String(index),
          hs_lastmodifieddate: null,
        },
      })),
    ),
  };
}

/** A product has a price for each currency of the portal beside its own [?]. */
export const priceProperty = (currency: string): string => `hs_price_${currency.toLowerCase()}`;
