import type { RecordId } from "@sweetspot/contract";
import type { QueuedEdit, RecordChange } from "./queued-edit.ts";

/** The unconfirmed edits of one scope in the order they were made. An edit whose changes are all gone leaves it. */
export interface EditQueue {
  readonly edits: readonly QueuedEdit[];
  changesOf(id: RecordId): readonly RecordChange[];
  append(...edits: QueuedEdit[]): void;
  /** Takes out the edits of these numbers. */
  takeOut(numbers: readonly number[]): void;
  change(update: (edit: QueuedEdit) => QueuedEdit): void;
  /** Replaces all changes of a record by one, in the last edit that touched it. */
  rewrite(id: RecordId, change: RecordChange | undefined): void;
  /** Adds a change to an edit, over what the edit does to that record already. */
  merge(number: number, change: RecordChange): void;
}

export function createEditQueue(): EditQueue {
  let edits: readonly QueuedEdit[] = [];
  let byRecord: Map<RecordId, RecordChange[]> | undefined;

  const replace = (next: readonly QueuedEdit[]): void => {
    edits = next.filter((edit) => edit.changes.length > 0);
    byRecord = undefined;
  };
  const change = (update: (edit: QueuedEdit) => QueuedEdit): void => replace(edits.map(update));

  return {
    get edits() {
      return edits;
    },
    changesOf(id) {
      byRecord ??= groupChanges(edits);
      return byRecord.get(id) ?? [];
    },
    append: (...added) => replace([...edits, ...added]),
    takeOut: (numbers) => replace(edits.filter((edit) => !numbers.includes(edit.number))),
    change,
    merge(number, added) {
      change((edit) => {
        if (edit.number !== number) return edit;
        const own = edit.changes.find(({ id }) => id === added.id);
        const fields = added.fields && own?.fields ? { ...own.fields, ...added.fields } : added.fields;
        return {
          ...edit,
          changes: [...edit.changes.filter((other) => other !== own), { ...added, fields }],
        };
      });
    },
    rewrite(id, replacement) {
      const last = edits.findLast((edit) => edit.changes.some((other) => other.id === id));
      change((edit) => ({
        ...edit,
        changes: edit.changes.flatMap((other) => {
          if (other.id !== id) return [other];
          return edit === last && replacement ? [replacement] : [];
        }),
      }));
    },
  };
}

/** Changes by record, each record's in order. */
export function groupChanges(edits: readonly QueuedEdit[]): Map<RecordId, RecordChange[]> {
  const groups = new Map<RecordId, RecordChange[]>();
  for (const edit of edits)
    for (const change of edit.changes) {
      const group = groups.get(change.id);
      if (group) group.push(change);
      else groups.set(change.id, [change]);
    }
  return groups;
}
