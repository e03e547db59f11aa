import type { CrmType, Entity, FieldKind } from "@sweetspot/plan-model";
import { findEntity } from "@sweetspot/plan-model";
import { toFieldName, toObjectName, toRelationshipName } from "./api-names.ts";
import type { SalesforceField } from "./salesforce-object.ts";
import { ENGLISH, type Words } from "./words.ts";

/** Longest value of a Salesforce long text area. */
export const LONGEST_TEXT = 131_072;
const LONGEST_LINE = 255;
const SHORTEST_LONG_TEXT = 256;
const LARGEST_PRECISION = 18;

export const CRM_OBJECTS: Readonly<Record<CrmType, string>> = {
  account: "Account",
  contact: "Contact",
  opportunity: "Opportunity",
  product: "Product2",
  "team-member": "User",
};

/** The scopes in which a reference may find its target, seen from a record of `scope`. */
export function targetScopes(
  declaration: { readonly to: string; readonly within: "same" | "library" | "any" },
  scope: "plan" | "library",
): readonly ("plan" | "library")[] {
  const wanted: readonly ("plan" | "library")[] =
    scope === "library" || declaration.within === "library"
      ? ["library"]
      : declaration.within === "same"
        ? ["plan"]
        : ["plan", "library"];
  return wanted.filter((one) => findEntity(declaration.to)?.scopes.includes(one));
}

/** The Salesforce fields that hold one field of an entity, on its object in this scope. */
export function toSalesforceFields(
  entity: Entity,
  name: string,
  scope: "plan" | "library",
  words: Words = ENGLISH,
): SalesforceField[] {
  const object = toObjectName(entity.name, scope);
  const declaration = declarationOf(entity, name);
  const apiName = toFieldName(name);
  const { label, help } = words.field(entity, name);
  const described = { apiName, label, help };
  switch (declaration.kind) {
    case "text":
      return [{ ...described, ...textOf(declaration.max) }];
    case "choice":
      return [
        {
          ...described,
          type: "Picklist",
          choices: declaration.choices.map((value) => ({ value, label: words.choice(entity, name, value) })),
        },
      ];
    case "number":
      return [{ ...described, type: "Number", ...digitsOf(object, name, declaration) }];
    case "flag":
      return [{ ...described, type: "Checkbox" }];
    case "money":
      return [
        { ...described, type: "Number", precision: LARGEST_PRECISION, scale: 2 },
        {
          apiName: toFieldName(name, "Currency"),
          label: words.own("field:currency", { label }),
          help: words.own("field:currency:help", { help }),
          type: "Text",
          length: 3,
        },
      ];
    case "date":
      return [{ ...described, type: "Date" }];
    case "instant":
      return [{ ...described, type: "DateTime" }];
    case "reference":
      return targetScopes(declaration, scope).map((target, index) => {
        const field = index === 0 ? apiName : toFieldName(name, "Library");
        return {
          ...lookup(object, field, toObjectName(declaration.to, target)),
          label: index === 0 ? label : words.own("field:in-library", { label }),
          help,
        };
      });
    case "crm-reference":
      return [{ ...lookup(object, apiName, CRM_OBJECTS[declaration.to]), label, help }];
    case "list":
      return [{ ...described, type: "LongTextArea", length: LONGEST_TEXT, list: true }];
  }
}

function declarationOf(entity: Entity, name: string): FieldKind {
  const declaration = entity.fields[name];
  if (declaration === undefined) throw new Error(`${entity.name} has no field ${name}.`);
  return declaration;
}

function lookup(object: string, field: string, referenceTo: string) {
  return {
    apiName: field,
    type: "Lookup",
    referenceTo,
    relationshipName: toRelationshipName(object, field),
  } as const;
}

function textOf(max: number): Pick<SalesforceField, "type" | "length"> {
  if (max <= LONGEST_LINE) return { type: "Text", length: max };
  return { type: "LongTextArea", length: Math.max(SHORTEST_LONG_TEXT, Math.min(max, LONGEST_TEXT)) };
}

function digitsOf(
  object: string,
  name: string,
  { min, max, scale }: { readonly min: number; readonly max: number; readonly scale: number },
): Pick<SalesforceField, "precision" | "scale"> {
  const whole = String(Math.trunc(Math.max(Math.abs(min), Math.abs(max)))).length;
  if (whole + scale > LARGEST_PRECISION)
    throw new Error(
      `${object}.${name} needs ${whole + scale} digits; Salesforce keeps ${LARGEST_PRECISION}. Narrow its range.`,
    );
  return { precision: whole + scale, scale };
}
