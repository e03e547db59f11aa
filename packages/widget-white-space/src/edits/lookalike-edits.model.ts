import type { Money, PlanEdit, RecordId } from "@sweetspot/contract";
import {
  cell as cellEntity,
  cellId,
  type DISMISSAL_REASONS,
  dismissedSuggestion,
  dismissedSuggestionId,
  fitText,
} from "@sweetspot/plan-model";
import { type Cells, type CellRef, putCell } from "./cell-edits.model.ts";
import { planEdit, putOf } from "./edit.ts";

export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

export interface Dismissal {
  /** Undefined: for the whole customer. */
  readonly area: RecordId | undefined;
  readonly offering: RecordId;
  readonly reason: DismissalReason;
  readonly note: string;
}

/** Takes up what similar customers speak for: a next step, and what they spend as the potential where nobody entered one. */
export function acceptLookalike(
  cells: Cells,
  ref: CellRef,
  step: { readonly text: string; readonly owner: RecordId; readonly potential?: Money | undefined },
): PlanEdit {
  const known = cells.get(cellId(ref.area, ref.offering))?.fields;
  return planEdit("lookalike-accepted", [
    putCell(cells, ref, {
      ...(known?.nextStep === undefined
        ? { nextStep: fitText(step.text, cellEntity.fields.nextStep.max), nextStepOwner: step.owner }
        : {}),
      ...(known?.potential === undefined && step.potential
        ? { potential: { ...step.potential }, potentialBasis: "similar" }
        : {}),
    }),
  ]);
}

/** Turns it down, with the reason for whoever comes next. */
export const dismissLookalike = ({ area, offering, reason, note }: Dismissal): PlanEdit =>
  planEdit("lookalike-dismissed", [
    putOf(dismissedSuggestion.name, dismissedSuggestionId("lookalikes", offering, area), {
      offering,
      source: "lookalikes",
      reason,
      note: note.trim() === "" ? null : fitText(note.trim(), dismissedSuggestion.fields.note.max),
      ...(area === undefined ? {} : { area }),
    }),
  ]);

export const reconsiderLookalike = (dismissal: RecordId): PlanEdit =>
  planEdit("lookalike-reconsidered", [], [dismissal]);
