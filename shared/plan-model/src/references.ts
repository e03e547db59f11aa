import type { PlanFields, RecordId } from "@sweetspot/contract";
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
