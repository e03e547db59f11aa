import {
  type ConflictDetail,
  CrmError,
  isTombstone,
  type PlanFields,
  type PlanIssue,
  type PlanRecord,
  type Put,
  type RefusedDetail,
  type Scope,
  scopeKey,
  type StoredCopy,
} from "@sweetspot/contract";
import { diffFields } from "@sweetspot/plan-model";

/** A put on an older record brings its upgrade along. */
export interface UpgradingPut extends Put {
  readonly schema?: number;
}

interface Upgrade {
  readonly fields: PlanFields;
  readonly schema: number;
}

/**
 * The plan service keeps records as they were written: Apex does not know how an older one becomes a newer one. So they
 * are upgraded when they are read here, and the first put on such a record carries the upgrade. What was read is
 * remembered for good: the same commit sent again must be the same.
 */
export function createPlanUpgrades(upgrade: (record: PlanRecord) => PlanRecord) {
  const upgrades = new Map<string, Upgrade>();
  const keyOf = (scope: Scope, id: string, revision: number): string =>
    JSON.stringify([scopeKey(scope), id, revision]);

  function read(scope: Scope, record: PlanRecord): PlanRecord {
    const upgraded = upgrade(record);
    if (upgraded.schema !== record.schema)
      upgrades.set(keyOf(scope, record.id, record.revision), {
        fields: diffFields(record.fields, upgraded.fields),
        schema: upgraded.schema,
      });
    return upgraded;
  }

  const readCopy = (scope: Scope, copy: StoredCopy): StoredCopy =>
    isTombstone(copy) ? copy : read(scope, copy);

  return {
    read,
    readCopies: (scope: Scope, copies: readonly StoredCopy[]): StoredCopy[] =>
      copies.map((copy) => readCopy(scope, copy)),
    write(scope: Scope, put: Put): UpgradingPut {
      const found = upgrades.get(keyOf(scope, put.id, put.base));
      if (!found) return put;
      const fields = Object.fromEntries([...Object.entries(found.fields), ...Object.entries(put.fields)]);
      return { ...put, fields, schema: found.schema };
    },
    /** A conflict shows the stored copies as everybody reads them. */
    readConflict(scope: Scope, error: unknown): unknown {
      if (!CrmError.is(error, "conflict")) return error;
      const { stored = [] } = (error.detail ?? {}) as Partial<ConflictDetail>;
      const detail: ConflictDetail = { stored: stored.map((copy) => readCopy(scope, copy)) };
      return new CrmError("conflict", error.message, { cause: error, detail });
    },
  };
}

/** Refused because this page had not read the older record that it changes. */
export function isOutdated(error: unknown): boolean {
  if (!CrmError.is(error, "malformed")) return false;
  const { issues = [] } = (error.detail ?? {}) as Partial<RefusedDetail>;
  return issues.some((issue: PlanIssue) => issue.problem === "outdated-schema");
}
