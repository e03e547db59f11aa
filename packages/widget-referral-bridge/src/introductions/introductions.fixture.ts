import {
  type PlanEdit,
  type PlanFields,
  type PlanRecord,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import { applyPatch, introduction } from "@sweetspot/plan-model";
import { startIntroduction } from "./introduction-edits.model.ts";
import type { IntroductionRecord } from "./introduction.model.ts";

export const TODAY = "2026-11-22";
const MIA = toRecordId("mia");

export type Records = ReadonlyMap<RecordId, PlanRecord>;

export const recordOf = (type: string, id: string, fields: PlanFields): PlanRecord => ({
  id: toRecordId(id),
  type,
  fields,
  revision: 1,
  schema: 1,
  createdBy: MIA,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedBy: MIA,
  updatedAt: "2026-11-20T10:00:00.000Z",
});

/** What an edit leaves of some records, without a store. */
export function after(records: Records, edit: PlanEdit | undefined): Records {
  const next = new Map(records);
  for (const { id, type, fields } of edit?.puts ?? []) {
    const before = next.get(id);
    const patched = applyPatch(before?.fields ?? {}, fields);
    next.set(id, before ? { ...before, fields: patched } : recordOf(type, id, patched));
  }
  for (const id of edit?.removes ?? []) next.delete(id);
  return next;
}

export const countingIds = (): ((type: string) => RecordId) => {
  let count = 0;
  return (type) => toRecordId(`${type}-${String((count += 1))}`);
};

export const WAY = {
  target: "register/7",
  targetName: "Vera Okonjo",
  starter: MIA,
  goBetween: "register/3",
  goBetweenName: "Ole Brandt",
  way: ["crm/1", "register/3", "register/7"],
  wayNames: ["Mia Falk", "Ole Brandt", "Vera Okonjo"],
  grounds: "Ole Brandt sits with Vera Okonjo on the board of Nordhavn.",
};
export const DIRECT_WAY = {
  target: "register/7",
  targetName: "Vera Okonjo",
  starter: MIA,
  way: ["crm/1", "register/7"],
  wayNames: ["Mia Falk", "Vera Okonjo"],
};

export const introductionIn = (records: Records, id: RecordId): IntroductionRecord =>
  records.get(id) as unknown as IntroductionRecord;

/** A candidate, alone in its plan. */
export function started(way: typeof WAY | typeof DIRECT_WAY = WAY): {
  readonly records: Records;
  readonly id: RecordId;
} {
  const { id, edit } = startIntroduction(way, TODAY, () => toRecordId(`${introduction.name}-1`));
  return { id, records: after(new Map(), edit) };
}
