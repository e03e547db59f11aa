import type { PlanRecord, RecordId } from "@sweetspot/contract";
import { findEntity, referencesOf } from "@sweetspot/plan-model";
import type { QueuedEdit } from "./queued-edit.ts";
import type { SavedRecords } from "./saved-records.ts";

/** The stored records that waiting edits stand on, and what these stand on in turn, as their editor saw them. */
export interface Ground {
  stand(edit: QueuedEdit): void;
  /** What these edits stand on; what is under none of them is let go. */
  under(edits: readonly QueuedEdit[]): readonly PlanRecord[];
}

export function createGround(saved: Pick<SavedRecords, "recall">): Ground {
  const byEdit = new Map<number, readonly PlanRecord[]>();
  return {
    stand({ number, changes }) {
      const found = new Map<RecordId, PlanRecord>();
      const targets = changes.flatMap(({ type, fields }) => (fields ? neededBy(type, fields) : []));
      for (let target = targets.pop(); target !== undefined; target = targets.pop()) {
        const record = saved.recall(target);
        if (!record || found.has(target)) continue;
        found.set(target, record);
        targets.push(...neededBy(record.type, record.fields));
      }
      if (found.size > 0) byEdit.set(number, [...found.values()]);
    },
    under(edits) {
      const waiting = new Set(edits.map(({ number }) => number));
      for (const number of byEdit.keys()) if (!waiting.has(number)) byEdit.delete(number);
      return [...new Map([...byEdit.values()].flat().map((record) => [record.id, record])).values()];
    },
  };
}

/** What a record with these fields cannot be without. */
function neededBy(type: string, fields: PlanRecord["fields"]): RecordId[] {
  const entity = findEntity(type);
  if (!entity) return [];
  return referencesOf(entity, fields).flatMap(({ field, target }) => {
    const kind = entity.fields[field];
    const isNeeded = kind?.kind === "list" ? kind.essential === true : kind?.required === true;
    return isNeeded ? [target] : [];
  });
}
