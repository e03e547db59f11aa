import type { PlanEdit } from "@sweetspot/contract";
import { withConsequences } from "@sweetspot/plan-model";
import { useCallback } from "react";
import { usePlanPart, usePlanSession } from "../widget/widget-context.ts";

/** False where this user may not write it, or there was nothing to do. */
export type ApplyEdit = (edit: PlanEdit | undefined) => boolean;

/**
 * Hands edits to the session, complete: records of other widgets may point at what an edit removes, and the store would
 * refuse it. The same function until the rights change.
 */
export function usePlanEdit(): ApplyEdit {
  const session = usePlanSession();
  const plan = usePlanPart((view) => view.writable.plan);
  const library = usePlanPart((view) => view.writable.library);
  return useCallback(
    (edit) => {
      if (!edit || !(edit.scope === "plan" ? plan : library)) return false;
      const view = session.getView();
      session.edit(withConsequences(edit, edit.scope === "plan" ? view.plan : view.library));
      return true;
    },
    [session, plan, library],
  );
}
