import type { CrmType, FieldKind } from "@sweetspot/plan-model";
import { findEntity } from "@sweetspot/plan-model";
import { toFieldName, toLabel, toObjectName, toRelationshipName } from "./api-names.ts";
import type { SalesforceField } from "./salesforce-object.ts";

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
  object: string,
  name: string,
  declaration: FieldKind,
  scope: "plan" | "library",
): SalesforceField[] {
  const apiName = toFieldName(name);
  const described = { apiName, label: toLabel(name), help: declaration.help };
  switch (declaration.kind) {
    case "text":
      return [{ ...described, ...textOf(declaration.max) }];
    case "choice":
      return [{ ...described, type: "Picklist", choices: declaration.choices }];
    case "number":
      return [{ ...described, type: "Number", ...digitsOf(object, name, declaration) }];
    case "flag":
      return [{ ...described, type: "Checkbox" }];
    case "money":
      return [
        { ...described, type: "Number", precision: LARGEST_PRECISION, scale: 2 },
        {
          apiName: toFieldName(name, "Currency"),
          label: toLabel(`${name}-currency`),
          help: `ISO code of the currency of: ${declaration.help}`,
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
        const label = index === 0 ? described.label : toLabel(`${name}-in-library`);
        return {
          ...lookup(object, field, toObjectName(declaration.to, target)),
          label,
          help: declaration.help,
        };
      });
    case "crm-reference":
      return [
        {
          ...lookup(object, apiName, CRM_OBJECTS[declaration.to]),
          label: described.label,
          help: described.help,
        },
      ];
    case "list":
      return [{ ...described, type: "LongTextArea", length: LONGEST_TEXT }];
  }
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
