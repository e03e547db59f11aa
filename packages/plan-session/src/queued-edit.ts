import {
  type CrmErrorMessage,
  type IsoInstant,
  isTombstone,
  type PlanEdit,
  type PlanFields,
  type RecordId,
  type StoredCopy,
} from "@sweetspot/contract";
import { applyPatch, diffFields } from "@sweetspot/plan-model";

/** An edit of the user that the store has not confirmed yet. */
export interface QueuedEdit {
  /** Grows with every edit of the session; edits of one call share it. */
  readonly number: number;
  readonly name: string;
  readonly at: IsoInstant;
  /** Each record at most once. */
  readonly changes: readonly RecordChange[];
  /** Sent by itself, because a commit it was part of was refused. */
  readonly alone?: boolean;
  /** Why the store refused it; tried again on `flush` or together with a later edit of the same records. */
  readonly refused?: CrmErrorMessage;
}

/** `fields` is a patch; null removes the record. */
export interface RecordChange {
  readonly id: RecordId;
  readonly type: string;
  readonly fields: PlanFields | null;
}

/** What a row of changes amounts to, seen from the stored copy they were begun on. */
export type NetChange =
  | { readonly kind: "none" }
  | { readonly kind: "put"; readonly type: string; readonly patch: PlanFields }
  | { readonly kind: "remove" };

/** The edit's changes, one for each record; a removal wins over a put of the same edit. */
export function changesOf(edit: PlanEdit): RecordChange[] {
  const changes = new Map<RecordId, RecordChange>();
  for (const put of edit.puts)
    changes.set(put.id, { ...put, fields: { ...changes.get(put.id)?.fields, ...put.fields } });
  for (const id of edit.removes) changes.set(id, { id, type: changes.get(id)?.type ?? "", fields: null });
  return [...changes.values()];
}

/** Fields of a live copy; null where there is none. */
export const liveFields = (copy: StoredCopy | null | undefined): PlanFields | null =>
  copy && !isTombstone(copy) ? copy.fields : null;

/** The fields after all changes, in their order; null while the record does not exist. */
export const foldChanges = (start: PlanFields | null, changes: readonly RecordChange[]): PlanFields | null =>
  changes.reduce<PlanFields | null>(
    (fields, change) => (change.fields === null ? null : applyPatch(fields ?? {}, change.fields)),
    start,
  );

export function netChange(base: StoredCopy | null, changes: readonly RecordChange[]): NetChange {
  const start = liveFields(base);
  const end = foldChanges(start, changes);
  if (end === null) return start === null ? { kind: "none" } : { kind: "remove" };
  const patch = diffFields(start ?? {}, end);
  if (start !== null && Object.keys(patch).length === 0) return { kind: "none" };
  return { kind: "put", type: changes.findLast((change) => change.fields !== null)?.type ?? "", patch };
}

/** A record that is created or restored has no fields to clear. */
export const withoutNulls = (patch: PlanFields, base: StoredCopy | null): PlanFields =>
  liveFields(base) === null ? applyPatch({}, patch) : patch;

/** The edit as one that may be tried again. */
export function withoutRefusal(edit: QueuedEdit): QueuedEdit {
  const { refused, ...rest } = edit;
  return refused === undefined ? edit : rest;
}
