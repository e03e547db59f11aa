import type { PlanRecord, PlanSnapshot, RecordId, Scope, StoredCopy } from "@sweetspot/contract";
import { sameValue } from "@sweetspot/plan-model";
import { createSavedRecords, type SavedRecords } from "./saved-records.ts";
import type { Elsewhere } from "./elsewhere.ts";
import { createScopeDraft, type ScopeDraft } from "./scope-draft.ts";

/** One scope on the page: what is saved, the draft over it, and the records they make together. */
export interface PlanScope {
  readonly draft: ScopeDraft;
  readonly saved: SavedRecords;
  /** The same map until a record changes, and in it the same objects for records that did not. */
  readonly records: ReadonlyMap<RecordId, PlanRecord>;
  load(snapshot: PlanSnapshot): void;
  take(stored: readonly StoredCopy[], version?: number): void;
  /** Brings `records` up to date with saved copies and draft. */
  redraw(): void;
}

/** @param elsewhere another scope that records of this one may point to */
export function createPlanScope(scope: Scope, user: RecordId, elsewhere?: Elsewhere): PlanScope {
  const saved = createSavedRecords();
  const draft = createScopeDraft(scope, saved, elsewhere);
  let records: ReadonlyMap<RecordId, PlanRecord> = new Map();
  let drafted = new Set<RecordId>();
  const changed = new Set<RecordId>();

  return {
    draft,
    saved,
    get records() {
      return records;
    },
    load(snapshot) {
      const ids = saved.load(snapshot);
      for (const id of ids) changed.add(id);
      draft.settle(ids);
    },
    take(stored, version) {
      const ids = saved.take(stored, version);
      for (const id of ids) changed.add(id);
      draft.settle(ids);
    },
    redraw() {
      const now = new Set(draft.edits.flatMap((edit) => edit.changes.map((change) => change.id)));
      const updated = new Map(records);
      let isChanged = false;
      for (const id of new Set([...changed, ...drafted, ...now])) {
        const before = records.get(id);
        const after = draft.read(id, user);
        if (isSame(before, after)) continue;
        isChanged = true;
        if (after) updated.set(id, after);
        else updated.delete(id);
      }
      drafted = now;
      changed.clear();
      if (isChanged) records = updated;
    },
  };
}

const isSame = (before: PlanRecord | undefined, after: PlanRecord | undefined): boolean =>
  before === after ||
  (before !== undefined &&
    after !== undefined &&
    before.revision === after.revision &&
    before.updatedAt === after.updatedAt &&
    before.updatedBy === after.updatedBy &&
    sameValue(before.fields, after.fields));
