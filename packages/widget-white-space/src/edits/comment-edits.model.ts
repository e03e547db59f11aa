import type { PlanEdit, RecordId } from "@sweetspot/contract";
import { cellComment, cellId, fitText, recordsOf, type RecordOf } from "@sweetspot/plan-model";
import type { Records } from "@sweetspot/white-space-plan";
import { type CellRef, type Cells, putCell } from "./cell-edits.model.ts";
import { type Author, type NewId, planEdit, putOf } from "./edit.ts";

export type CommentRecord = RecordOf<typeof cellComment>;

/** What was said about a cell, the oldest first; what is settled comes last. */
export const commentsOn = (plan: Records, ref: CellRef): readonly CommentRecord[] =>
  recordsOf(cellComment, plan.values())
    .filter(({ fields }) => fields.cell === cellId(ref.area, ref.offering))
    .toSorted(
      (one, other) =>
        Number(one.fields.resolved === true) - Number(other.fields.resolved === true) ||
        ((one.fields.on ?? "") < (other.fields.on ?? "") ? -1 : 1),
    );

/** Says something about a cell; undefined without words. */
export function addComment(
  cells: Cells,
  ref: CellRef,
  said: { readonly text: string; readonly mentions: readonly RecordId[] },
  author: Author,
  newId: NewId,
): PlanEdit | undefined {
  const words = said.text.trim();
  if (words === "") return undefined;
  const cell = cellId(ref.area, ref.offering);
  const { text, mentions } = cellComment.fields;
  return planEdit("comment-added", [
    ...(cells.has(cell) ? [] : [putCell(cells, ref, {})]),
    putOf(cellComment.name, newId(cellComment.name), {
      cell,
      text: fitText(words, text.max),
      author: author.by,
      on: author.at,
      ...(said.mentions.length === 0 ? {} : { mentions: said.mentions.slice(0, mentions.max) }),
    }),
  ]);
}

export const settleComment = (id: RecordId, resolved: boolean): PlanEdit =>
  planEdit("comment-settled", [putOf(cellComment.name, id, { resolved })]);

export const removeComment = (id: RecordId): PlanEdit => planEdit("comment-removed", [], [id]);
