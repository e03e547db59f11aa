import type { PlanEdit, PlanFields, RecordId } from "@sweetspot/contract";
import { insight as insightEntity, placeBetween, type Placed } from "@sweetspot/plan-model";
import { type Board, type Cell, moveInsight, type NewId } from "@sweetspot/strategy-overlap";
import type { BoardReading, InsightRecord } from "../workspace/board-reading.model.ts";
import type { Author } from "../workspace/use-workspace.ts";

export type InsightState = NonNullable<InsightRecord["fields"]["state"]>;

type Put = PlanEdit["puts"][number];

export const planEdit = (
  name: string,
  puts: readonly Put[],
  removes: readonly RecordId[] = [],
): PlanEdit => ({ name, scope: "plan", puts, removes });

const put = (id: RecordId, fields: PlanFields): Put => ({ id, type: insightEntity.name, fields });

/** Who an insight of the person level is about. */
export type About = Pick<InsightRecord["fields"], "member" | "teamMember">;

/**
 * Writes down statements at the end of a cell, as one step. What the customer is said to want waits to be confirmed;
 * what we do ourselves needs nobody's word.
 */
export function addInsights(
  board: Board,
  cell: Cell,
  statements: readonly string[],
  { about = {}, newId }: { readonly about?: About; readonly newId: NewId },
): PlanEdit | undefined {
  const texts = statements.map(toStatement).filter((text) => text !== "");
  if (texts.length === 0) return undefined;
  const siblings: Placed[] = board.insightsIn(cell).map(toPlaced);
  const puts = texts.map((statement) => {
    const id = newId(insightEntity.name);
    const orders = placeBetween(siblings, id, undefined);
    const order = orders.get(id) ?? siblings.length + 1;
    for (const [index, sibling] of siblings.entries())
      siblings[index] = { id: sibling.id, order: orders.get(sibling.id) ?? sibling.order };
    siblings.push({ id, order });
    return put(id, {
      level: cell.level,
      side: cell.side,
      kind: cell.kind,
      statement,
      order,
      ...(cell.side === "customer" ? { state: "unconfirmed" } : {}),
      ...about,
    });
  });
  return planEdit("insight-added", puts);
}

/** Undefined where nothing changed or nothing is left: to remove is another command. */
export function rewordInsight({ id, fields }: InsightRecord, text: string): PlanEdit | undefined {
  const statement = toStatement(text);
  return statement === "" || statement === fields.statement
    ? undefined
    : planEdit("insight-reworded", [put(id, { statement })]);
}

/** Sets how far an insight is, with who says so and when. */
export const setInsightState = (id: RecordId, state: InsightState, { by, at }: Author): PlanEdit =>
  planEdit("insight-state-set", [put(id, { state, stateBy: by, stateAt: at })]);

/** unconfirmed → confirmed → done → unconfirmed */
export const nextState = (state: InsightState | undefined): InsightState =>
  state === "confirmed" ? "done" : state === "done" ? "unconfirmed" : "confirmed";

/** Source, date, confidence, notes: null clears a field. */
export const describeInsight = (id: RecordId, fields: PlanFields): PlanEdit =>
  planEdit("insight-described", [put(id, fields)]);

/** Moves an insight to a place: another level, another kind, before a sibling or last. Its sweet spots stay with it. */
export function placeInsight(
  { board, records }: BoardReading,
  insight: InsightRecord,
  to: { readonly level: RecordId; readonly kind: Cell["kind"]; readonly before?: RecordId | undefined },
): PlanEdit | undefined {
  const { level, kind, side } = insight.fields;
  if (to.before === insight.id) return undefined;
  const all = board.insightsIn({ level: to.level, side, kind: to.kind });
  const siblings = all.filter(({ id }) => id !== insight.id).map(toPlaced);
  const stays = level === to.level && kind === to.kind;
  if (stays && all[all.findIndex(({ id }) => id === insight.id) + 1]?.id === to.before) return undefined;
  const orders = placeBetween(siblings, insight.id, to.before);
  const order = orders.get(insight.id);
  const moved = moveInsight(records, insight.id, {
    level: to.level,
    kind: to.kind,
    ...(order === undefined ? {} : { order }),
  });
  const others = [...orders]
    .filter(([id]) => id !== insight.id)
    .map(([id, place]) => put(id, { order: place }));
  return { ...moved, puts: [...moved.puts, ...others] };
}

/** One place up or down in its cell; at its end nothing happens. */
export function stepInsight(reading: BoardReading, insight: InsightRecord, by: 1 | -1): PlanEdit | undefined {
  const { level, kind } = insight.fields;
  const cell = reading.board.insightsIn(insight.fields);
  const place = cell.findIndex(({ id }) => id === insight.id);
  const target = place + by;
  if (place === -1 || target < 0 || target >= cell.length) return undefined;
  const before = by === -1 ? cell[target]?.id : cell[target + 1]?.id;
  return placeInsight(reading, insight, { level, kind, before });
}

/** To the end of the same kind on the level above or below. */
export function liftInsight(reading: BoardReading, insight: InsightRecord, by: 1 | -1): PlanEdit | undefined {
  const { levels } = reading.board;
  const place = levels.findIndex(({ id }) => id === insight.fields.level);
  const level = place === -1 ? undefined : levels[place + by];
  return level && placeInsight(reading, insight, { level: level.id, kind: insight.fields.kind });
}

/**
 * What was typed or pasted, as one statement: Office brings odd spaces, bullets of its own fonts and line ends, and a
 * store refuses what is too long.
 */
export const toStatement = (text: string): string => cut(tidy(text), insightEntity.fields.statement.max);

/** A pasted list as statements, one a line, without its bullets. */
export const toStatements = (text: string): readonly string[] =>
  tidy(text)
    .split("\n")
    .map((line) => line.replace(/^(?:[-–—•·▪◦*o§]|\(?\d{1,2}[.)])\s+/u, "").trim())
    .filter((line) => line !== "");

const tidy = (text: string): string =>
  text
    .replace(/\r\n?|\v|\u{2028}|\u{2029}/gu, "\n")
    .replace(/[\u{A0}\u{202F}\t]/gu, " ")
    .replace(/[\u{F000}-\u{F0FF}]/gu, "•")
    .replace(/[^\P{Cc}\n]/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();

/** Never through the middle of a character that has two code units. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = max - 1;
  return `${text.slice(0, (text.codePointAt(end - 1) ?? 0) > 0xff_ff ? end - 1 : end)}…`;
}

const toPlaced = ({ id, fields }: { id: RecordId; fields: { order?: number } }): Placed => ({
  id,
  order: fields.order,
});
