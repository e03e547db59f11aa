import type { PlanFields, PlanRecord, PlanValue, RecordId } from "@sweetspot/contract";
import {
  type Entity,
  type FieldKind,
  findEntity,
  LABEL_LANGUAGES,
  type PlanLabels,
  toPlanLabels,
} from "@sweetspot/plan-model";
import { useMemo } from "react";
import type { ConflictWords } from "../frame/conflict-dialog.view.tsx";
import { toLanguage } from "../i18n/translator.ts";
import { useCrm, useFormat, useHost, usePlanPart, useT } from "../widget/widget-context.ts";

/** The plan model's own labels in the user's language: one wording in widgets, in the CRM's setup and in its reports. */
export function usePlanLabels(): PlanLabels {
  const { locale } = useHost();
  const language = toLanguage(locale);
  return useMemo(() => toPlanLabels(LABEL_LANGUAGES.find((one) => one === language) ?? "en"), [language]);
}

/** Records, fields and values in words, whatever entity they are of. */
export interface RecordWords extends ConflictWords {
  /** What a plan record is called: the field that names it, or the entity's name. */
  nameOf(record: PlanRecord): string;
  labelOf(type: string, field: string): string;
  valueText(type: string, field: string, value: PlanValue): string;
}

/** Words for conflicts and histories, from the plan model's labels; ids become names of the CRM or the plan. */
export function useRecordWords(): RecordWords {
  const labels = usePlanLabels();
  const format = useFormat();
  const t = useT();
  const plan = usePlanPart((view) => view.plan);
  const library = usePlanPart((view) => view.library);
  const { teamMembers, contacts, opportunities, family, products } = useCrm();
  return useMemo((): RecordWords => {
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
      if (found) return titleOf(found.type, found.fields);
      const crm = [teamMembers, contacts, opportunities, family, products]
        .flat()
        .find((one) => one.id === id);
      return crm?.name ?? t("kit.gone");
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
  }, [labels, format, t, plan, library, teamMembers, contacts, opportunities, family, products]);
}

const isReference = (kind: FieldKind | undefined): boolean =>
  kind?.kind === "list" && (kind.of.kind === "reference" || kind.of.kind === "crm-reference");
