import type { RecordId } from "@sweetspot/contract";
import { INSIGHT_KINDS } from "@sweetspot/plan-model";
import { type Level, sideOf } from "@sweetspot/strategy-overlap";
import type { BoardReading } from "../workspace/board-reading.model.ts";
import { type LevelRows, type RowOptions, rowsOn, toKnown } from "./level-rows.model.ts";
import { createRowKeeper } from "./same-rows.model.ts";

const SIDES = ["customer", "provider"] as const;

/**
 * Draws one state of a board after the other. A level nothing has changed for is not thought through again, and one on
 * which nothing looks different comes back as the same object.
 */
export function createLevelDrawer(): (reading: BoardReading, options: RowOptions) => readonly LevelRows[] {
  let drawn = new Map<RecordId, { readonly from: readonly unknown[]; readonly rows: LevelRows }>();
  const keep = createRowKeeper();
  return (reading, options) => {
    const known = toKnown(reading, options);
    const shared = sourcesOfAll(reading, options);
    const next: typeof drawn = new Map();
    for (const level of reading.board.levels) {
      const from = [...shared, ...sourcesOf(reading, level, options)];
      const before = drawn.get(level.id);
      const same =
        before?.from.length === from.length && before.from.every((one, index) => one === from[index]);
      next.set(level.id, same ? before : { from, rows: rowsOn(reading, level, known) });
    }
    drawn = next;
    return keep([...next.values()].map(({ rows }) => rows));
  };
}

/** What every level is drawn from: the lists of records, and what stands at the ends of links, as conflicts tell its words. */
const sourcesOfAll = (reading: BoardReading, options: RowOptions): readonly unknown[] => [
  reading.spots,
  reading.messages,
  reading.members,
  options.proposals,
  options.kept,
  options.personOf,
  ...reading.links.flatMap((link) => [
    link,
    reading.insight(link.fields.lower),
    reading.insight(link.fields.upper),
  ]),
];

/** What stands on a level or is named there, and how much of it is shown. */
const sourcesOf = (
  { board, insight }: BoardReading,
  level: Level,
  options: RowOptions,
): readonly unknown[] => [
  level,
  ...(["spots", ...SIDES] as const).map((list) => options.limitOf(level.id, list)),
  // A cell in which nothing has changed is the same list as before.
  ...SIDES.flatMap((side) =>
    INSIGHT_KINDS.flatMap((kind) => {
      const cell = { level: level.id, side, kind };
      return [board.insightsIn(cell), board.gapsIn(cell)];
    }),
  ),
  ...board.spotsOn(level.id).flatMap((spot) => SIDES.flatMap((side) => sideOf(spot, side).map(insight))),
];
