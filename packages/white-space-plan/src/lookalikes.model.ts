import type { LookalikeAnswer, LookalikeSuggestion, RecordId } from "@sweetspot/contract";
import { dismissedSuggestionId } from "@sweetspot/plan-model";
import type { CellModel } from "./cell.model.ts";
import type { DismissalRecord, PlanReading } from "./plan-reading.model.ts";

/** What became of what similar customers speak for: untouched, taken up, or turned down. */
export type LookalikeState = "open" | "planned" | "dismissed";

/**
 * What similar customers speak for in a cell. They are compared as whole customers: what none of this one's areas buys
 * is suggested in each area that could.
 */
export function lookalikeFor(
  answer: Pick<LookalikeAnswer, "suggestions"> | undefined,
  cell: CellModel,
): LookalikeSuggestion | undefined {
  if (!answer || !cell.leaf || cell.level !== "none") return undefined;
  return answer.suggestions.find((suggestion) => suggestion.offering === cell.offering.record);
}

/**
 * Who turned it down, here or for the whole customer. Records are found by their id: one that lost its area with the
 * area's removal speaks for nothing.
 */
export function dismissalOf(
  { dismissals }: Pick<PlanReading, "dismissals">,
  { area, offering }: { readonly area: RecordId; readonly offering: RecordId },
): DismissalRecord | undefined {
  if (dismissals.size === 0) return undefined;
  return (
    dismissals.get(dismissedSuggestionId("lookalikes", offering, area)) ??
    dismissals.get(dismissedSuggestionId("lookalikes", offering))
  );
}

/** Turning down wins over planning: it is the later and stronger word. "Not here" to a sister's evidence counts as well. */
export function lookalikeStateOf(plan: Pick<PlanReading, "dismissals">, cell: CellModel): LookalikeState {
  const fields = cell.record?.fields;
  const refused = dismissalOf(plan, { area: cell.area.record, offering: cell.offering.record }) !== undefined;
  if (refused || fields?.makesSense === "no") return "dismissed";
  const planned = fields?.nextStep !== undefined || (fields?.opportunities?.length ?? 0) > 0;
  return planned ? "planned" : "open";
}
