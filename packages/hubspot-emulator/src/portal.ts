import { type TeamMember, valueOf } from "@sweetspot/contract";
import type { CrmWorld } from "@sweetspot/fixtures";
import {
  type AssociationBook,
  type AssociationKind,
  CONTACT_COMPANY,
  CONTACT_PRIMARY_COMPANY,
  createAssociationBook,
  DEAL_COMPANY,
  DEAL_LINE_ITEM,
  DEAL_PRIMARY_COMPANY,
  PARENT_CHILD,
} from "./associations.ts";
import { placePeople } from "./involvement-rows.ts";
import {
  CONTACT_DEPARTMENT,
  DEAL_PRODUCT,
  HOME_CURRENCY,
  priceProperty,
  PRODUCT_FAMILY,
  type Properties,
  type Stage,
  toOptionValue,
  toPropertyName,
  toRows,
  toStages,
} from "./portal-rows.ts";
import {
  customDefinition,
  OBJECT_TYPES,
  type ObjectType,
  type PropertyDefinition,
  standardDefinitions,
  toOptions,
} from "./schema.ts";

export interface HubspotRecord {
  readonly id: string;
  readonly properties: Properties;
  /** Values of a property, newest first. */
  readonly history: Map<string, { readonly value: string; readonly timestamp: string }[]>;
  readonly createdAt: string;
  updatedAt: string;
  archived: boolean;
  /** Searches find it from then on. */
  indexedAt: number;
}

/** A portal's data and schema, before anybody looks at it. */
export interface Portal {
  readonly records: Readonly<Record<ObjectType, Map<string, HubspotRecord>>>;
  readonly definitions: Readonly<Record<ObjectType, Map<string, PropertyDefinition>>>;
  readonly groups: Readonly<Record<ObjectType, Map<string, string>>>;
  readonly associations: AssociationBook;
  /** Kinds of association an admin made. */
  readonly labels: AssociationKind[];
  /** The survivor's id by that of the record merged into it. */
  readonly merged: Map<string, string>;
  readonly stages: readonly Stage[];
  readonly currencies: readonly string[];
  readonly members: readonly TeamMember[];
  /** Properties of attributes and their labels, as an admin would map them. */
  readonly mapped: Readonly<
    Record<"account" | "opportunity" | "accountTeam" | "opportunityTeam", MappedProperty[]>
  >;
}

export interface MappedProperty {
  readonly property: string;
  readonly label: string;
}

/** Long ago, so that nothing was made after a test began. */
const CREATED = "2020-01-01T00:00:00.000Z";

const each = <T>(make: (type: ObjectType) => T): Record<ObjectType, T> =>
  Object.fromEntries(OBJECT_TYPES.map((type) => [type, make(type)])) as Record<ObjectType, T>;

export function createPortal(world: CrmWorld): Portal {
  const rows = toRows(world);
  const labels = (records: CrmWorld["accounts"] | CrmWorld["opportunities"]) =>
    [...new Set(records.flatMap((record) => Object.keys(record.attributes)))].map((label) => ({
      property: toPropertyName(label),
      label,
    }));
  const mapped = {
    account: labels(world.accounts),
    opportunity: labels(world.opportunities),
    accountTeam: [],
    opportunityTeam: [],
  };
  const currencies = [
    ...new Set(
      [...world.products.map((one) => one.listPrice), ...world.opportunities.map((one) => one.amount)]
        .map((field) => valueOf(field)?.currency ?? HOME_CURRENCY)
        .filter((code) => code !== HOME_CURRENCY),
    ),
  ];
  const custom: Readonly<Record<ObjectType, readonly PropertyDefinition[]>> = {
    companies: mapped.account.map(({ property, label }) => customDefinition(property, label)),
    contacts: [customDefinition(CONTACT_DEPARTMENT, "Department")],
    deals: [
      ...mapped.opportunity.map(({ property, label }) => customDefinition(property, label)),
      customDefinition(DEAL_PRODUCT, "Main product"),
    ],
    products: [
      customDefinition(PRODUCT_FAMILY, "Product family"),
      ...currencies.map((code) => customDefinition(priceProperty(code), `Price ${code}`)),
    ],
    line_items: [],
    tasks: [],
  };
  const portal: Portal = {
    records: each(
      (type) => new Map(rows[type].map((row) => [row.id, newRecord(row.id, row.properties, CREATED)])),
    ),
    definitions: each(
      (type) => new Map([...standardDefinitions(type), ...custom[type]].map((one) => [one.name, one])),
    ),
    groups: each((type) => new Map([[`${type}information`, `${type} information`]])),
    associations: createAssociationBook(),
    labels: [],
    merged: new Map(),
    stages: toStages(world.opportunities),
    currencies,
    members: world.teamMembers,
    mapped,
  };
  nameIndustries(portal, world);
  associate(portal, world);
  placePeople(portal, world);
  return portal;
}

export function newRecord(id: string, properties: Properties, at: string): HubspotRecord {
  return {
    id,
    properties: { ...properties, hs_object_id: id, createdate: at },
    history: new Map(),
    createdAt: at,
    updatedAt: at,
    archived: false,
    indexedAt: 0,
  };
}

/** The record with this id, or the one it was merged into; archived ones only where they are asked for. */
export function recordOf(
  portal: Portal,
  type: ObjectType,
  id: string,
  archived = false,
): HubspotRecord | undefined {
  let survivor = id;
  for (let next = portal.merged.get(`${type} ${id}`); next; next = portal.merged.get(`${type} ${next}`))
    survivor = next;
  const record = portal.records[type].get(survivor);
  return record?.archived === archived ? record : undefined;
}

/** Values change one by one, and HubSpot keeps what they were. */
export function writeProperties(
  portal: Portal,
  type: ObjectType,
  record: HubspotRecord,
  values: Properties,
  at: string,
): void {
  for (const [name, value] of Object.entries(values)) {
    record.properties[name] = value === "" ? null : value;
    record.history.set(name, [{ value: value ?? "", timestamp: at }, ...(record.history.get(name) ?? [])]);
  }
  record.updatedAt = at;
  const stamp = type === "contacts" ? "lastmodifieddate" : "hs_lastmodifieddate";
  if (portal.definitions[type].has(stamp)) record.properties[stamp] = at;
}

/** Industries are an enumeration: records hold values, people read labels. */
function nameIndustries(portal: Portal, world: CrmWorld): void {
  const definition = portal.definitions.companies.get("industry");
  const labels = new Set(world.accounts.flatMap((account) => valueOf(account.industry) ?? []));
  if (definition)
    portal.definitions.companies.set("industry", {
      ...definition,
      options: toOptions([...labels].map((label) => [toOptionValue(label), label] as const)),
    });
}

function associate({ associations }: Portal, world: CrmWorld): void {
  for (const account of world.accounts)
    if (account.parent.state === "known") associations.add(PARENT_CHILD, account.parent.value, account.id);
  for (const contact of world.contacts)
    if (contact.account.state === "known")
      for (const kind of [CONTACT_COMPANY, CONTACT_PRIMARY_COMPANY])
        associations.add(kind, contact.id, contact.account.value);
  for (const deal of world.opportunities) {
    if (deal.account.state === "known")
      for (const kind of [DEAL_COMPANY, DEAL_PRIMARY_COMPANY])
        associations.add(kind, deal.id, deal.account.value);
    for (const line of valueOf(deal.lineItems) ?? [])
      if (line.origin === "line-item") associations.add(DEAL_LINE_ITEM, deal.id, line.id);
  }
}
