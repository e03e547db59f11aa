import {
  isTombstone,
  type PlanConflict,
  type PlanFields,
  type Scope,
  type StoredCopy,
} from "@sweetspot/contract";
import { diffFields, rebase } from "@sweetspot/plan-model";
import { liveFields, type NetChange } from "./queued-edit.ts";

/** Either my change can stand on what is stored now, or both sides changed the same. */
export type Settlement =
  | { readonly kind: "clean" }
  | { readonly kind: "conflict"; readonly conflict: PlanConflict };

const CLEAN: Settlement = { kind: "clean" };

/** Compares my change, begun on `base`, with what others have stored since. */
export function settle(
  scope: Scope,
  base: StoredCopy | null,
  mine: NetChange,
  stored: StoredCopy | null,
): Settlement {
  if (mine.kind === "none" || !stored || stored.revision === base?.revision) return CLEAN;
  const begun = liveFields(base);
  const theirs = liveFields(stored);
  const conflict = (mineFields: PlanFields | null, theirFields: PlanFields | null): Settlement => ({
    kind: "conflict",
    conflict: {
      record: stored.id,
      type: stored.type,
      scope,
      mine: mineFields,
      theirs: theirFields,
      base: begun ?? {},
      stored,
    },
  });

  if (mine.kind === "remove") {
    if (isTombstone(stored) || begun === null) return CLEAN;
    const changed = diffFields(begun, theirs ?? {});
    return Object.keys(changed).length === 0 ? CLEAN : conflict(null, changed);
  }
  if (theirs === null) return begun === null ? CLEAN : conflict(mine.patch, null);
  const { clashing } = rebase(begun ?? {}, mine.patch, theirs);
  return clashing.length === 0 ? CLEAN : conflict(pick(mine.patch, clashing), pick(theirs, clashing));
}

const pick = (fields: PlanFields, names: readonly string[]): PlanFields =>
  Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
