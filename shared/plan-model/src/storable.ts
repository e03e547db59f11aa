import type { PlanValue } from "@sweetspot/contract";

/** Deeper than any form; a stack would end sooner than a database. */
const DEEPEST = 32;

/**
 * Why no store could keep a value and give it back unchanged; undefined where it can. Asked of every field, the ones
 * a declaration does not know included: JSON in a database holds neither NUL nor half a character.
 */
export function unstorable(value: PlanValue | undefined, depth = 0): string | undefined {
  if (depth > DEEPEST) return `it is nested more than ${DEEPEST} deep`;
  switch (typeof value) {
    case "string":
      return /\0|\p{Surrogate}/u.test(value) ? "the text holds a NUL or half a character" : undefined;
    case "number":
      return Number.isFinite(value) ? undefined : `${value} is no JSON number`;
    case "boolean":
      return undefined;
    case "object":
      for (const [name, inner] of Object.entries(value ?? {})) {
        const reason = unstorable(name, depth) ?? unstorable(inner, depth + 1);
        if (reason) return reason;
      }
      return undefined;
    default:
      return `${typeof value} is no JSON`;
  }
}
