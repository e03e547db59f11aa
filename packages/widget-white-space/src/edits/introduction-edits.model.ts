import type { IsoDate, PlanEdit } from "@sweetspot/contract";
import { cellId, fitText, introduction } from "@sweetspot/plan-model";
import type { Decider } from "../model/deciders.model.ts";
import { type CellRef, type Cells, putCell } from "./cell-edits.model.ts";
import { type NewId, planEdit, putOf } from "./edit.ts";

/**
 * Puts somebody on the list of those we want to be introduced to, for one cell: the referral bridge finds the way.
 *
 * @param occasion what the cell is about, in words
 */
export function seekIntroduction(
  cells: Cells,
  ref: CellRef,
  { id, fields }: Decider,
  occasion: string,
  today: IsoDate,
  newId: NewId,
): PlanEdit {
  const cell = cellId(ref.area, ref.offering);
  const { targetName, occasion: limit } = introduction.fields;
  return planEdit("introduction-sought", [
    ...(cells.has(cell) ? [] : [putCell(cells, ref, {})]),
    putOf(introduction.name, newId(introduction.name), {
      target: fields.contact ?? id,
      targetName: fitText(fields.name, targetName.max),
      ...(fields.contact === undefined ? {} : { targetContact: fields.contact }),
      cell,
      occasion: fitText(occasion, limit.max),
      state: "candidate",
      stateDate: today,
      consent: "not-asked",
    }),
  ]);
}
