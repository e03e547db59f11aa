import {
  type IsoInstant,
  isTombstone,
  type PlanRecord,
  type RecordId,
  type StoredCopy,
} from "@sweetspot/contract";
import { findEntity } from "@sweetspot/plan-model";
import { foldChanges, type RecordChange } from "./queued-edit.ts";

/** A record as its editor sees it: the unconfirmed changes over the stored copy, signed with their own name. */
export function drawRecord(
  id: RecordId,
  copies: { readonly stored: StoredCopy | null; readonly base: StoredCopy | null },
  changes: readonly RecordChange[],
  signature: { readonly by: RecordId; readonly at: IsoInstant },
): PlanRecord | undefined {
  // Where others removed what I am changing, my changes are shown over what it was, until the conflict is ended.
  const live = [copies.stored, copies.base].find((copy) => copy !== null && !isTombstone(copy)) as
    | PlanRecord
    | undefined;
  const fields = foldChanges(live?.fields ?? null, changes);
  if (fields === null) return undefined;
  const type = live?.type ?? changes.findLast((change) => change.fields !== null)?.type ?? "";
  return {
    id,
    type,
    revision: copies.stored?.revision ?? 0,
    schema: Math.max(findEntity(type)?.schema ?? 1, live?.schema ?? 1),
    fields,
    createdBy: live?.createdBy ?? signature.by,
    createdAt: live?.createdAt ?? signature.at,
    updatedBy: signature.by,
    updatedAt: signature.at,
  };
}
