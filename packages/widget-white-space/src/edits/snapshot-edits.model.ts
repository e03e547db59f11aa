import type { IsoDate, PlanEdit, RecordId } from "@sweetspot/contract";
import { gridSnapshot, recordsOf, type RecordOf } from "@sweetspot/plan-model";
import type { Records } from "@sweetspot/white-space-plan";
import { type NewId, planEdit, putOf } from "./edit.ts";

export type SnapshotRecord = RecordOf<typeof gridSnapshot>;

/** Named days, the newest first. */
export const namedDays = (plan: Records): readonly SnapshotRecord[] =>
  recordsOf(gridSnapshot, plan.values()).toSorted((one, other) =>
    one.fields.takenOn < other.fields.takenOn ? 1 : -1,
  );

/** Gives a day a name to find it again; undefined without one. */
export function nameDay(
  day: IsoDate,
  given: { readonly name: string; readonly period: string },
  newId: NewId,
): PlanEdit | undefined {
  const { name, period } = gridSnapshot.fields;
  const words = given.name.trim().slice(0, name.max);
  if (words === "") return undefined;
  const during = given.period.trim().slice(0, period.max);
  return planEdit("day-named", [
    putOf(gridSnapshot.name, newId(gridSnapshot.name), {
      name: words,
      takenOn: day,
      ...(during === "" ? {} : { period: during }),
    }),
  ]);
}

export const forgetDay = (id: RecordId): PlanEdit => planEdit("day-forgotten", [], [id]);
