import type { PlanEdit, PlanFields, RecordId } from "@sweetspot/contract";

/** Makes ids for new records; injected, so that edits stay pure. */
export type NewId = (type: string) => RecordId;

export type Put = PlanEdit["puts"][number];

export const putOf = (type: string, id: RecordId, fields: PlanFields): Put => ({ id, type, fields });

export const planEdit = (
  name: string,
  puts: readonly Put[],
  removes: readonly RecordId[] = [],
): PlanEdit => ({ name, scope: "plan", puts, removes });
