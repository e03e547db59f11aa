import type { PlanEdit, PlanFields, PlanRecord, RecordId } from "@sweetspot/contract";
import { DEMO_ACCOUNTS, DEMO_TEAM, DEMO_TODAY, demoPlans } from "@sweetspot/fixtures";
import { applyPatch, withConsequences } from "@sweetspot/plan-model";
import { type BoardReading, readBoard, type Records } from "../workspace/board-reading.model.ts";

export { DEMO_TEAM, DEMO_TODAY };

const NOW = `${DEMO_TODAY}T12:00:00.000Z`;

const toRecord = (id: RecordId, type: string, fields: PlanFields, by: RecordId): PlanRecord => ({
  id,
  type,
  fields,
  revision: 1,
  schema: 1,
  createdBy: by,
  createdAt: NOW,
  updatedBy: by,
  updatedAt: NOW,
});

/** Seeded records of one of the demo company's customers, or of its library. */
export function demoRecords(account: keyof typeof DEMO_ACCOUNTS | "library"): Records {
  const wanted = account === "library" ? undefined : DEMO_ACCOUNTS[account];
  return new Map(
    demoPlans(new Date(NOW))
      .filter(({ scope }) => (scope.kind === "account" ? scope.account === wanted : wanted === undefined))
      .flatMap(({ by, puts }) => puts.map(({ id, type, fields }) => [id, toRecord(id, type, fields, by)])),
  );
}

export const demoBoard = (account: keyof typeof DEMO_ACCOUNTS): BoardReading =>
  readBoard(demoRecords(account));

/** The records after an edit, as a session shows them. */
export function after(
  records: Records,
  edit: PlanEdit | undefined,
  author: { readonly by?: RecordId; readonly at?: string } = {},
): Records {
  if (!edit) return records;
  const { by = DEMO_TEAM.lena, at = NOW } = author;
  const whole = withConsequences(edit, records);
  const next = new Map(records);
  for (const { id, type, fields } of whole.puts) {
    const known = next.get(id) ?? { ...toRecord(id, type, {}, by), revision: 0, createdAt: at };
    next.set(id, {
      ...known,
      fields: applyPatch(known.fields, fields),
      revision: known.revision + 1,
      updatedBy: by,
      updatedAt: at,
    });
  }
  for (const id of whole.removes) next.delete(id);
  return next;
}

/** Ids as a widget makes them, in a row. */
export function countingIds(): (type: string) => RecordId {
  let count = 0;
  return (type) => `${type}-new-${String((count += 1))}` as RecordId;
}
