import { ENTITIES, type Entity, type FieldKind } from "@sweetspot/plan-model";
import { toFieldName, toObjectName } from "./api-names.ts";
import { targetScopes, toSalesforceFields } from "./field-mapping.ts";
import type { GeneratedFile } from "./generated-file.ts";

/** The class through which the commit service knows the plan model; nothing about an entity is written in Apex twice. */
export function generateApexModel(entities: readonly Entity[] = ENTITIES): GeneratedFile {
  const content = [
    "/** The plan model as the commit service needs it. Generated: change the plan model, never this file. */",
    "public class SweetspotModel {",
    "    public static final List<SweetspotEntity> ENTITIES = new List<SweetspotEntity>{",
    entities.map((_, index) => `        entity${index}()`).join(",\n"),
    "    };",
    ...entities.map(entityMethod),
    "}",
    "",
  ].join("\n");
  return { path: "classes/SweetspotModel.cls", content };
}

function entityMethod(entity: Entity, index: number): string {
  const calls = [
    ...(entity.title === undefined ? [] : [`titled(${quote(entity.title)})`]),
    ...entity.scopes.map((scope) => {
      const object = toObjectName(entity.name, scope);
      const columns = selectedColumns(entity, scope).join(", ");
      return `livesIn(${quote(scope)}, ${object}.SObjectType, ${quote(object)}, ${quote(columns)})`;
    }),
    ...Object.entries(entity.fields).map(([name, field]) => `has(${fieldOf(entity, name, field)})`),
  ];
  return [
    "",
    `    private static SweetspotEntity entity${index}() {`,
    `        return new SweetspotEntity(${quote(entity.name)}, ${entity.schema})`,
    `${calls.map((call) => `            .${call}`).join("\n")};`,
    "    }",
  ].join("\n");
}

const BOOKKEEPING = [
  "Id",
  "Scope__c",
  "RecordId__c",
  "Revision__c",
  "Schema__c",
  "Removed__c",
  "BegunAt__c",
  "BegunBy__c",
  "ChangedAt__c",
  "ChangedBy__c",
  "Extra__c",
];

/** What a query must select to read a record of this entity back. */
export function selectedColumns(entity: Entity, scope: "plan" | "library"): string[] {
  const own = Object.entries(entity.fields).flatMap(([name, field]) =>
    toSalesforceFields(entity, name, scope).map((column) =>
      field.kind === "reference" ? column.apiName.replace(/__c$/, "__r.RecordId__c") : column.apiName,
    ),
  );
  return [...BOOKKEEPING, ...own];
}

function fieldOf(entity: Entity, name: string, field: FieldKind): string {
  const column = field.kind === "reference" ? "null" : quote(toFieldName(name));
  const calls = [
    ...declarationOf(name, field),
    ...(field.kind === "reference" ? lookupsOf(entity, name, field) : []),
  ];
  if (field.required) calls.push("needed()");
  return [`new SweetspotField(${quote(name)}, ${quote(field.kind)}, ${column})`, ...calls].join(".");
}

function declarationOf(name: string, field: FieldKind): string[] {
  switch (field.kind) {
    case "text":
      return [`upTo(${field.max})`];
    case "choice":
      return [`oneOf(new List<String>{ ${field.choices.map(quote).join(", ")} })`];
    case "number":
      return [`between(${decimal(field.min)}, ${decimal(field.max)}, ${field.scale})`];
    case "money":
      return [`inCurrency(${quote(toFieldName(name, "Currency"))})`];
    case "reference":
      return [`to(${quote(field.to)}, ${quote(field.within)})`];
    case "crm-reference":
      return [`to(${quote(field.to)}, null)`];
    case "list": {
      const item = [
        `new SweetspotField(${quote(name)}, ${quote(field.of.kind)}, null)`,
        ...declarationOf(name, field.of),
      ];
      return [`upTo(${field.max})`, `holding(${item.join(".")})`];
    }
    case "flag":
    case "date":
    case "instant":
      return [];
  }
}

function lookupsOf(
  entity: Entity,
  name: string,
  field: FieldKind & { readonly kind: "reference" },
): string[] {
  return entity.scopes.flatMap((scope) => {
    const columns = toSalesforceFields(entity, name, scope);
    return targetScopes(field, scope).map(
      (target, index) => `lookup(${quote(`${scope}>${target}`)}, ${quote(columns[index]?.apiName ?? "")})`,
    );
  });
}

const quote = (text: string): string => `'${text.replace(/['\\]/g, "\\$&")}'`;

/** With a point, so that Apex takes it for a decimal and not for an integer that may be too large. */
const decimal = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));
