import type { PlanRecord } from "@sweetspot/contract";
import { findEntity } from "./entities/index.ts";
import type { Entity } from "./entity.ts";

/** Brings a record of an older schema up to date. A newer schema and unknown entities are returned untouched. */
export function upgradeRecord(
  record: PlanRecord,
  entity: Entity | undefined = findEntity(record.type),
): PlanRecord {
  if (!entity?.upgrade || record.schema >= entity.schema) return record;
  let { fields } = record;
  for (let from = record.schema; from < entity.schema; from += 1) fields = entity.upgrade(fields, from);
  return { ...record, fields, schema: entity.schema };
}
