import type { ObjectType } from "./api-version.ts";

/** What a property's values are, as far as a field can be read from them. */
export type ValueKind = "text" | "number" | "date" | "choice" | "people";

export interface StandardField {
  readonly object: Exclude<ObjectType, "line_items" | "tasks">;
  /** HubSpot's own property for it. */
  readonly property: string;
  readonly kinds: readonly ValueKind[];
}

const field = (
  object: StandardField["object"],
  property: string,
  ...kinds: readonly ValueKind[]
): StandardField => ({ object, property, kinds });

/**
 * Fields that HubSpot has properties for and that some portals keep elsewhere. What belongs to HubSpot's own workings has
 * no place here: names, owners, parents, pipelines and stages.
 */
export const STANDARD_FIELDS = {
  accountIndustry: field("companies", "industry", "choice", "text"),
  accountCountry: field("companies", "country", "text", "choice"),
  accountCity: field("companies", "city", "text", "choice"),
  accountWebsite: field("companies", "website", "text"),
  accountEmployees: field("companies", "numberofemployees", "number"),
  accountRevenue: field("companies", "annualrevenue", "number"),
  accountRevenueCurrency: field("companies", "hs_annual_revenue_currency_code", "text", "choice"),
  contactTitle: field("contacts", "jobtitle", "text"),
  contactEmail: field("contacts", "email", "text"),
  contactPhone: field("contacts", "phone", "text"),
  opportunityAmount: field("deals", "amount", "number"),
  opportunityCurrency: field("deals", "deal_currency_code", "choice", "text"),
  opportunityCloseDate: field("deals", "closedate", "date"),
  productCode: field("products", "hs_sku", "text"),
} as const satisfies Readonly<Record<string, StandardField>>;

export type StandardFieldName = keyof typeof STANDARD_FIELDS;

/** Properties that feed fields in place of HubSpot's own. */
export type StandardMapping = Readonly<Partial<Record<StandardFieldName, string>>>;

export const STANDARD_FIELD_NAMES = Object.keys(STANDARD_FIELDS) as readonly StandardFieldName[];

/** The property a field is read from in this portal. */
export const propertyOf = (
  { standard }: { readonly standard?: StandardMapping },
  name: StandardFieldName,
): string => standard?.[name] ?? STANDARD_FIELDS[name].property;
