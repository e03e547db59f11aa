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
  const found: FoundReference[] = [];
  for (const [field, declaration, isList] of pointersOf(entity)) {
    const value = fields[field];
    const targets: readonly unknown[] = isList ? (Array.isArray(value) ? value : []) : [value];
    for (const target of targets)
      if (typeof target === "string") found.push({ field, declaration, target: target as RecordId });
  }
  return found;
}

type Pointer = readonly [field: string, declaration: ReferenceField, isList: boolean];

const POINTERS = new WeakMap<Entity, readonly Pointer[]>();

/** The few fields of an entity that point anywhere, looked for once: whole plans are walked through on a page. */
function pointersOf(entity: Entity): readonly Pointer[] {
  const known = POINTERS.get(entity);
  if (known) return known;
  const pointers = Object.entries(entity.fields).flatMap(([field, declaration]): Pointer[] => {
    if (declaration.kind === "reference") return [[field, declaration, false]];
    return declaration.kind === "list" && declaration.of.kind === "reference"
      ? [[field, declaration.of, true]]
      : [];
  });
  POINTERS.set(entity, pointers);
  return pointers;
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
