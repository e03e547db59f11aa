import type { PlanRecord, RecordId } from "@sweetspot/contract";
import { type GoldenBoard, goldenBoardRecords, goldenBoards } from "@sweetspot/fixtures";
import {
  coreMessage,
  dismissedMatch,
  insight,
  insightLink,
  knowledgeGap,
  recordsOf,
  strategyLevel,
  sweetSpot,
  valueProposition,
} from "@sweetspot/plan-model";
import { createBoard } from "./board.ts";

const BY = "member-lena" as RecordId;
const AT = "2026-11-22T12:00:00.000Z";

export const goldenPlan = (
  golden: GoldenBoard,
  more: ReturnType<typeof goldenBoardRecords> = [],
): ReadonlyMap<RecordId, PlanRecord> =>
  new Map(
    [...goldenBoardRecords(golden), ...more].map(({ id, type, fields }) => [
      id,
      {
        id,
        type,
        fields,
        revision: 1,
        schema: 1,
        createdBy: BY,
        createdAt: AT,
        updatedBy: BY,
        updatedAt: AT,
      },
    ]),
  );

export const boardOf = (records: ReadonlyMap<RecordId, PlanRecord>) => {
  const all = [...records.values()];
  return createBoard({
    levels: recordsOf(strategyLevel, all),
    insights: recordsOf(insight, all),
    spots: recordsOf(sweetSpot, all),
    gaps: recordsOf(knowledgeGap, all),
    links: recordsOf(insightLink, all),
    dismissed: recordsOf(dismissedMatch, all),
  });
};

export const toldIn = (records: ReadonlyMap<RecordId, PlanRecord>) => ({
  messages: recordsOf(coreMessage, records.values()),
  propositions: recordsOf(valueProposition, records.values()),
});

/** The board before anybody matched anything. */
export const unmatchedBoard = (golden: GoldenBoard) =>
  boardOf(new Map([...goldenPlan(golden)].filter(([, { type }]) => type !== sweetSpot.name)));

export const GOLDEN = goldenBoards.map((golden) => [golden.figure, golden] as const);
