import {
  accountScope,
  LIBRARY,
  type PlanEdit,
  type PlanFields,
  type PlanRecord,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import type { GoldenGrid } from "@sweetspot/fixtures";
import { barrierId, cellId } from "@sweetspot/plan-model";
import {
  createGridModel,
  type CrmFacts,
  type GridModel,
  type PlanReading,
  readPlan,
  type Records,
  toCrmFacts,
} from "@sweetspot/white-space-plan";
import type { Author } from "./edits/edit.ts";
import { previewRecords } from "./model/preview.model.ts";

export const ME: Author = { by: toRecordId("lena"), at: "2026-11-22T10:00:00.000Z" };
export const TODAY = "2026-11-22";
export const ACCOUNT = toRecordId("customer");
export const PLAN = accountScope(ACCOUNT);
export { LIBRARY };

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
        createdBy: ME.by,
        createdAt: `2026-01-01T00:00:${String(index % 60).padStart(2, "0")}.000Z`,
        updatedBy: ME.by,
        updatedAt: ME.at,
      },
    ]),
  );

export const cellSeed = (area: string, offering: string, fields: PlanFields): Seed =>
  seed("cell", cellId(toRecordId(area), toRecordId(offering)), { area, offering, ...fields });

/** A figure as plan records: every level that is not "none" set by hand. */
export function goldenSeeds(golden: GoldenGrid): { readonly plan: Seed[]; readonly library: Seed[] } {
  const withParent = (parent: string | undefined): PlanFields => (parent === undefined ? {} : { parent });
  return {
    library: golden.offerings.map(({ id, name, parent }, order) =>
      seed("offering", id, { name, order, ...withParent(parent) }),
    ),
    plan: [
      ...golden.perspectives.flatMap((perspective, place) => [
        seed("perspective", perspective.id, { name: perspective.name, order: place }),
        ...perspective.areas.map(({ id, name, parent }, order) =>
          seed("area", id, { perspective: perspective.id, name, order, ...withParent(parent) }),
        ),
      ]),
      ...Object.entries(golden.levels).flatMap(([area, row]) =>
        Object.entries(row).map(([offering, level]) =>
          cellSeed(area, offering, {
            level,
            levelSetBy: ME.by,
            levelSetAt: ME.at,
            ...(level === "not-possible" ? { levelReason: "Not allowed on site." } : {}),
          }),
        ),
      ),
      ...golden.barriers.map(({ area, otherArea, reason }) =>
        seed("barrier", barrierId(toRecordId(area), toRecordId(otherArea)), { area, otherArea, reason }),
      ),
    ],
  };
}

export const NO_FACTS: CrmFacts = toCrmFacts({
  account: undefined,
  family: [],
  opportunities: [],
  assets: [],
});

/** A plan's records and the models on them, moved on by edits without a store. */
export interface PlanStage {
  readonly records: Records;
  readonly library: Records;
  readonly plan: PlanReading;
  model(perspective?: string): GridModel;
  after(edit: PlanEdit | undefined): PlanStage;
}

export function stagePlan(
  seeds: { readonly plan: readonly Seed[]; readonly library?: readonly Seed[] },
  facts: CrmFacts = NO_FACTS,
): PlanStage {
  const stage = (records: Records, library: Records): PlanStage => {
    const plan = readPlan(records, library);
    return {
      records,
      library,
      plan,
      model: (perspective) =>
        createGridModel({
          plan,
          facts,
          perspective: perspective === undefined ? undefined : toRecordId(perspective),
          today: TODAY,
        }),
      after: (edit) => {
        if (!edit) return stage(records, library);
        return edit.scope === "plan"
          ? stage(previewRecords(records, edit, ME), library)
          : stage(records, previewRecords(library, edit, ME));
      },
    };
  };
  return stage(toRecords(seeds.plan), toRecords(seeds.library ?? []));
}

/** Counting ids, so that tests can name what was made. */
export function countingIds(): (type: string) => RecordId {
  let count = 0;
  return (type) => toRecordId(`new-${type}-${String((count += 1))}`);
}
