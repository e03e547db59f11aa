import { introduction, type PlanLabels } from "@sweetspot/plan-model";
import type { IntroductionFields } from "./introduction.model.ts";

/** Names a next step speaks of. */
export const nextValues = (
  fields: IntroductionFields,
): { readonly name: string; readonly target: string } => ({
  name: fields.goBetweenName ?? fields.targetName,
  target: fields.targetName,
});

/** How an introduction ended: "Not usable: wrong time". */
export function sayEnd(fields: IntroductionFields, labels: PlanLabels): string {
  const state = labels.choice(introduction, "state", fields.state ?? "candidate");
  const why =
    fields.state === "not-usable"
      ? fields.notUsableBecause && labels.choice(introduction, "notUsableBecause", fields.notUsableBecause)
      : fields.outcome && labels.choice(introduction, "outcome", fields.outcome);
  return why === undefined ? state : `${state}: ${why}`;
}
