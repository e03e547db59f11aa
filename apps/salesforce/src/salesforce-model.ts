import { ENTITIES, type Entity } from "@sweetspot/plan-model";
import { refuseCollisions, toObjectName } from "./api-names.ts";
import { toSalesforceFields } from "./field-mapping.ts";
import { toRelationObjects } from "./relation-objects.ts";
import type { SalesforceObject } from "./salesforce-object.ts";
import { toBookkeeping, toHistoryObjects, toLibraryRoot, toPlanRoot } from "./scope-objects.ts";
import { ENGLISH, type Words } from "./words.ts";

/** Everything of ours that an org stores, in the order of the plan model: roots first, parents before their users. */
export function toSalesforceObjects(
  entities: readonly Entity[] = ENTITIES,
  words: Words = ENGLISH,
): SalesforceObject[] {
  const objects = [
    toPlanRoot(words),
    toLibraryRoot(words),
    ...entities.flatMap((entity) => entity.scopes.map((scope) => toEntityObject(entity, scope, words))),
    ...toHistoryObjects("plan", words),
    ...toHistoryObjects("library", words),
    ...toRelationObjects(words),
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

function toEntityObject(entity: Entity, scope: "plan" | "library", words: Words): SalesforceObject {
  const apiName = toObjectName(entity.name, scope);
  return {
    apiName,
    ...words.objectOf(scope, entity),
    help: words.entity(entity).help,
    scope,
    role: "entity",
    entity: entity.name,
    name:
      entity.title === undefined
        ? { label: words.own("record:number"), format: `${entity.name.slice(0, 4).toUpperCase()}-{000000}` }
        : { label: words.own("record:title") },
    sharing: "ControlledByParent",
    fields: [
      ...toBookkeeping(apiName, scope, words),
      ...Object.keys(entity.fields).flatMap((name) => toSalesforceFields(entity, name, scope, words)),
    ],
  };
}

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
