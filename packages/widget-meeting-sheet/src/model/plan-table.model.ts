import { coreMessage, knowledgeGap, recordsOf } from "@sweetspot/plan-model";
import type { PlanRecord, RecordId } from "@sweetspot/contract";
import { found, type Visit } from "./sheets.model.ts";

/** One row of the relationship plan (method §9, Table 2.11), in the words of the plan. */
export interface PlanRow {
  readonly id: RecordId;
  readonly who: string;
  readonly internalContact: RecordId | undefined;
  /** Others of us, by name: no users of the CRM. */
  readonly colleagues: string | undefined;
  readonly reason: string;
  readonly keyMessages: readonly string[];
  readonly questions: readonly string[];
  readonly avoid: string;
  readonly date: string | undefined;
  readonly status: Visit["status"];
  readonly statusNote: string;
}

export const toPlanRow = (visit: Visit, records: ReadonlyMap<RecordId, PlanRecord>): PlanRow => ({
  id: visit.id,
  who: visit.member?.fields.name ?? "",
  internalContact: visit.fields.internalContact,
  colleagues: visit.fields.colleagues,
  reason: visit.fields.reason ?? "",
  keyMessages: [
    ...recordsOf(coreMessage, found(records, visit.fields.messages ?? [])).map(
      ({ fields }) => fields.statement,
    ),
    ...(visit.fields.keyMessages === undefined ? [] : [visit.fields.keyMessages]),
  ],
  questions: recordsOf(knowledgeGap, found(records, visit.fields.questions ?? [])).map(
    ({ fields }) => fields.question,
  ),
  avoid: visit.fields.avoid ?? "",
  date: visit.fields.meetingDate,
  status: visit.status,
  statusNote: visit.fields.statusNote ?? "",
});

/** Who of us goes: who sees to it first, then those who are no users of the CRM. Empty where nobody is named. */
export const ofUs = (
  {
    internalContact,
    colleagues,
  }: {
    readonly internalContact?: RecordId | undefined;
    readonly colleagues?: string | undefined;
  },
  nameOf: (id: RecordId) => string,
): string =>
  [internalContact === undefined ? undefined : nameOf(internalContact), colleagues]
    .filter((name) => name !== undefined && name !== "")
    .join(", ");
