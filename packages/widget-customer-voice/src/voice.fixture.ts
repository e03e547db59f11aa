import {
  type PlanEdit,
  type PlanFields,
  type PlanRecord,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import { applyPatch } from "@sweetspot/plan-model";

export const LENA = toRecordId("lena");
export const NOW = "2026-11-22T10:00:00.000Z";

export type Records = ReadonlyMap<RecordId, PlanRecord>;

const recordOf = (type: string, id: string, fields: PlanFields, index = 0): PlanRecord => ({
  id: toRecordId(id),
  type,
  fields,
  revision: 1,
  schema: 1,
  createdBy: LENA,
  createdAt: `2026-01-01T00:00:${String(index % 60).padStart(2, "0")}.000Z`,
  updatedBy: LENA,
  updatedAt: "2026-11-20T10:00:00.000Z",
});

export const toRecords = (
  rows: readonly (readonly [type: string, id: string, fields: PlanFields])[],
): Records =>
  new Map(rows.map(([type, id, fields], index) => [toRecordId(id), recordOf(type, id, fields, index)]));

/** What an edit leaves of some records, without a store. */
export function after(records: Records, edit: PlanEdit | undefined): Records {
  const next = new Map(records);
  for (const { id, type, fields } of edit?.puts ?? []) {
    const before = next.get(id);
    const patched = applyPatch(before?.fields ?? {}, fields);
    next.set(id, before ? { ...before, fields: patched } : recordOf(type, id, patched));
  }
  for (const id of edit?.removes ?? []) next.delete(id);
  return next;
}

export function countingIds(): (type: string) => RecordId {
  let count = 0;
  return (type) => toRecordId(`new-${type}-${String((count += 1))}`);
}
