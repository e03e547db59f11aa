import type { RecordId } from "@sweetspot/contract";
import { type Gap, type Insight, inOrder } from "./entry.ts";
import type { Cell } from "./board.ts";

/** The insights and questions of a board by where they stand. */
export interface BoardCells {
  insight(id: RecordId): Insight | undefined;
  /** In their order. A cell in which nothing has changed is the same list as before the edit. */
  insightsIn(cell: Cell): readonly Insight[];
  gapsIn(cell: Cell): readonly Gap[];
  insightsOn(level: RecordId): readonly Insight[];
  gapsOn(level: RecordId): readonly Gap[];
  /** Levels whose insights are other ones than before; undefined where the board was divided anew. */
  readonly changed: ReadonlySet<RecordId> | undefined;
  /** What the cells after the next edit are made from. */
  readonly parts: Parts;
}

interface Parts {
  readonly insights: readonly Insight[];
  readonly gaps: readonly Gap[];
  readonly byId: ReadonlyMap<RecordId, Insight>;
  /** Insights that were edited since `byId` was made. */
  readonly edited: ReadonlyMap<RecordId, Insight>;
  readonly cells: ReadonlyMap<string, readonly Insight[]>;
  readonly levels: ReadonlyMap<RecordId, readonly Insight[]>;
  readonly gapCells: ReadonlyMap<string, readonly Gap[]>;
  readonly gapLevels: ReadonlyMap<RecordId, readonly Gap[]>;
}

/** Edits after which everything is divided anew rather than remembered one by one. */
const MANY = 64;

const EMPTY: readonly never[] = [];

/**
 * Divides a board into its cells. A key changes one insight of thousands: with the cells of before only those it stood in
 * and stands in now are made anew.
 */
export function createCells(
  insights: readonly Insight[],
  gaps: readonly Gap[],
  before?: BoardCells,
): BoardCells {
  const edited = before && editsBetween(before.parts.insights, insights);
  const sameGaps = before?.parts.gaps === gaps;
  const gapCells = sameGaps ? before.parts.gapCells : groupBy(gaps, gapKey);
  const gapLevels = sameGaps ? before.parts.gapLevels : groupBy(gaps, ({ fields }) => fields.level);
  if (edited && before.parts.edited.size + edited.length <= MANY)
    return toCells(
      { ...patch(before.parts, insights, edited), gaps, gapCells, gapLevels },
      new Set(edited.flatMap(({ from, to }) => [from.fields.level, to.fields.level])),
    );
  return toCells(
    {
      insights,
      gaps,
      byId: new Map(insights.map((entry) => [entry.id, entry])),
      edited: new Map(),
      cells: groupBy(inOrder(insights), ({ fields }) => cellKey(fields)),
      levels: groupBy(insights, ({ fields }) => fields.level),
      gapCells,
      gapLevels,
    },
    undefined,
  );
}

const toCells = (parts: Parts, changed: ReadonlySet<RecordId> | undefined): BoardCells => ({
  parts,
  changed,
  insight: (id) => parts.edited.get(id) ?? parts.byId.get(id),
  insightsIn: (cell) => parts.cells.get(cellKey(cell)) ?? EMPTY,
  gapsIn: (cell) => parts.gapCells.get(cellKey(cell)) ?? EMPTY,
  insightsOn: (level) => parts.levels.get(level) ?? EMPTY,
  gapsOn: (level) => parts.gapLevels.get(level) ?? EMPTY,
});

interface Edited {
  readonly from: Insight;
  readonly to: Insight;
}

/** What differs, where both lists name the same insights in the same order and few of them were edited. */
function editsBetween(before: readonly Insight[], after: readonly Insight[]): readonly Edited[] | undefined {
  if (before.length !== after.length) return undefined;
  const edited: Edited[] = [];
  for (let index = 0; index < after.length; index += 1) {
    const from = before[index];
    const to = after[index];
    if (from === to) continue;
    if (!from || !to || from.id !== to.id || from.fields.side !== to.fields.side) return undefined;
    edited.push({ from, to });
    if (edited.length > MANY) return undefined;
  }
  return edited;
}

function patch(
  before: Parts,
  insights: readonly Insight[],
  edited: readonly Edited[],
): Pick<Parts, "insights" | "byId" | "edited" | "cells" | "levels"> {
  const cells = new Map(before.cells);
  const levels = new Map(before.levels);
  const change = <Key>(groups: Map<Key, readonly Insight[]>, from: Key, to: Key, edit: Edited): void => {
    groups.set(
      from,
      (groups.get(from) ?? EMPTY).filter(({ id }) => id !== edit.from.id),
    );
    groups.set(to, [...(groups.get(to) ?? EMPTY), edit.to]);
  };
  for (const edit of edited) {
    change(cells, cellKey(edit.from.fields), cellKey(edit.to.fields), edit);
    change(levels, edit.from.fields.level, edit.to.fields.level, edit);
  }
  for (const key of new Set(edited.map(({ to }) => cellKey(to.fields))))
    cells.set(key, inOrder(cells.get(key) ?? EMPTY));
  return {
    insights,
    byId: before.byId,
    edited: new Map([...before.edited, ...edited.map(({ to }) => [to.id, to] as const)]),
    cells,
    levels,
  };
}

function groupBy<T, Key>(
  items: readonly T[],
  keyOf: (item: T) => Key | undefined,
): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** A question that names no side or kind asks for the customer's strategy. */
const gapKey = ({ fields }: Gap): string | undefined =>
  fields.level === undefined
    ? undefined
    : cellKey({ level: fields.level, side: fields.side ?? "customer", kind: fields.kind ?? "strategy" });

const cellKey = ({ level, side, kind }: Cell): string => `${level} ${side} ${kind}`;
