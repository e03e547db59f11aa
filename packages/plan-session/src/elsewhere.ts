import type { PlanRecord, RecordId } from "@sweetspot/contract";

/** Another scope that records of this one may point to. */
export interface Elsewhere {
  isThere(id: RecordId): boolean;
  /** What a record of it was when it was last seen. */
  recall(id: RecordId): PlanRecord | undefined;
}

/** A scope that points to none. */
export const NOWHERE: Elsewhere = { isThere: () => false, recall: () => undefined };
