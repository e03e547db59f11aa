import type { PlanFields } from "@sweetspot/contract";
import { fieldOf, sameValue } from "./patch.ts";

/** `patch` is what of mine can be applied on top of theirs; `clashing` names the fields both changed to different values. */
export interface Rebased {
  readonly patch: PlanFields;
  readonly clashing: readonly string[];
}

/**
 * Moves my patch, begun on `base`, onto what others have stored since. Edits of disjoint fields simply merge; a field
 * my patch leaves as it was is none of my edits, and theirs stays.
 */
export function rebase(base: PlanFields, mine: PlanFields, theirs: PlanFields): Rebased {
  const edits = Object.entries(mine).filter(
    ([name, value]) => !sameValue(value, fieldOf(base, name)) && !sameValue(value, fieldOf(theirs, name)),
  );
  const clashes = (name: string): boolean => !sameValue(fieldOf(base, name), fieldOf(theirs, name));
  return {
    patch: Object.fromEntries(edits.filter(([name]) => !clashes(name))),
    clashing: edits.map(([name]) => name).filter(clashes),
  };
}
