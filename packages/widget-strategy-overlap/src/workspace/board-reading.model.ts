import type { PlanRecord, RecordId } from "@sweetspot/contract";
import {
  buyingCentreMember,
  coreMessage,
  dismissedMatch,
  type Entity,
  insight,
  insightLink,
  isRecordOf,
  knowledgeGap,
  recordsOf,
  type RecordOf,
  strategyLevel,
  sweetSpot,
} from "@sweetspot/plan-model";
import { type Board, createBoard } from "@sweetspot/strategy-overlap";

export type Records = ReadonlyMap<RecordId, PlanRecord>;
export type LevelRecord = RecordOf<typeof strategyLevel>;
export type InsightRecord = RecordOf<typeof insight>;
export type SpotRecord = RecordOf<typeof sweetSpot>;
export type GapRecord = RecordOf<typeof knowledgeGap>;
export type LinkRecord = RecordOf<typeof insightLink>;
export type MessageRecord = RecordOf<typeof coreMessage>;
export type MemberRecord = RecordOf<typeof buyingCentreMember>;

/** The strategy comparison of one account's plan: its rules, and the records behind them with who and when. */
export interface BoardReading {
  readonly board: Board;
  readonly records: Records;
  readonly insights: readonly InsightRecord[];
  readonly spots: readonly SpotRecord[];
  readonly gaps: readonly GapRecord[];
  readonly links: readonly LinkRecord[];
  readonly messages: readonly MessageRecord[];
  /** The buying centre: people the person level may be about. */
  readonly members: readonly MemberRecord[];
  insight(id: RecordId): InsightRecord | undefined;
  spot(id: RecordId): SpotRecord | undefined;
  gap(id: RecordId): GapRecord | undefined;
  member(id: RecordId | undefined): MemberRecord | undefined;
}

/** Reads the records of a plan; those of other widgets are passed over. */
export function readBoard(records: Records): BoardReading {
  const all = [...records.values()];
  const insights = recordsOf(insight, all);
  const spots = recordsOf(sweetSpot, all);
  const gaps = recordsOf(knowledgeGap, all);
  const links = recordsOf(insightLink, all);
  return {
    board: createBoard({
      levels: recordsOf(strategyLevel, all),
      insights,
      spots,
      gaps,
      links,
      dismissed: recordsOf(dismissedMatch, all),
    }),
    records,
    insights,
    spots,
    gaps,
    links,
    messages: recordsOf(coreMessage, all),
    members: recordsOf(buyingCentreMember, all).toSorted((one, other) =>
      one.fields.name < other.fields.name ? -1 : Number(one.fields.name > other.fields.name),
    ),
    insight: (id) => read(insight, records.get(id)),
    spot: (id) => read(sweetSpot, records.get(id)),
    gap: (id) => read(knowledgeGap, records.get(id)),
    member: (id) => (id === undefined ? undefined : read(buyingCentreMember, records.get(id))),
  };
}

const read = <E extends Entity>(entity: E, record: PlanRecord | undefined): RecordOf<E> | undefined =>
  record && isRecordOf(entity, record) ? (record as unknown as RecordOf<E>) : undefined;
