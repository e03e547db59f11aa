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
  readonly levels: readonly LevelRecord[];
  readonly insights: readonly InsightRecord[];
  readonly spots: readonly SpotRecord[];
  readonly gaps: readonly GapRecord[];
  readonly links: readonly LinkRecord[];
  readonly dismissed: readonly RecordOf<typeof dismissedMatch>[];
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
  return readAfter(records, undefined);
}

/** Reads one state of a plan after the other; lists in which nothing has changed are the same objects as before. */
export function createBoardReader(): (records: Records) => BoardReading {
  let last: BoardReading | undefined;
  return (records) => (last = readAfter(records, last));
}

function readAfter(records: Records, before: BoardReading | undefined): BoardReading {
  const byType = new Map<string, PlanRecord[]>();
  for (const record of records.values()) {
    const list = byType.get(record.type);
    if (list) list.push(record);
    else byType.set(record.type, [record]);
  }
  const of = <E extends Entity>(entity: E): readonly RecordOf<E>[] =>
    // Grouped by their type already.
    (byType.get(entity.name) ?? []) as unknown as readonly RecordOf<E>[];
  const members = of(buyingCentreMember).toSorted((one, other) =>
    one.fields.name < other.fields.name ? -1 : Number(one.fields.name > other.fields.name),
  );
  const lists = {
    levels: kept(before?.levels, of(strategyLevel)),
    insights: kept(before?.insights, of(insight)),
    spots: kept(before?.spots, of(sweetSpot)),
    gaps: kept(before?.gaps, of(knowledgeGap)),
    links: kept(before?.links, of(insightLink)),
    dismissed: kept(before?.dismissed, of(dismissedMatch)),
    messages: kept(before?.messages, of(coreMessage)),
    members: kept(before?.members, members),
  };
  return {
    ...lists,
    board: createBoard(lists, before && { board: before.board, input: before }),
    records,
    insight: (id) => read(insight, records.get(id)),
    spot: (id) => read(sweetSpot, records.get(id)),
    gap: (id) => read(knowledgeGap, records.get(id)),
    member: (id) => (id === undefined ? undefined : read(buyingCentreMember, records.get(id))),
  };
}

const kept = <T>(before: readonly T[] | undefined, next: readonly T[]): readonly T[] =>
  before?.length === next.length && next.every((item, index) => item === before[index]) ? before : next;

const read = <E extends Entity>(entity: E, record: PlanRecord | undefined): RecordOf<E> | undefined =>
  record && isRecordOf(entity, record) ? (record as unknown as RecordOf<E>) : undefined;
