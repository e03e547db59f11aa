import { HIDDEN, type RecordId, type TeamRole } from "@sweetspot/contract";
import type { AccessRule, WorldObject } from "@sweetspot/fixtures";
import { type RawBuilder, sql } from "kysely";

/** What one role may see: which records exist for it, and which of their fields are withheld. */
export interface Access {
  /** SQL condition on a table's id column: true for records the role may see, or whose `field` it may see. */
  visible(object: WorldObject, id: RawBuilder<unknown>, field?: string): RawBuilder<boolean>;
  /** The record with `hidden` in every field the role may not see, known or empty alike. */
  veil<T extends { readonly id: RecordId }>(object: WorldObject, record: T): T;
}

export function createAccess(rules: readonly AccessRule[], role: TeamRole): Access {
  const ours = rules.filter((rule) => rule.role === role);
  return {
    visible(object, id, field) {
      const hiding = ours.filter((rule) => rule.object === object && rule.field === field);
      if (hiding.length === 0) return sql<boolean>`true`;
      if (hiding.some((rule) => rule.ids === undefined)) return sql<boolean>`false`;
      return sql<boolean>`not (${id} = any(${hiding.flatMap((rule) => rule.ids ?? [])}::text[]))`;
    },
    veil(object, record) {
      return ours
        .filter((rule) => rule.object === object && (rule.ids === undefined || rule.ids.includes(record.id)))
        .reduce((veiled, rule) => (rule.field === undefined ? veiled : hide(veiled, rule.field)), record);
    },
  };
}

const ATTRIBUTE = "attributes.";

function hide<T extends object>(record: T, field: string): T {
  if (!field.startsWith(ATTRIBUTE)) return field in record ? { ...record, [field]: HIDDEN } : record;
  const label = field.slice(ATTRIBUTE.length);
  if (!("attributes" in record)) return record;
  const attributes = record.attributes as Readonly<Record<string, unknown>>;
  return label in attributes ? { ...record, attributes: { ...attributes, [label]: HIDDEN } } : record;
}
