import {
  isTombstone,
  type PlanRecord,
  type PlanSnapshot,
  type PlanVersion,
  type RecordId,
  type StoredCopy,
} from "@sweetspot/contract";
import { upgradeRecord } from "@sweetspot/plan-model";

/** What the store is known to hold in one scope: the cache under the draft. Tombstones are kept while they are known. */
export interface SavedRecords {
  readonly copies: ReadonlyMap<RecordId, StoredCopy>;
  readonly writable: boolean;
  /** The last commit known of. */
  readonly version: PlanVersion;
  /** Merges a snapshot; answers the ids whose copy changed. */
  load(snapshot: PlanSnapshot): RecordId[];
  /** What a record was when it was last seen live. */
  recall(id: RecordId): PlanRecord | undefined;
  /** Keeps in mind what records were that are gone by now. */
  remember(records: readonly PlanRecord[]): void;
  /** Takes copies the store answered with, unless newer ones are known; answers the ids whose copy changed. */
  take(copies: readonly StoredCopy[], version?: PlanVersion): RecordId[];
}

export function createSavedRecords(): SavedRecords {
  const copies = new Map<RecordId, StoredCopy>();
  const lastLive = new Map<RecordId, PlanRecord>();
  let version: PlanVersion = 0;
  let writable = false;

  const take = (found: readonly StoredCopy[], at: PlanVersion = 0): RecordId[] => {
    version = Math.max(version, at);
    return found.flatMap((copy) => {
      const known = copies.get(copy.id);
      if (known && known.revision >= copy.revision) return [];
      if (known && !isTombstone(known) && isTombstone(copy)) lastLive.set(copy.id, known);
      copies.set(copy.id, isTombstone(copy) ? copy : upgradeRecord(copy));
      return [copy.id];
    });
  };

  /** A snapshot names no removed records; what it lacks, and once was there, somebody removed. */
  const removedSince = (snapshot: PlanSnapshot): StoredCopy[] => {
    if (snapshot.version < version) return [];
    const live = new Set(snapshot.records.map((record) => record.id));
    return [...copies.values()]
      .filter((copy) => !isTombstone(copy) && !live.has(copy.id))
      .map(guessTombstone);
  };

  return {
    copies,
    get writable() {
      return writable;
    },
    get version() {
      return version;
    },
    load(snapshot) {
      writable = snapshot.writable;
      const removed = removedSince(snapshot);
      return [...take(removed), ...take(snapshot.records, snapshot.version)];
    },
    take,
    recall(id) {
      const copy = copies.get(id);
      return copy && !isTombstone(copy) ? copy : lastLive.get(id);
    },
    remember(records) {
      for (const record of records) {
        const copy = copies.get(record.id);
        if (copy && !isTombstone(copy)) continue;
        lastLive.set(record.id, upgradeRecord(record));
        // A record that was there and is in no snapshot since: somebody removed it.
        if (!copy) copies.set(record.id, guessTombstone(record));
      }
    },
  };
}

/** The lowest revision the tombstone can have. Where it has a higher one, the next commit's conflict tells it. */
export const guessTombstone = (copy: StoredCopy): StoredCopy => ({
  id: copy.id,
  type: copy.type,
  revision: copy.revision + 1,
  removed: true,
  updatedBy: copy.updatedBy,
  updatedAt: copy.updatedAt,
});
