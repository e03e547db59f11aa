import type { PlanRecord, RecordId } from "@sweetspot/contract";
import { isRecordOf, referralPartner } from "@sweetspot/plan-model";

/** A referral partner of the library by name; undefined where there is none of that id. */
export function partnerName(
  library: ReadonlyMap<RecordId, PlanRecord>,
  id: RecordId | undefined,
): string | undefined {
  const record = id === undefined ? undefined : library.get(id);
  return record && isRecordOf(referralPartner, record) ? record.fields.name : undefined;
}
