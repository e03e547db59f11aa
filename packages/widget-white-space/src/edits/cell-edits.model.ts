import type { IsoDate, PlanEdit, PlanFields, RecordId } from "@sweetspot/contract";
import { type cell, cellId, type PatchOf } from "@sweetspot/plan-model";
import type { Level } from "@sweetspot/white-space";
import type { CellRecord } from "@sweetspot/white-space-plan";
import { type Author, type NewId, planEdit, type Put, putOf } from "./edit.ts";

/** The records a cell belongs to. */
export interface CellRef {
  readonly area: RecordId;
  readonly offering: RecordId;
}

export type Cells = ReadonlyMap<RecordId, CellRecord>;

/** What a rep may enter about a cell beside its level. */
export type Assessment = Pick<
  PatchOf<typeof cell>,
  | "makesSense"
  | "proposed"
  | "absenceReason"
  | "absenceNote"
  | "competitor"
  | "possession"
  | "potential"
  | "potentialBasis"
  | "marketVolume"
  | "notes"
>;

export interface NextStep {
  readonly text: string;
  readonly owner?: RecordId | undefined;
  readonly due?: IsoDate | undefined;
}

export interface NewGap {
  readonly question: string;
  readonly owner?: RecordId | undefined;
  readonly due?: IsoDate | undefined;
}

/** A put for one cell. A new cell names its area and offering; its id makes two first edits of one cell meet. */
export function putCell(cells: Cells, ref: CellRef, fields: PlanFields): Put {
  const id = cellId(ref.area, ref.offering);
  return putOf("cell", id, cells.has(id) ? fields : { area: ref.area, offering: ref.offering, ...fields });
}

const NOT_BY_HAND: PlanFields = { level: null, levelReason: null, levelSetBy: null, levelSetAt: null };

/**
 * Sets a level by hand; it wins over the derived level until it is handed back. One cell is "level-set", several are
 * one step "cells-painted".
 *
 * @throws Error when "not possible" comes without a reason.
 */
export function setLevel(
  cells: Cells,
  refs: readonly CellRef[],
  level: Level,
  author: Author,
  reason?: string,
): PlanEdit {
  if (level === "not-possible" && !reason?.trim())
    throw new Error("A cell that is not possible needs a reason. Ask for it before the level is set.");
  const fields: PlanFields = {
    level,
    levelReason: reason?.trim() || null,
    levelSetBy: author.by,
    levelSetAt: author.at,
  };
  return planEdit(
    refs.length === 1 ? "level-set" : "cells-painted",
    refs.map((ref) => putCell(cells, ref, fields)),
  );
}

/** Gives cells back to the CRM's data. Cells that are not set by hand are left alone; undefined when none is. */
export function handBackLevels(cells: Cells, refs: readonly CellRef[]): PlanEdit | undefined {
  const set = refs.filter((ref) => cells.get(cellId(ref.area, ref.offering))?.fields.level !== undefined);
  if (set.length === 0) return undefined;
  return planEdit(
    "level-handed-back",
    set.map((ref) => putCell(cells, ref, NOT_BY_HAND)),
  );
}

export const changeAssessment = (cells: Cells, ref: CellRef, assessment: Assessment): PlanEdit =>
  planEdit("assessment-changed", [putCell(cells, ref, assessment as PlanFields)]);

/** A blank text clears the step with its owner and date. */
export function setNextStep(cells: Cells, ref: CellRef, step: NextStep): PlanEdit {
  const text = step.text.trim();
  return planEdit("next-step-set", [
    putCell(cells, ref, {
      nextStep: text || null,
      nextStepOwner: (text && step.owner) || null,
      nextStepDue: (text && step.due) || null,
      ...(text ? {} : { nextStepDone: null }),
    }),
  ]);
}

export const markNextStep = (cells: Cells, ref: CellRef, done: boolean): PlanEdit =>
  planEdit("next-step-done", [putCell(cells, ref, { nextStepDone: done })]);

const linkedTo = (cells: Cells, ref: CellRef): readonly RecordId[] =>
  cells.get(cellId(ref.area, ref.offering))?.fields.opportunities ?? [];

export const linkOpportunity = (cells: Cells, ref: CellRef, opportunity: RecordId): PlanEdit =>
  planEdit("opportunity-linked", [
    putCell(cells, ref, { opportunities: [...new Set([...linkedTo(cells, ref), opportunity])] }),
  ]);

export function unlinkOpportunity(cells: Cells, ref: CellRef, opportunity: RecordId): PlanEdit {
  const left = linkedTo(cells, ref).filter((id) => id !== opportunity);
  return planEdit("opportunity-unlinked", [
    putCell(cells, ref, { opportunities: left.length > 0 ? left : null }),
  ]);
}

/** Keeps a question for later: "I don't know" is an answer with an owner. The cell is stored with it. */
export function addKnowledgeGap(cells: Cells, ref: CellRef, gap: NewGap, newId: NewId): PlanEdit {
  const id = cellId(ref.area, ref.offering);
  return planEdit("knowledge-gap-added", [
    ...(cells.has(id) ? [] : [putCell(cells, ref, {})]),
    putOf("knowledge-gap", newId("knowledge-gap"), {
      question: gap.question,
      cell: id,
      ...(gap.owner === undefined ? {} : { owner: gap.owner }),
      ...(gap.due === undefined ? {} : { due: gap.due }),
    }),
  ]);
}

export const answerKnowledgeGap = (gap: RecordId, answer: string, source?: string): PlanEdit =>
  planEdit("knowledge-gap-answered", [
    putOf("knowledge-gap", gap, { answer: answer.trim() || null, source: source?.trim() || null }),
  ]);
