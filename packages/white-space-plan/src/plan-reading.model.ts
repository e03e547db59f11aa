import type { PlanRecord, RecordId } from "@sweetspot/contract";
import {
  area,
  barrier,
  cell,
  dismissedSuggestion,
  GRID_LAYOUT_ID,
  gridLayout,
  isRecordOf,
  knowledgeGap,
  offering,
  perspective,
  recordsOf,
  type RecordOf,
  WHITE_SPACE_RULES_ID,
  whiteSpaceRules,
} from "@sweetspot/plan-model";
import { DEFAULT_RULES, toRules, type WhiteSpaceRules } from "@sweetspot/white-space";

export type PerspectiveRecord = RecordOf<typeof perspective>;
export type AreaRecord = RecordOf<typeof area>;
export type OfferingRecord = RecordOf<typeof offering>;
export type CellRecord = RecordOf<typeof cell>;
export type BarrierRecord = RecordOf<typeof barrier>;
export type DismissalRecord = RecordOf<typeof dismissedSuggestion>;
export type GapRecord = RecordOf<typeof knowledgeGap>;

/** An offering and who keeps it: the company's library, or this account's plan. */
export interface PlannedOffering {
  readonly record: OfferingRecord;
  readonly origin: "library" | "plan";
}

export type Records = ReadonlyMap<RecordId, PlanRecord>;

/** The white-space part of an account's plan and of the library, read as types. */
export interface PlanReading {
  /** In the order of their switch. */
  readonly perspectives: readonly PerspectiveRecord[];
  readonly areas: readonly AreaRecord[];
  readonly offerings: readonly PlannedOffering[];
  readonly cells: ReadonlyMap<RecordId, CellRecord>;
  readonly barriers: readonly BarrierRecord[];
  readonly gaps: readonly GapRecord[];
  /** Suggestions turned down, by the id their parts make. */
  readonly dismissals: ReadonlyMap<RecordId, DismissalRecord>;
  readonly offeringOrder: readonly RecordId[];
  readonly hiddenOfferings: readonly RecordId[];
  readonly rules: WhiteSpaceRules;
  /** False while the published defaults are in force. */
  readonly rulesChanged: boolean;
  /** What similar customers buy may count customers that whoever asks cannot see. */
  readonly countsUnseen: boolean;
}

/** Reads the records of a plan and of the library; records of other widgets are passed over. */
export function readPlan(plan: Records, library: Records): PlanReading {
  const planRecords = [...plan.values()];
  const cells = recordsOf(cell, planRecords);
  const layout = plan.get(GRID_LAYOUT_ID);
  const arranged = layout && isRecordOf(gridLayout, layout) ? layout.fields : undefined;
  const own = recordsOf(offering, planRecords);
  const ownIds = new Set(own.map((record) => record.id));
  return {
    perspectives: recordsOf(perspective, planRecords).toSorted(
      (one, other) =>
        (one.fields.order ?? 0) - (other.fields.order ?? 0) || (one.createdAt < other.createdAt ? -1 : 1),
    ),
    areas: recordsOf(area, planRecords),
    offerings: [
      ...recordsOf(offering, library.values())
        .filter((record) => !ownIds.has(record.id))
        .map((record) => ({ record, origin: "library" as const })),
      ...own.map((record) => ({ record, origin: "plan" as const })),
    ],
    cells: new Map(cells.map((record) => [record.id, record])),
    barriers: recordsOf(barrier, planRecords),
    gaps: recordsOf(knowledgeGap, planRecords),
    dismissals: new Map(recordsOf(dismissedSuggestion, planRecords).map((record) => [record.id, record])),
    offeringOrder: arranged?.offeringOrder ?? [],
    hiddenOfferings: arranged?.hiddenOfferings ?? [],
    ...readRules(library.get(WHITE_SPACE_RULES_ID)),
  };
}

function readRules(
  record: PlanRecord | undefined,
): Pick<PlanReading, "rules" | "rulesChanged" | "countsUnseen"> {
  const fields = record && isRecordOf(whiteSpaceRules, record) ? record.fields : {};
  const rules = toRules(fields);
  return {
    rules,
    rulesChanged: !sameRules(rules, DEFAULT_RULES),
    countsUnseen: fields.countUnseenCustomers ?? false,
  };
}

/** Are two sets of rules the same rules? */
export const sameRules = (one: WhiteSpaceRules, other: WhiteSpaceRules): boolean =>
  one.recentMonths === other.recentMonths &&
  one.fadingMonths === other.fadingMonths &&
  one.strongDeals === other.strongDeals &&
  one.strongShare === other.strongShare &&
  one.assetsCount === other.assetsCount &&
  one.threshold === other.threshold &&
  one.weights.strong === other.weights.strong &&
  one.weights.present === other.weights.present &&
  one.weights.weak === other.weights.weak;
