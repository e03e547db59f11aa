import type { PlanConflict, PlanValue } from "@sweetspot/contract";
import { type ConflictWords, useCrm, useFormat } from "@sweetspot/widget-kit";
import { useMemo } from "react";
import { type Text, type TextKey, useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

const FIELD_LABELS: Readonly<Record<string, TextKey>> = {
  level: "panel.level",
  levelReason: "csv.column.reason",
  levelSetBy: "csv.column.setBy",
  levelSetAt: "conflict.set-at",
  makesSense: "assess.makes-sense",
  proposed: "assess.proposed",
  absenceReason: "assess.absence",
  absenceNote: "assess.absence-note",
  competitor: "assess.competitor",
  potential: "assess.potential",
  possession: "assess.possession",
  potentialBasis: "csv.column.potentialBasis",
  marketVolume: "assess.market",
  nextStep: "step.title",
  nextStepOwner: "step.owner",
  nextStepDue: "step.due",
  nextStepDone: "step.done",
  notes: "assess.notes",
  opportunities: "deals.title",
  name: "conflict.name",
  accounts: "structure.accounts-label",
  parent: "structure.parent",
  order: "conflict.order",
  offeringOrder: "edit.offering-moved",
  hiddenOfferings: "edit.offering-hidden",
  reason: "barrier.reason",
  answer: "question.answer",
  owner: "question.owner",
  due: "question.due",
  source: "question.source",
};

/** How this widget names records and fields when two people meet on one. */
export function useConflictWords({ plan }: Workspace): ConflictWords {
  const t = useText();
  const format = useFormat();
  const { teamMembers, opportunities, family } = useCrm();
  return useMemo(() => {
    const areaName = (id: PlanValue | undefined): string =>
      plan.areas.find((area) => area.id === id)?.fields.name ?? "";
    const offeringName = (id: PlanValue | undefined): string =>
      plan.offerings.find(({ record }) => record.id === id)?.record.fields.name ?? "";
    const nameOf = (id: PlanValue): string =>
      teamMembers.find((member) => member.id === id)?.name ??
      opportunities.find((deal) => deal.id === id)?.name ??
      family.find((account) => account.id === id)?.name ??
      (areaName(id) || offeringName(id) || String(id));
    const title = (conflict: PlanConflict): string => {
      const { base, mine, theirs } = conflict;
      const read = (field: string): PlanValue | undefined => base[field] ?? mine?.[field] ?? theirs?.[field];
      const stored = "fields" in conflict.stored ? conflict.stored.fields : {};
      if (conflict.type === "cell")
        return `${areaName(read("area") ?? stored["area"])}, ${offeringName(read("offering") ?? stored["offering"])}`;
      return String(read("name") ?? stored["name"] ?? read("question") ?? t(kindKey(conflict.type)));
    };
    return {
      title,
      fieldLabel: (_conflict, field) => {
        const key = FIELD_LABELS[field];
        return key === undefined ? field : t(key);
      },
      fieldText: (_conflict, field, value) => toWords(field, value, { t, format, nameOf }),
    };
  }, [plan, t, format, teamMembers, opportunities, family]);
}

const kindKey = (type: string): TextKey => {
  if (type === "grid-layout") return "structure.offerings";
  if (type === "barrier") return "structure.barriers";
  return type === "knowledge-gap" ? "question.title" : "structure.areas";
};

interface Words {
  readonly t: Text;
  readonly format: ReturnType<typeof useFormat>;
  readonly nameOf: (id: PlanValue) => string;
}

function toWords(field: string, value: PlanValue, words: Words): string {
  const { t, format, nameOf } = words;
  if (value === null || value === "") return "–";
  if (Array.isArray(value)) return value.map((item: PlanValue) => nameOf(item)).join(", ");
  switch (field) {
    case "level":
      return t(`level.${String(value)}` as TextKey);
    case "makesSense":
    case "proposed":
      return t(`answer.${String(value)}` as TextKey);
    case "absenceReason":
      return t(`absence.${String(value)}` as TextKey);
    case "levelSetBy":
    case "nextStepOwner":
    case "owner":
    case "parent":
      return nameOf(value);
    case "levelSetAt":
      return format.dateTime(String(value));
    case "nextStepDue":
    case "due":
      return format.date(String(value));
    case "nextStepDone":
      return t(value === true ? "answer.yes" : "answer.no");
    case "possession":
      return t(`possession.${String(value)}` as TextKey);
    case "potentialBasis":
      return t(`basis.${String(value)}` as TextKey);
    case "marketVolume":
    case "potential": {
      const { amount, currency } = value as { readonly amount: number; readonly currency: string };
      return format.money({ amount, currency });
    }
    default:
      return String(value);
  }
}
