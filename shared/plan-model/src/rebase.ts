import type { PlanFields, PlanValue } from "@sweetspot/contract";
import { diffFields, sameValue } from "./patch.ts";

/** `patch` is what of mine can be applied on top of theirs; `clashing` names the fields both changed to different values. */
export interface Rebased {
  readonly patch: PlanFields;
  readonly clashing: readonly string[];
}

/** Moves my patch, begun on `base`, onto what others have stored since. Edits of disjoint fields simply merge. */
export function rebase(base: PlanFields, mine: PlanFields, theirs: PlanFields): Rebased {
  const theirChange = diffFields(base, theirs);
  const patch: Record<string, PlanValue> = {};
  const clashing: string[] = [];
  for (const [name, value] of Object.entries(mine)) {
    if (sameValue(value, theirs[name])) continue;
    if (name in theirChange) clashing.push(name);
    else patch[name] = value;
  }
  return { patch, clashing };
}
