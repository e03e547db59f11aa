import {
  type PlanEdit,
  type PlanFields,
  type PlanRecord,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import {
  DEMO_TODAY,
  demoPlans,
  type GoldenBoard,
  goldenBoardRecords,
  goldenBoards,
} from "@sweetspot/fixtures";
import { applyPatch } from "@sweetspot/plan-model";
import { readStory, type Records, type StoryReading } from "./model/reading.model.ts";

export const TODAY = DEMO_TODAY;

export interface Seed {
  readonly type: string;
  readonly id: string;
  readonly fields: PlanFields;
}

export const seed = (type: string, id: string, fields: PlanFields): Seed => ({ type, id, fields });

export const toRecords = (seeds: readonly Seed[]): Records =>
  new Map(
    seeds.map(({ type, id, fields }, index): [RecordId, PlanRecord] => [
      toRecordId(id),
      {
        id: toRecordId(id),
        type,
        fields,
        revision: 1,
        schema: 1,
        createdBy: toRecordId("lena"),
        createdAt: `2026-01-01T00:00:${String(index % 60).padStart(2, "0")}.000Z`,
        updatedBy: toRecordId("lena"),
        updatedAt: "2026-11-22T10:00:00.000Z",
      },
    ]),
  );

/** The method's example whose name begins so. */
export function goldenBoard(name: string): GoldenBoard {
  const found = goldenBoards.find(({ figure }) => figure.startsWith(name));
  if (!found) throw new Error(`There is no golden board "${name}".`);
  return found;
}

export const goldenSeeds = (name: string): readonly Seed[] => goldenBoardRecords(goldenBoard(name));

/** The demo company's library, and one of its accounts' plans. */
export function demoSeeds(account: string): {
  readonly plan: readonly Seed[];
  readonly library: readonly Seed[];
} {
  const seeds = demoPlans(new Date(`${DEMO_TODAY}T12:00:00Z`));
  return {
    plan: seeds.flatMap(({ scope, puts }) =>
      scope.kind === "account" && scope.account === account ? puts : [],
    ),
    library: seeds.flatMap(({ scope, puts }) => (scope.kind === "library" ? puts : [])),
  };
}

/** A plan and what a builder reads of it, moved on by edits without a store. */
export interface PlanStage {
  readonly plan: Records;
  readonly library: Records;
  readonly story: StoryReading;
  after(edit: PlanEdit | undefined): PlanStage;
}

export function stagePlan(plan: readonly Seed[], library: readonly Seed[] = []): PlanStage {
  const stage = (own: Records, shared: Records): PlanStage => ({
    plan: own,
    library: shared,
    story: readStory(own, shared),
    after: (edit) => {
      if (!edit) return stage(own, shared);
      return edit.scope === "plan" ? stage(apply(own, edit), shared) : stage(own, apply(shared, edit));
    },
  });
  return stage(toRecords(plan), toRecords(library));
}

function apply(records: Records, { puts, removes }: PlanEdit): Records {
  const next = new Map(records);
  for (const { id, type, fields } of puts) {
    const before = next.get(id);
    const [made] = [...toRecords([{ id, type, fields: {} }]).values()];
    const base = before ?? made;
    if (base) next.set(id, { ...base, fields: applyPatch(base.fields, fields) });
  }
  for (const id of removes) next.delete(id);
  return next;
}

/** Counting ids, so that tests can name what was made. */
export function countingIds(): (type: string) => RecordId {
  let count = 0;
  return (type) => toRecordId(`new-${type}-${String((count += 1))}`);
}
