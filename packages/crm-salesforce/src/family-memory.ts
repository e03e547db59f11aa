import type { RecordId } from "@sweetspot/contract";
import { FILTER_DEPTH, MOST_ROWS } from "./documents/subqueries.ts";
import type { Family } from "./family.ts";

/**
 * The family read last. Further pages of a list stand on the family its first page has seen, because reading one of
 * thousands anew for every page would cost several calls each.
 */
export interface FamilyMemory {
  keep(account: RecordId, family: Family): void;
  /** With whole rows: pages of the family itself are cut from them. */
  whole(account: RecordId): Family | undefined;
  /** Of one that needs more than one call to read. */
  large(account: RecordId): Family | undefined;
}

export function createFamilyMemory(): FamilyMemory {
  let account: RecordId | undefined;
  let latest: Family | undefined;
  let whole: Family | undefined;
  return {
    keep(id, family) {
      if (id !== account) whole = undefined;
      account = id;
      latest = family;
      if (family.isWhole) whole = family;
    },
    whole: (id) => (id === account ? whole : undefined),
    large: (id) =>
      id === account && latest && (latest.rows.length > MOST_ROWS || latest.levels.length > FILTER_DEPTH + 1)
        ? latest
        : undefined,
  };
}
