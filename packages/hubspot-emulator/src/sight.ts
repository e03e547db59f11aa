import type { AccessRule, WorldObject } from "@sweetspot/fixtures";
import { CONTACT_DEPARTMENT, PRODUCT_FAMILY, toPropertyName } from "./portal-rows.ts";
import { type HubspotRecord, type Portal, recordOf } from "./portal.ts";
import type { ObjectType } from "./schema.ts";

/** A portal as users of one role see it: permissions decide on records, field-level permissions on properties. */
export interface Sight {
  sees(type: ObjectType, record: HubspotRecord): boolean;
  /** A property a user may not view is left out of every answer, as if it did not exist [?]. */
  shows(type: ObjectType, property: string): boolean;
}

const OBJECTS: Readonly<Partial<Record<WorldObject, ObjectType>>> = {
  account: "companies",
  contact: "contacts",
  opportunity: "deals",
  product: "products",
};

/** Where a field of the contract has its home in HubSpot. */
const HOMES: Readonly<Record<string, string>> = {
  "account.parent": "hs_parent_company_id",
  "account.owner": "hubspot_owner_id",
  "account.industry": "industry",
  "account.country": "country",
  "account.city": "city",
  "account.website": "website",
  "account.employees": "numberofemployees",
  "account.annualRevenue": "annualrevenue",
  "account.updatedAt": "hs_lastmodifieddate",
  "contact.account": "associatedcompanyid",
  "contact.title": "jobtitle",
  "contact.department": CONTACT_DEPARTMENT,
  "contact.email": "email",
  "contact.phone": "phone",
  "contact.owner": "hubspot_owner_id",
  "opportunity.stage": "dealstage",
  "opportunity.amount": "amount",
  "opportunity.closeDate": "closedate",
  "opportunity.owner": "hubspot_owner_id",
  "product.code": "hs_sku",
  "product.family": PRODUCT_FAMILY,
};

function homesOf({ object, field = "" }: AccessRule, portal: Portal): readonly string[] {
  if (field.startsWith("attributes.")) return [toPropertyName(field.slice("attributes.".length))];
  if (object === "product" && field === "listPrice")
    return [...portal.definitions.products.keys()].filter((name) => /^(hs_)?price(_|$)/.test(name));
  const home = HOMES[`${object}.${field}`];
  if (home === undefined) throw new Error(`The emulator does not know where ${object}.${field} lives.`);
  return [home];
}

export function toSight(portal: Portal, rules: readonly AccessRule[]): Sight {
  const withheld = new Set<string>();
  const invisible = new Set<string>();
  const unseen = new Set<ObjectType>();
  const withoutLines = new Set<string>();
  for (const rule of rules) {
    const type = OBJECTS[rule.object];
    // Assets HubSpot has none, and people's parts have no permissions of their own there.
    if (type === undefined) continue;
    if (rule.field === "lineItems") {
      if (rule.ids) for (const id of rule.ids) withoutLines.add(id);
      else unseen.add("line_items");
    } else if (rule.field !== undefined) {
      if (rule.ids) throw new Error("Field-level permissions of HubSpot hold for all records of an object.");
      for (const property of homesOf(rule, portal)) withheld.add(`${type}.${property}`);
    } else if (rule.ids) for (const id of rule.ids) invisible.add(`${type}.${id}`);
    else unseen.add(type);
  }

  /** Line items go with their deal. */
  function sees(type: ObjectType, record: HubspotRecord): boolean {
    if (unseen.has(type) || invisible.has(`${type}.${record.id}`)) return false;
    if (type !== "line_items") return true;
    const [owner] = portal.associations.of("line_items", record.id, "deals");
    const deal = owner && recordOf(portal, "deals", owner.id);
    return !deal || (!withoutLines.has(deal.id) && sees("deals", deal));
  }

  return { sees, shows: (type, property) => !withheld.has(`${type}.${property}`) };
}
