import type { PlanEdit, PlanRecord, RecordId } from "@sweetspot/contract";
import { dismissedTie, dismissedTieId, fitText, recordsOf } from "@sweetspot/plan-model";

export type DismissedTie = ReturnType<typeof recordsOf<typeof dismissedTie>>[number];
export type DismissReason = NonNullable<DismissedTie["fields"]["reason"]>;

/** A tie that somebody found wrong counts for nothing in this plan; what it said is kept in words. */
export const dismissTie = (
  tie: RecordId,
  {
    statement,
    reason,
    note,
  }: { readonly statement: string; readonly reason: DismissReason; readonly note: string },
): PlanEdit => ({
  name: "tie-dismissed",
  scope: "plan",
  puts: [
    {
      id: dismissedTieId(tie),
      type: dismissedTie.name,
      fields: {
        tie,
        statement: fitText(statement, dismissedTie.fields.statement.max),
        reason,
        ...(note.trim() === "" ? {} : { note: fitText(note.trim(), dismissedTie.fields.note.max) }),
      },
    },
  ],
  removes: [],
});

export const bringBackTie = (record: RecordId): PlanEdit => ({
  name: "tie-brought-back",
  scope: "plan",
  puts: [],
  removes: [record],
});

export const dismissedTies = (records: ReadonlyMap<RecordId, PlanRecord>): readonly DismissedTie[] =>
  recordsOf(dismissedTie, records.values());
