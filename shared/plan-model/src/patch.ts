import type { PlanFields, PlanValue } from "@sweetspot/contract";

/** The fields after a patch; null removes a field, fields not named stay. */
export function applyPatch(fields: PlanFields, patch: PlanFields): PlanFields {
  const merged: Record<string, PlanValue> = { ...fields };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = value;
  }
  return merged;
}

/** Are two field values equal? Key order does not matter; undefined and null are both "not set". */
export function sameValue(one: PlanValue | undefined, other: PlanValue | undefined): boolean {
  if (one === other) return true;
  if (one == null || other == null) return one == null && other == null;
  if (typeof one !== "object" || typeof other !== "object") return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one, other] as unknown as [Record<string, PlanValue>, Record<string, PlanValue>];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => sameValue(left[name], right[name]));
}

/** The patch that leads from one set of fields to another. */
export function diffFields(from: PlanFields, to: PlanFields): PlanFields {
  const patch: Record<string, PlanValue> = {};
  for (const name of new Set([...Object.keys(from), ...Object.keys(to)]))
    if (!sameValue(from[name], to[name])) patch[name] = to[name] ?? null;
  return patch;
}
