import type { PlanFields, PlanRecord, RecordId } from "@sweetspot/contract";
import { findEntity } from "./entities/index.ts";
import type { Entity } from "./entity.ts";
import type { ReferenceField } from "./field-kinds.ts";

/** One pointer from a record's field to another plan record. */
export interface FoundReference {
  readonly field: string;
  readonly declaration: ReferenceField;
  readonly target: RecordId;
}

/** Every plan record the fields point to; CRM references are not among them. */
export function referencesOf(entity: Entity, fields: PlanFields): FoundReference[] {
  return Object.entries(entity.fields).flatMap(([field, declaration]) => {
    const value = fields[field];
    if (declaration.kind === "reference" && typeof value === "string")
      return [{ field, declaration, target: value as RecordId }];
    if (declaration.kind !== "list" || declaration.of.kind !== "reference" || !Array.isArray(value))
      return [];
    const item = declaration.of;
    return (value as readonly unknown[])
      .filter((target) => typeof target === "string")
      .map((target) => ({ field, declaration: item, target: target as RecordId }));
  });
}

/**
 * Finds the records that refer to a record. Each record is looked through once, at the first question, however many
 * questions follow.
 */
export function referrersAmong(records: Iterable<PlanRecord>): (id: RecordId) => readonly PlanRecord[] {
  let byTarget: ReadonlyMap<RecordId, readonly PlanRecord[]> | undefined;
  return (id) => (byTarget ??= groupByTarget(records)).get(id) ?? [];
}

function groupByTarget(records: Iterable<PlanRecord>): ReadonlyMap<RecordId, readonly PlanRecord[]> {
  const byTarget = new Map<RecordId, PlanRecord[]>();
  for (const record of records) {
    const entity = findEntity(record.type);
    if (!entity) continue;
    const targets = new Set(referencesOf(entity, record.fields).map((found) => found.target));
    for (const target of targets) {
      const referrers = byTarget.get(target);
      if (referrers) referrers.push(record);
      else byTarget.set(target, [record]);
    }
  }
  return byTarget;
}
