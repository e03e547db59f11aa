import type { PlanEdit, PlanRecord } from "@sweetspot/contract";
import { applyPatch } from "@sweetspot/plan-model";
import type { Records } from "@sweetspot/white-space-plan";
import type { Author } from "../edits/edit.ts";

/** The records as an edit would leave them, for looking before it is made. */
export function previewRecords(records: Records, edit: PlanEdit, author: Author): Records {
  const next = new Map(records);
  for (const put of edit.puts) {
    const stored = next.get(put.id);
    const record: PlanRecord = {
      id: put.id,
      type: put.type,
      revision: (stored?.revision ?? 0) + 1,
      schema: stored?.schema ?? 1,
      fields: applyPatch(stored?.fields ?? {}, put.fields),
      createdBy: stored?.createdBy ?? author.by,
      createdAt: stored?.createdAt ?? author.at,
      updatedBy: author.by,
      updatedAt: author.at,
    };
    next.set(put.id, record);
  }
  for (const id of edit.removes) next.delete(id);
  return next;
}
