import type { PlanEdit, RecordId } from "@sweetspot/contract";
import { recordsOf, type RecordOf, savedView } from "@sweetspot/plan-model";
import type { Records } from "@sweetspot/white-space-plan";
import type { GridFilter } from "../model/filter.model.ts";
import { toConditions } from "../views/saved-view.model.ts";
import { type NewId, planEdit, putOf } from "./edit.ts";

export type ViewRecord = RecordOf<typeof savedView>;

/** Views this user may choose: his own and the team's, by name. */
export const viewsFor = (plan: Records, user: RecordId): readonly ViewRecord[] =>
  recordsOf(savedView, plan.values())
    .filter(({ fields }) => fields.shared === true || fields.owner === user)
    .toSorted((one, other) => one.fields.name.localeCompare(other.fields.name));

/** What is shown now, under a name; a view of the same owner and name is replaced. Undefined without a name. */
export function saveView(
  plan: Records,
  shown: { readonly filter: GridFilter; readonly lens: string; readonly perspective: RecordId | undefined },
  given: { readonly name: string; readonly shared: boolean; readonly owner: RecordId },
  newId: NewId,
): PlanEdit | undefined {
  const name = given.name.trim().slice(0, savedView.fields.name.max);
  if (name === "") return undefined;
  const old = recordsOf(savedView, plan.values()).find(
    ({ fields }) => fields.name === name && fields.owner === given.owner,
  );
  return planEdit("view-saved", [
    putOf(savedView.name, old?.id ?? newId(savedView.name), {
      name,
      filters: toConditions(shown.filter),
      lens: shown.lens,
      perspective: shown.perspective ?? null,
      owner: given.owner,
      shared: given.shared,
    }),
  ]);
}

export const removeView = (id: RecordId): PlanEdit => planEdit("view-removed", [], [id]);
