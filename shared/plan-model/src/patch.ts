import type { PlanFields, PlanValue } from "@sweetspot/contract";

/** The fields after a patch; null removes a field, fields not named stay. */
export function applyPatch(fields: PlanFields, patch: PlanFields): PlanFields {
  // Not by assignment: a field may be called "__proto__", and then an assignment would do something else.
  const merged = new Map(Object.entries(fields));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    // Undefined is no JSON: it would be lost on a wire, so it means nothing here either.
    else if (value !== undefined) merged.set(name, value);
  }
  return Object.fromEntries(merged);
}

/** Are two field values equal? Key order does not matter; undefined and null are both "not set". */
export function sameValue(one: PlanValue | undefined, other: PlanValue | undefined): boolean {
  if (one === other) return true;
  if (one == null || other == null) return one == null && other == null;
  if (typeof one !== "object" || typeof other !== "object") return false;
  if (isList(one) || isList(other))
    return (
      isList(one) &&
      isList(other) &&
      one.length === other.length &&
      one.every((entry, index) => sameValue(entry, other[index]))
    );
  return namesOf(one, other).every((name) => sameValue(fieldOf(one, name), fieldOf(other, name)));
}

/** The patch that leads from one set of fields to another. */
export const diffFields = (from: PlanFields, to: PlanFields): PlanFields =>
  Object.fromEntries(
    namesOf(from, to)
      .filter((name) => !sameValue(fieldOf(from, name), fieldOf(to, name)))
      .map((name) => [name, fieldOf(to, name) ?? null]),
  );

/** A field by its name, where names such as "constructor" are nothing special. */
export const fieldOf = (fields: PlanFields, name: string): PlanValue | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

const namesOf = (one: PlanFields, other: PlanFields): string[] => [
  ...new Set([...Object.keys(one), ...Object.keys(other)]),
];

const isList = (value: PlanValue): value is readonly PlanValue[] => Array.isArray(value);
