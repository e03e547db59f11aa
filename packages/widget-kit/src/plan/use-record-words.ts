import { LABEL_LANGUAGES, type PlanLabels, toPlanLabels } from "@sweetspot/plan-model";
import { useMemo } from "react";
import { toLanguage } from "../i18n/translator.ts";
import { useCrm, useFormat, useHost, usePlanPart, useT } from "../widget/widget-context.ts";
import { createRecordWords, type RecordWords } from "./record-words.model.ts";

/** The plan model's own labels in the user's language: one wording in widgets, in the CRM's setup and in its reports. */
export function usePlanLabels(): PlanLabels {
  const { locale } = useHost();
  const language = toLanguage(locale);
  return useMemo(() => toPlanLabels(LABEL_LANGUAGES.find((one) => one === language) ?? "en"), [language]);
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
    const named = [teamMembers, contacts, opportunities, family, products];
    return createRecordWords({
      labels,
      format,
      plan,
      library,
      nameInCrm: (id) => named.flat().find((one) => one.id === id)?.name,
      gone: t("kit.gone"),
    });
  }, [labels, format, t, plan, library, teamMembers, contacts, opportunities, family, products]);
}
