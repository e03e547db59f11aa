import {
  EMPTY,
  known,
  type PlanEdit,
  type PlanFields,
  type PlanRecord,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import { buildAccount, buildContact } from "@sweetspot/fixtures";
import { applyPatch, memberRatingId } from "@sweetspot/plan-model";
import type { PeopleCrm } from "./model/people.model.ts";

export const LENA = toRecordId("lena");
export const TOBIAS = toRecordId("tobias");
export const TODAY = "2026-11-22";
export const ACCOUNT = buildAccount("account", "Customer");

export const recordOf = (type: string, id: string, fields: PlanFields): PlanRecord => ({
  id: toRecordId(id),
  type,
  fields,
  revision: 1,
  schema: 1,
  createdBy: LENA,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedBy: LENA,
  updatedAt: "2026-11-20T10:00:00.000Z",
});

export const memberOf = (id: string, fields: PlanFields = {}): PlanRecord =>
  recordOf("buying-centre-member", id, { name: id, ...fields });

export const ratingOf = (member: string, rater: RecordId, fields: PlanFields): PlanRecord =>
  recordOf("member-rating", memberRatingId(toRecordId(member), rater), { member, rater, ...fields });

export const contactOf = (id: string, name: string, title?: string) =>
  buildContact(id, name, { account: "account", ...(title === undefined ? {} : { title }) });

export const crmOf = (part: Partial<PeopleCrm> = {}): PeopleCrm => ({
  account: ACCOUNT,
  family: [ACCOUNT],
  contacts: [],
  complete: true,
  gaps: [],
  opportunities: [],
  ...part,
});

/** What an edit leaves of some records, without a store. */
export function after(records: readonly PlanRecord[], edit: PlanEdit | undefined): readonly PlanRecord[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const put of edit?.puts ?? []) {
    const before = byId.get(put.id);
    const fields = applyPatch(before?.fields ?? {}, put.fields);
    byId.set(put.id, before ? { ...before, fields } : recordOf(put.type, put.id, fields));
  }
  for (const id of edit?.removes ?? []) byId.delete(id);
  return [...byId.values()];
}

export { EMPTY, known };
