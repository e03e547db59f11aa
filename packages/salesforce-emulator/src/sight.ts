import type { AccessRule, WorldObject } from "@sweetspot/fixtures";
import { type Org, rowOf } from "./org.ts";
import { type Row, toApiName } from "./org-rows.ts";
import type { FieldInfo, ObjectInfo, ObjectName } from "./schema.ts";

/** An org as users of one role see it: sharing decides on records, field security on fields, permissions on objects. */
export interface Sight {
  /** Undefined for an object that does not exist, or not for this role: the two look the same. */
  object(name: string): ObjectInfo | undefined;
  field(object: ObjectInfo, name: string): FieldInfo | undefined;
  rows(object: ObjectInfo): Row[];
  isVisible(object: ObjectName, row: Row): boolean;
}

const OBJECTS: Readonly<Record<Exclude<WorldObject, "involvement">, ObjectName>> = {
  account: "Account",
  contact: "Contact",
  opportunity: "Opportunity",
  product: "Product2",
  asset: "Asset",
};

/** What the contract calls roles stands in a field of its own in each of four objects. */
const ROLES: readonly string[] = [
  "OpportunityContactRole.Role",
  "AccountContactRelation.Roles",
  "AccountTeamMember.TeamMemberRole",
  "OpportunityTeamMember.TeamMemberRole",
];

/** Objects whose records are seen where the record at this reference is: line items, roles, teams [standard knowledge ?]. */
const CONTROLLED_BY: Readonly<Partial<Record<ObjectName, readonly string[]>>> = {
  OpportunityLineItem: ["OpportunityId"],
  OpportunityContactRole: ["OpportunityId"],
  OpportunityTeamMember: ["OpportunityId"],
  AccountTeamMember: ["AccountId"],
  AccountContactRelation: ["AccountId", "ContactId"],
};

/** Where a field of the contract has its home in Salesforce; others have the same name with a capital. */
const FIELDS: Readonly<Record<string, readonly [ObjectName, string]>> = {
  "account.parent": ["Account", "ParentId"],
  "account.owner": ["Account", "OwnerId"],
  "account.country": ["Account", "BillingCountry"],
  "account.city": ["Account", "BillingCity"],
  "account.employees": ["Account", "NumberOfEmployees"],
  "account.updatedAt": ["Account", "LastModifiedDate"],
  "contact.account": ["Contact", "AccountId"],
  "contact.owner": ["Contact", "OwnerId"],
  "opportunity.stage": ["Opportunity", "StageName"],
  "product.listPrice": ["PricebookEntry", "UnitPrice"],
  "product.code": ["Product2", "ProductCode"],
  "asset.since": ["Asset", "InstallDate"],
  "asset.until": ["Asset", "UsageEndDate"],
};

function homeOf({ object, field = "" }: AccessRule): readonly [ObjectName, string] {
  if (object === "involvement") throw new Error("Involvements are hidden by their roles or by their ends.");
  if (field.startsWith("attributes.")) return [OBJECTS[object], toApiName(field.slice("attributes.".length))];
  return FIELDS[`${object}.${field}`] ?? [OBJECTS[object], field.charAt(0).toUpperCase() + field.slice(1)];
}

export function toSight(org: Org, rules: readonly AccessRule[]): Sight {
  const withheldFields = new Set<string>();
  const withheldObjects = new Set<string>();
  const invisible = new Set<string>();
  const withoutLines = new Set<string>();
  for (const rule of rules) {
    if (rule.object === "involvement" && rule.field === "roles" && !rule.ids) {
      for (const role of ROLES) withheldFields.add(role);
    } else if (rule.field === "lineItems") {
      if (rule.ids) for (const id of rule.ids) withoutLines.add(id);
      else withheldObjects.add("OpportunityLineItem");
    } else if (rule.field !== undefined) {
      if (rule.ids) throw new Error("Field security of Salesforce holds for all records of an object.");
      withheldFields.add(homeOf(rule).join("."));
    } else {
      const object = rule.object === "involvement" ? homeOf(rule)[0] : OBJECTS[rule.object];
      if (rule.ids) for (const id of rule.ids) invisible.add(`${object}.${id}`);
      else withheldObjects.add(object);
    }
  }

  function isVisible(object: ObjectName, row: Row): boolean {
    if (invisible.has(`${object}.${row.Id}`)) return false;
    if (object === "OpportunityLineItem" && withoutLines.has(String(row["OpportunityId"]))) return false;
    return (CONTROLLED_BY[object] ?? []).every((reference) => {
      const parent = reference.replace(/Id$/, "") as ObjectName;
      const found = rowOf(org, parent, row[reference]);
      return found !== undefined && isVisible(parent, found);
    });
  }

  return {
    object(name) {
      if (withheldObjects.has(name)) return undefined;
      const info = org.objects.get(name);
      return (
        info && { ...info, children: info.children.filter((child) => !withheldObjects.has(child.object)) }
      );
    },
    field: (object, name) =>
      withheldFields.has(`${object.name}.${name}`)
        ? undefined
        : object.fields.find((one) => one.name === name),
    rows: (object) => org.tables[object.name].filter((row) => isVisible(object.name, row)),
    isVisible,
  };
}
