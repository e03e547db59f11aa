import { ENTITIES, type Entity } from "@sweetspot/plan-model";
import { refuseCollisions, toLabel, toObjectName, toRelationshipName } from "./api-names.ts";
import { LONGEST_TEXT, toSalesforceFields } from "./field-mapping.ts";
import type { SalesforceField, SalesforceObject } from "./salesforce-object.ts";
import { LIBRARY_ROOT, PLAN_ROOT, toHistoryObjects, toScopeField } from "./scope-objects.ts";

/** Everything of ours that an org stores, in the order of the plan model: roots first, parents before their users. */
export function toSalesforceObjects(entities: readonly Entity[] = ENTITIES): SalesforceObject[] {
  const objects = [
    PLAN_ROOT,
    LIBRARY_ROOT,
    ...entities.flatMap((entity) => entity.scopes.map((scope) => toEntityObject(entity, scope))),
    ...toHistoryObjects("plan"),
    ...toHistoryObjects("library"),
  ];
  refuseCollisions(
    "objects",
    objects.map((object) => object.apiName),
  );
  for (const object of objects)
    refuseCollisions(
      object.apiName,
      object.fields.map((field) => field.apiName),
    );
  refuseMeetingRelations(objects);
  return objects;
}

/** Salesforce's limit for what people read. */
const LONGEST_LABEL = 40;

function toEntityObject(entity: Entity, scope: "plan" | "library"): SalesforceObject {
  const apiName = toObjectName(entity.name, scope);
  const label = `Sweetspot ${scope === "library" ? "library " : ""}${toLabel(entity.name).toLowerCase()}`;
  return {
    apiName,
    label: label.slice(0, LONGEST_LABEL),
    plural: toPlural(label).slice(0, LONGEST_LABEL),
    help: entity.help,
    scope,
    role: "entity",
    entity: entity.name,
    name:
      entity.title === undefined
        ? { label: "Number", format: `${entity.name.slice(0, 4).toUpperCase()}-{000000}` }
        : { label: "Short name" },
    sharing: "ControlledByParent",
    fields: [
      ...bookkeeping(apiName, scope),
      ...Object.entries(entity.fields).flatMap(([name, declaration]) =>
        toSalesforceFields(apiName, name, declaration, scope),
      ),
    ],
  };
}

/** What the commit service keeps of every record beside its fields. */
function bookkeeping(object: string, scope: "plan" | "library"): SalesforceField[] {
  const person = { type: "Lookup", referenceTo: "User" } as const;
  const instant = { type: "Text", length: 24, hidden: true } as const;
  return [
    toScopeField(object, scope),
    {
      apiName: "Key__c",
      label: "Key",
      help: "Hash of plan and record id: finds the record in imports and commits.",
      type: "Text",
      length: 64,
      key: true,
      hidden: true,
    },
    {
      apiName: "RecordId__c",
      label: "Record id",
      help: "Sweetspot's own id of the record, unique within its plan.",
      type: "LongTextArea",
      length: 400,
      hidden: true,
    },
    {
      apiName: "Revision__c",
      label: "Revision",
      help: "Counts the record's changes; a change made on an older one is refused.",
      type: "Number",
      precision: 9,
      scale: 0,
    },
    {
      apiName: "Schema__c",
      label: "Schema",
      help: "Version of the declaration the fields follow.",
      type: "Number",
      precision: 4,
      scale: 0,
      hidden: true,
    },
    {
      apiName: "Removed__c",
      label: "Removed",
      help: "Removed in Sweetspot; kept so that it can be brought back.",
      type: "Checkbox",
    },
    {
      apiName: "BegunAt__c",
      label: "Begun at",
      help: "Instant of creation in UTC, to the millisecond.",
      ...instant,
    },
    {
      apiName: "BegunBy__c",
      label: "Begun by",
      help: "Who created it in Sweetspot.",
      ...person,
      relationshipName: toRelationshipName(object, "BegunBy"),
    },
    {
      apiName: "ChangedAt__c",
      label: "Changed at",
      help: "Instant of the last change in UTC, to the millisecond.",
      ...instant,
    },
    {
      apiName: "ChangedBy__c",
      label: "Changed by",
      help: "Who changed it last in Sweetspot.",
      ...person,
      relationshipName: toRelationshipName(object, "ChangedBy"),
    },
    {
      apiName: "Extra__c",
      label: "Extra",
      help: "What the other fields cannot hold exactly, and fields of newer versions, as JSON.",
      type: "LongTextArea",
      length: LONGEST_TEXT,
      hidden: true,
    },
  ];
}

const toPlural = (label: string): string =>
  label.endsWith("s") ? label : label.endsWith("y") ? `${label.slice(0, -1)}ies` : `${label}s`;

function refuseMeetingRelations(objects: readonly SalesforceObject[]): void {
  const byTarget = Map.groupBy(
    objects.flatMap((object) => object.fields).filter((field) => field.referenceTo !== undefined),
    (field) => field.referenceTo,
  );
  for (const [target, fields] of byTarget)
    refuseCollisions(
      `relations to ${target}`,
      fields.map((field) => field.relationshipName ?? ""),
    );
}
