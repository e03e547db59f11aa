import { isTombstone, type RecordId, type StoredCopy } from "@sweetspot/contract";
import { COMMIT_LIMIT, findEntity, referencesOf } from "@sweetspot/plan-model";
import type { QueuedEdit, RecordChange } from "./queued-edit.ts";

export interface BatchSurroundings {
  readonly base: (id: RecordId) => StoredCopy | null;
  /** Is the record part of a conflict only the user can end? */
  readonly isConflicted: (id: RecordId) => boolean;
  /** Does another scope have to save this record before it may be referred to? */
  readonly isAwaited: (id: RecordId) => boolean;
}

/**
 * The edits the next commit carries: all that can go, in their order. An edit waits while a record it touches, refers
 * to or frees is touched by an earlier edit that waits. An edit built on a refused one takes it along, since it may be
 * the correction; such a pair, and an edit marked `alone`, travel by themselves, so as not to spoil the others' commit.
 */
export function chooseBatch(queue: readonly QueuedEdit[], around: BatchSurroundings): QueuedEdit[] {
  const batch: QueuedEdit[] = [];
  const left = createLeftEdits(around);
  let records = 0;
  for (const edit of queue) {
    const earlier = left.neededBy(edit);
    const stuck =
      edit.changes.some((change) => around.isConflicted(change.id)) ||
      referredBy(edit).some(around.isAwaited) ||
      earlier.some(left.isStuck);
    const solitary = edit.alone === true || earlier.length > 0;
    const full = records + edit.changes.length > COMMIT_LIMIT && batch.length > 0;
    const waits = stuck || edit.refused !== undefined || full || (solitary && batch.length > 0);
    if (waits) {
      left.add(edit, stuck || edit.refused === undefined);
      continue;
    }
    if (solitary) return [...earlier, edit];
    batch.push(edit);
    records += edit.changes.length;
  }
  return batch;
}

/** Records the edit's puts point to. */
function referredBy(edit: QueuedEdit): RecordId[] {
  return edit.changes.flatMap((change) => targetsOf(change.type, change.fields ?? {}));
}

function targetsOf(type: string, fields: NonNullable<RecordChange["fields"]>): RecordId[] {
  const entity = findEntity(type);
  return entity ? referencesOf(entity, fields).map((reference) => reference.target) : [];
}

function createLeftEdits({ base }: BatchSurroundings) {
  const order: QueuedEdit[] = [];
  const stuck = new Set<QueuedEdit>();
  const touching = new Map<RecordId, QueuedEdit[]>();
  const freeing = new Map<RecordId, QueuedEdit[]>();
  const mark = (map: Map<RecordId, QueuedEdit[]>, id: RecordId, edit: QueuedEdit) =>
    map.set(id, [...(map.get(id) ?? []), edit]);

  const directlyNeeded = (edit: QueuedEdit): QueuedEdit[] => [
    ...[...edit.changes.map((change) => change.id), ...referredBy(edit)].flatMap(
      (id) => touching.get(id) ?? [],
    ),
    ...edit.changes
      .filter((change) => change.fields === null)
      .flatMap((change) => freeing.get(change.id) ?? []),
  ];

  return {
    isStuck: (edit: QueuedEdit) => stuck.has(edit),
    add(edit: QueuedEdit, isStuck: boolean): void {
      order.push(edit);
      if (isStuck) stuck.add(edit);
      for (const change of edit.changes) {
        mark(touching, change.id, edit);
        const copy = base(change.id);
        if (copy && !isTombstone(copy))
          for (const target of targetsOf(copy.type, copy.fields)) mark(freeing, target, edit);
      }
    },
    /** Left edits this one builds on, directly or through others, in their order. */
    neededBy(edit: QueuedEdit): QueuedEdit[] {
      const found = new Set(directlyNeeded(edit));
      // Each edit was asked before it was added, so an edit's own needs stand before it in the order.
      for (const other of order.toReversed())
        if (found.has(other)) for (const need of directlyNeeded(other)) if (need !== other) found.add(need);
      return order.filter((other) => found.has(other));
    },
  };
}
