import type { PlanFields, PlanRecord, PlanValue, RecordId } from "@sweetspot/contract";
import { type Entity, type FieldKind, findEntity, type PlanLabels } from "@sweetspot/plan-model";
import type { ConflictWords } from "../frame/conflict-dialog.view.tsx";
import type { Format } from "../i18n/format.ts";

/** Records, fields and values in words, whatever entity they are of. */
export interface RecordWords extends ConflictWords {
  /** What a plan record is called: the field that names it, or the entity's name. */
  nameOf(record: PlanRecord): string;
  labelOf(type: string, field: string): string;
  valueText(type: string, field: string, value: PlanValue): string;
}

/** What words are made of. */
export interface WordSources {
  readonly labels: PlanLabels;
  readonly format: Pick<Format, "date" | "dateTime" | "number" | "money">;
  readonly plan: ReadonlyMap<RecordId, PlanRecord>;
  readonly library: ReadonlyMap<RecordId, PlanRecord>;
  /** Name of a person, contact, deal, account or product, where this user may see it. */
  readonly nameInCrm: (id: string) => string | undefined;
  /** What something is called that is no longer there. */
  readonly gone: string;
}

/** Ids become names of the plan, the library or the CRM; choices, days and amounts what the user reads elsewhere. */
export function createRecordWords({
  labels,
  format,
  plan,
  library,
  nameInCrm,
  gone,
}: WordSources): RecordWords {
  const titleOf = (type: string, fields: PlanFields): string => {
    const entity = findEntity(type);
    const title = entity?.title === undefined ? undefined : fields[entity.title];
    const named = fields["member"] ?? fields["area"];
    if (typeof title === "string" && title !== "") return title;
    const kind = entity ? labels.entity(entity).one : type;
    return typeof named === "string" ? `${kind}: ${nameOfId(named)}` : kind;
  };
  const nameOfId = (id: string): string => {
    const found = plan.get(id as RecordId) ?? library.get(id as RecordId);
    return found ? titleOf(found.type, found.fields) : (nameInCrm(id) ?? gone);
  };
  const fieldOf = (type: string, field: string): { entity: Entity; kind: FieldKind } | undefined => {
    const entity = findEntity(type);
    const kind = entity?.fields[field];
    return entity && kind ? { entity, kind } : undefined;
  };
  const labelOf = (type: string, field: string): string => {
    const found = fieldOf(type, field);
    return found ? labels.field(found.entity, field).label : field;
  };
  const valueText = (type: string, field: string, value: PlanValue): string => {
    if (value === null || value === "") return "–";
    const found = fieldOf(type, field);
    if (Array.isArray(value))
      return value
        .map((item: PlanValue) => (isReference(found?.kind) ? nameOfId(String(item)) : String(item)))
        .join(", ");
    switch (found?.kind.kind) {
      case "choice":
        return labels.choice(found.entity, field, String(value));
      case "date":
        return format.date(String(value));
      case "instant":
        return format.dateTime(String(value));
      case "reference":
      case "crm-reference":
        return nameOfId(String(value));
      case "number":
        return format.number(Number(value));
      case "flag":
        return value === true ? "✓" : "–";
      case "money": {
        const { amount, currency } = value as { readonly amount: number; readonly currency: string };
        return format.money({ amount, currency });
      }
      default:
        return String(value);
    }
  };
  return {
    nameOf: ({ type, fields }) => titleOf(type, fields),
    labelOf,
    valueText,
    title: ({ type, base, mine, theirs, stored }) =>
      titleOf(type, { ...("fields" in stored ? stored.fields : {}), ...base, ...theirs, ...mine }),
    fieldLabel: ({ type }, field) => labelOf(type, field),
    fieldText: ({ type }, field, value) => valueText(type, field, value),
  };
}

const isReference = (kind: FieldKind | undefined): boolean =>
  kind?.kind === "list" && (kind.of.kind === "reference" || kind.of.kind === "crm-reference");
