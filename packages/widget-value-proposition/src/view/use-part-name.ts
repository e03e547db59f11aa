import { valueProposition } from "@sweetspot/plan-model";
import type { Part } from "@sweetspot/strategy-overlap";
import { usePlanLabels } from "@sweetspot/widget-kit";

/** The name of a part, as the plan model has it. */
export function usePartName(): (part: Part) => string {
  const labels = usePlanLabels();
  return (part) => labels.field(valueProposition, part).label;
}
