/** Objects of a portal, as far as Sweetspot reads them, by the name they have in paths. */
export type ObjectType = "companies" | "contacts" | "deals" | "products" | "line_items" | "tasks";

export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: "string" | "number" | "bool" | "datetime" | "enumeration";
  readonly fieldType: string;
  readonly groupName: string;
  readonly description: string;
  readonly options: readonly PropertyOption[];
  readonly hubspotDefined: boolean;
  /** HubSpot works it out; nobody writes it. */
  readonly calculated: boolean;
}

export interface PropertyOption {
  readonly label: string;
  readonly value: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
}

interface ObjectSchema {
  /** The ids and other names HubSpot takes in a path [D crm/understanding-the-crm]. */
  readonly aliases: readonly string[];
  readonly readScope: string;
  /** Sent where a request names no properties [D search the crm]. */
  readonly defaults: readonly string[];
  /** "name type"; "!" says that HubSpot calculates it. */
  readonly properties: readonly string[];
  /** The text a record is known by. */
  readonly title: string;
  /** Needed to make one [D using object apis; D tasks]. */
  readonly writeScope: string;
}

/** Property names are standard knowledge where no page is named [?]. */
export const SCHEMA: Readonly<Record<ObjectType, ObjectSchema>> = {
  companies: {
    aliases: ["company", "0-2"],
    readScope: "crm.objects.companies.read",
    writeScope: "crm.objects.companies.write",
    defaults: ["name", "domain", "createdate", "hs_lastmodifieddate", "hs_object_id"],
    title: "name",
    properties: [
      "name string",
      "domain string",
      "website string",
      "industry enumeration",
      "country string",
      "city string",
      "numberofemployees number",
      "annualrevenue number",
      "hs_annual_revenue_currency_code string",
      "hubspot_owner_id enumeration",
      "hs_parent_company_id number!",
      "hs_num_child_companies number!",
      "num_associated_contacts number!",
      "hs_lastmodifieddate datetime!",
    ],
  },
  contacts: {
    aliases: ["contact", "0-1"],
    readScope: "crm.objects.contacts.read",
    writeScope: "crm.objects.contacts.write",
    defaults: ["firstname", "lastname", "email", "createdate", "lastmodifieddate", "hs_object_id"],
    title: "lastname",
    properties: [
      "firstname string",
      "lastname string",
      "email string",
      "phone string",
      "jobtitle string",
      "associatedcompanyid number!",
      "hubspot_owner_id enumeration",
      "hs_buying_role enumeration",
      "lastmodifieddate datetime!",
    ],
  },
  deals: {
    aliases: ["deal", "0-3"],
    readScope: "crm.objects.deals.read",
    writeScope: "crm.objects.deals.write",
    defaults: ["dealname", "amount", "dealstage", "pipeline", "closedate", "createdate", "hs_object_id"],
    title: "dealname",
    properties: [
      "dealname string",
      "description string",
      "amount number",
      "deal_currency_code enumeration",
      "dealstage enumeration",
      "pipeline enumeration",
      "closedate datetime",
      "hubspot_owner_id enumeration",
      "hs_is_closed bool!",
      "hs_is_closed_won bool!",
      "hs_num_of_associated_line_items number!",
      "hs_all_collaborator_owner_ids enumeration",
      "num_associated_contacts number!",
      "hs_lastmodifieddate datetime!",
    ],
  },
  products: {
    aliases: ["product", "0-7"],
    readScope: "crm.objects.products.read",
    writeScope: "crm.objects.products.write",
    defaults: ["name", "price", "description", "createdate", "hs_lastmodifieddate", "hs_object_id"],
    title: "name",
    properties: [
      "name string",
      "description string",
      "hs_sku string",
      "price number",
      "hs_status enumeration",
      "hs_lastmodifieddate datetime!",
    ],
  },
  line_items: {
    aliases: ["line_item", "0-8"],
    readScope: "crm.objects.line_items.read",
    writeScope: "crm.objects.line_items.write",
    defaults: ["quantity", "amount", "price", "createdate", "hs_lastmodifieddate", "hs_object_id"],
    title: "name",
    properties: [
      "name string",
      "hs_product_id number",
      "quantity number",
      "price number",
      "amount number",
      "hs_line_item_currency_code enumeration",
      "hs_position_on_quote number",
      "hs_lastmodifieddate datetime!",
    ],
  },
  tasks: {
    aliases: ["task", "0-27"],
    readScope: "crm.objects.contacts.read",
    writeScope: "crm.objects.contacts.write",
    defaults: ["hs_task_subject", "hs_timestamp", "hs_createdate", "hs_object_id"],
    title: "hs_task_subject",
    properties: [
      "hs_task_subject string",
      "hs_task_body string",
      "hs_task_status enumeration",
      "hs_task_type enumeration",
      "hs_timestamp datetime",
      "hubspot_owner_id enumeration",
      "hs_lastmodifieddate datetime!",
    ],
  },
};

export const OBJECT_TYPES = Object.keys(SCHEMA) as ObjectType[];

export const toObjectType = (segment: string): ObjectType | undefined =>
  OBJECT_TYPES.find((type) => type === segment || SCHEMA[type].aliases.includes(segment));

/** Every object has these [D using object apis]. */
const COMMON = ["hs_object_id number!", "createdate datetime!"];

const FIELD_TYPES: Readonly<Record<PropertyDefinition["type"], string>> = {
  string: "text",
  number: "number",
  bool: "booleancheckbox",
  datetime: "date",
  enumeration: "select",
};

export function toDefinition(declaration: string, group: string): PropertyDefinition {
  const [, name = "", type = "string", calculated] = /^(\w+) (\w+)(!?)$/.exec(declaration) ?? [];
  return {
    name,
    label: name,
    type: type as PropertyDefinition["type"],
    fieldType: FIELD_TYPES[type as PropertyDefinition["type"]],
    groupName: group,
    description: "",
    options: [],
    hubspotDefined: true,
    calculated: calculated === "!",
  };
}

export const standardDefinitions = (type: ObjectType): PropertyDefinition[] =>
  [...COMMON, ...SCHEMA[type].properties].map((declaration) =>
    toDefinition(declaration, `${type}information`),
  );

export const customDefinition = (name: string, label: string): PropertyDefinition => ({
  ...toDefinition(`${name} string`, "custom"),
  label,
  hubspotDefined: false,
});

export const toOptions = (pairs: Iterable<readonly [value: string, label: string]>): PropertyOption[] =>
  [...pairs].map(([value, label], displayOrder) => ({ label, value, displayOrder, hidden: false }));
