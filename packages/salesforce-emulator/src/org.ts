import type { CrmWorld } from "@sweetspot/fixtures";
import { ASSET_MODEL, DEAL_PRODUCT, type Row, type Tables, toApiName, toTables } from "./org-rows.ts";
import { type FieldInfo, type ObjectInfo, type ObjectName, STANDARD_OBJECTS } from "./schema.ts";

export interface OrgOptions {
  /** Objects nobody in this org has: the feature is off. */
  readonly missingObjects?: readonly ObjectName[];
  /** Only one currency: records carry no code. Default: several. */
  readonly singleCurrency?: boolean;
  /** Ids of accounts that are people. Without them the org has no person accounts. */
  readonly personAccounts?: readonly string[];
  /** Rows of `Sweetspot_Setting__mdt`. Default: what an admin who knows the world would have set. */
  readonly settings?: readonly Setting[];
}

/** As the package's Apex tells them. */
export interface Setting {
  readonly kind: string;
  readonly value: string;
  readonly label: string;
}

/** An org's data and schema, before anybody looks at it. */
export interface Org {
  readonly tables: Tables;
  readonly objects: ReadonlyMap<string, ObjectInfo>;
  readonly deleted: Set<string>;
  readonly settings: readonly Setting[];
}

const CODED: readonly ObjectName[] = ["Account", "Opportunity", "OpportunityLineItem", "PricebookEntry"];

const PERSON_FIELDS: readonly FieldInfo[] = [
  { name: "IsPersonAccount", label: "Is Person Account", type: "boolean" },
  {
    name: "PersonContactId",
    label: "Contact ID",
    type: "reference",
    to: "Contact",
    relationship: "PersonContact",
  },
];

export function createOrg(
  world: CrmWorld,
  { missingObjects = [], singleCurrency = false, personAccounts = [], settings }: OrgOptions,
): Org {
  const labels = (records: CrmWorld["accounts"] | CrmWorld["opportunities"]) =>
    [...new Set(records.flatMap((record) => Object.keys(record.attributes)))].map((label) => ({
      field: toApiName(label),
      label,
    }));
  const mapped = { account: labels(world.accounts), opportunity: labels(world.opportunities) };
  const custom: Partial<Record<ObjectName, readonly FieldInfo[]>> = {
    Account: [
      ...mapped.account.map(({ field, label }): FieldInfo => ({ name: field, label, type: "string" })),
      ...(personAccounts.length > 0 ? PERSON_FIELDS : []),
    ],
    Opportunity: [
      ...mapped.opportunity.map(({ field, label }): FieldInfo => ({ name: field, label, type: "string" })),
      {
        name: DEAL_PRODUCT,
        label: "Main product",
        type: "reference",
        to: "Product2",
        relationship: DEAL_PRODUCT.replace("__c", "__r"),
      },
    ],
    Asset: [{ name: ASSET_MODEL, label: "Model", type: "string" }],
  };
  const code: FieldInfo = { name: "CurrencyIsoCode", label: "Currency", type: "picklist" };
  const objects = new Map(
    STANDARD_OBJECTS.filter(({ name }) => !missingObjects.includes(name)).map((info) => [
      info.name as string,
      {
        ...info,
        fields: [
          ...info.fields,
          ...(custom[info.name] ?? []),
          ...(CODED.includes(info.name) && !singleCurrency ? [code] : []),
        ],
        children: info.children.filter((child) => !missingObjects.includes(child.object)),
      },
    ]),
  );
  const known = [
    ...mapped.account.map(({ field, label }) => ({ kind: "accountAttribute", value: field, label })),
    ...mapped.opportunity.map(({ field, label }) => ({ kind: "opportunityAttribute", value: field, label })),
    { kind: "opportunityProduct", value: DEAL_PRODUCT, label: "Main product" },
    { kind: "assetProductName", value: ASSET_MODEL, label: "Model" },
  ];
  const tables = toTables(world, personAccounts);
  return { tables, objects, deleted: new Set(), settings: settings ?? known };
}

/** Rows by id: families of thousands are filtered through their parents. */
const indexes = new WeakMap<readonly Row[], ReadonlyMap<unknown, Row>>();

export function rowOf(org: Org, object: ObjectName, id: unknown): Row | undefined {
  const rows = org.tables[object];
  let index = indexes.get(rows);
  if (!index) {
    index = new Map(rows.map((row) => [row.Id, row]));
    indexes.set(rows, index);
  }
  return index.get(id);
}

/** To be called when a row has come or gone. */
export const forgetIndex = (org: Org, object: ObjectName): void => void indexes.delete(org.tables[object]);
