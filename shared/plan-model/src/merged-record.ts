import type { PlanFields, PlanValue, RecordId } from "@sweetspot/contract";
import { findEntity } from "./entities/index.ts";
import type { CrmType } from "./field-kinds.ts";

/** A record of the CRM that goes on under another one's id. */
export interface MergedRecord {
  readonly type: CrmType;
  /** The survivor. */
  readonly kept: RecordId;
  readonly gone: RecordId;
}

/**
 * What changes in a plan record that points to a CRM record which was merged: it points to the survivor, in lists once.
 * Only fields that name records of this kind are read, because ids of several objects may be equal.
 *
 * @returns undefined where it does not point to it
 */
export function followMergedRecord(
  entity: string,
  fields: PlanFields,
  { type, kept, gone }: MergedRecord,
): PlanFields | undefined {
  const patch: Record<string, PlanValue> = {};
  for (const [name, field] of Object.entries(findEntity(entity)?.fields ?? {})) {
    const target = field.kind === "list" ? field.of : field;
    if (target.kind !== "crm-reference" || target.to !== type) continue;
    const value = fields[name];
    if (value === gone) patch[name] = kept;
    else if (Array.isArray(value) && value.includes(gone))
      patch[name] = [...new Set(value.map((one: PlanValue) => (one === gone ? kept : one)))];
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}
