import {
  type Account,
  type Contact,
  type Field,
  HIDDEN,
  type Money,
  type Product,
  type TeamMember,
  toField,
  toRecordId,
} from "@sweetspot/contract";
import type { FieldMapping } from "../field-mapping.ts";
import type { PortalFacts } from "../portal-facts.ts";
import type { HubspotOwner, HubspotProperties, HubspotRecord } from "../raw/answers.ts";
import { propertyOf, STANDARD_FIELD_NAMES, type StandardFieldName } from "../standard-fields.ts";
import {
  propertiesOf,
  toAttributes,
  toInstant,
  toLabel,
  toMapped,
  toMoney,
  toNumber,
  toReference,
  toText,
} from "./fields.ts";

const names = (
  ...lists: readonly (string | undefined | readonly { readonly property: string }[])[]
): string[] =>
  lists.flatMap((one) =>
    one === undefined ? [] : typeof one === "string" ? [one] : one.map(({ property }) => property),
  );

/** Of all who see the company, also those who may not see the contacts. */
export const CONTACT_COUNT = "num_associated_contacts";

const ACCOUNT_FIELDS = STANDARD_FIELD_NAMES.filter((name) => name.startsWith("account"));

/** The same of companies below it. Where HubSpot does not say, there may be some. */
export const CHILD_COUNT = "hs_num_child_companies";

export const companyProperties = (mapping: FieldMapping): readonly string[] => [
  "name",
  "hs_parent_company_id",
  "hubspot_owner_id",
  ...ACCOUNT_FIELDS.map((name) => propertyOf(mapping, name)),
  CONTACT_COUNT,
  CHILD_COUNT,
  "hs_lastmodifieddate",
  ...names(mapping.account, mapping.accountTeam),
];

export function toAccount(record: HubspotRecord, mapping: FieldMapping, facts: PortalFacts): Account {
  const properties = propertiesOf(record);
  const nameOf = (name: StandardFieldName): string => propertyOf(mapping, name);
  return {
    id: toRecordId(record.id),
    name: properties["name"] ?? "",
    parent: toReference(properties, "hs_parent_company_id"),
    owner: toReference(properties, "hubspot_owner_id"),
    industry: toLabel(properties, "companies", nameOf("accountIndustry"), facts),
    country: toLabel(properties, "companies", nameOf("accountCountry"), facts),
    city: toLabel(properties, "companies", nameOf("accountCity"), facts),
    website: toText(properties, nameOf("accountWebsite")),
    employees: toNumber(properties, nameOf("accountEmployees")),
    annualRevenue: toMoney(
      properties,
      nameOf("accountRevenue"),
      properties[nameOf("accountRevenueCurrency")],
      facts.currency,
    ),
    attributes: toAttributes(properties, "companies", mapping.account, facts),
    updatedAt: toInstant(properties, "hs_lastmodifieddate"),
  };
}

/** What a contact is to a purchase at his own company. */
export const BUYING_ROLE = "hs_buying_role";

export const contactProperties = (mapping: FieldMapping): readonly string[] => [
  ...new Set([
    "firstname",
    "lastname",
    "associatedcompanyid",
    propertyOf(mapping, "contactTitle"),
    // Whoever has no name is known by HubSpot's own address, whatever else is shown as his.
    "email",
    propertyOf(mapping, "contactEmail"),
    propertyOf(mapping, "contactPhone"),
    "hubspot_owner_id",
    BUYING_ROLE,
    ...names(mapping.contactDepartment),
  ]),
];

export function toContact(record: HubspotRecord, mapping: FieldMapping): Contact {
  const properties = propertiesOf(record);
  return {
    id: toRecordId(record.id),
    name: personName(properties["firstname"], properties["lastname"], properties["email"]),
    account: toReference(properties, "associatedcompanyid"),
    title: toText(properties, propertyOf(mapping, "contactTitle")),
    department: toMapped(properties, mapping.contactDepartment),
    email: toText(properties, propertyOf(mapping, "contactEmail")),
    phone: toText(properties, propertyOf(mapping, "contactPhone")),
    owner: toReference(properties, "hubspot_owner_id"),
  };
}

/** A person without a name is known by the address. */
function personName(...[first, last, email]: readonly (string | null | undefined)[]): string {
  const name = [first, last].filter((part) => part).join(" ");
  return name === "" ? (email ?? "") : name;
}

const priceProperty = (currency: string): string => `hs_price_${currency.toLowerCase()}`;

export const productProperties = (mapping: FieldMapping, { currencies }: PortalFacts): readonly string[] => [
  "name",
  propertyOf(mapping, "productCode"),
  "hs_status",
  "price",
  ...currencies.map(priceProperty),
  ...names(mapping.productFamily),
];

export function toProduct(record: HubspotRecord, mapping: FieldMapping, facts: PortalFacts): Product {
  const properties = propertiesOf(record);
  return {
    id: toRecordId(record.id),
    name: properties["name"] ?? "",
    code: toText(properties, propertyOf(mapping, "productCode")),
    family: toMapped(properties, mapping.productFamily),
    listPrice: toListPrice(properties, facts),
    active: properties["hs_status"]?.toLowerCase() !== "inactive",
  };
}

/** The price in the portal's own currency, or in the first other one that has a price. */
function toListPrice(properties: HubspotProperties, { currency, currencies }: PortalFacts): Field<Money> {
  if (!("price" in properties)) return HIDDEN;
  const prices = [
    toMoney(properties, "price", currency, currency),
    ...currencies.map((code) => toMoney(properties, priceProperty(code), code, currency)),
  ];
  return prices.find((price) => price.state === "known") ?? toField<Money>(null);
}

/** The id by which a member signs in; records know him by his owner id. */
export const userIdOf = (owner: HubspotOwner): string | undefined => {
  const id = owner.userId ?? owner.userIdIncludingInactive;
  return id == null ? undefined : String(id);
};

export const toTeamMember = (owner: HubspotOwner, isAdmin: (userId: string) => boolean): TeamMember => ({
  id: toRecordId(owner.id),
  name: personName(owner.firstName, owner.lastName, owner.email),
  email: toField(owner.email),
  role: isAdmin(userIdOf(owner) ?? "") ? "admin" : "rep",
  active: owner.archived !== true,
});
