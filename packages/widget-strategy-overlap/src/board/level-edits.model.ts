import type { PlanEdit, RecordId } from "@sweetspot/contract";
import { type LEVEL_KINDS, placeBetween, strategyLevel } from "@sweetspot/plan-model";
import { type Board, type NewId, removeLevel } from "@sweetspot/strategy-overlap";
import type { Records } from "../workspace/board-reading.model.ts";
import { planEdit } from "./insight-edits.model.ts";

export type LevelKind = (typeof LEVEL_KINDS)[number];

/** Method §2: two, three or more levels; beyond these a board is no picture any more. */
export const FEWEST_LEVELS = 2;
export const MOST_LEVELS = 6;

const put = (id: RecordId, fields: PlanEdit["puts"][number]["fields"]) => ({
  id,
  type: strategyLevel.name,
  fields,
});

/** Adds a level below all others; undefined where the board is full. */
export function addLevel(
  { levels }: Board,
  level: { readonly name: string; readonly kind: LevelKind },
  newId: NewId,
): PlanEdit | undefined {
  const name = toName(level.name);
  if (name === "" || levels.length >= MOST_LEVELS) return undefined;
  const id = newId(strategyLevel.name);
  const orders = placeBetween(
    levels.map((one) => ({ id: one.id, order: one.fields.order })),
    id,
    undefined,
  );
  return planEdit("level-added", [
    put(id, { name, kind: level.kind, order: orders.get(id) ?? levels.length }),
  ]);
}

export function renameLevel({ level }: Board, id: RecordId, text: string): PlanEdit | undefined {
  const name = toName(text);
  const found = level(id);
  return !found || name === "" || name === found.fields.name
    ? undefined
    : planEdit("level-renamed", [put(id, { name })]);
}

export const setLevelKind = (id: RecordId, kind: LevelKind): PlanEdit =>
  planEdit("level-kind-set", [put(id, { kind })]);

/** @param ids all levels from the top */
export const orderLevels = (ids: readonly string[]): PlanEdit =>
  planEdit(
    "levels-ordered",
    ids.map((id, order) => put(id as RecordId, { order })),
  );

/** Undefined for the last two: a comparison needs them. */
export const dropLevel = (records: Records, { levels }: Board, id: RecordId): PlanEdit | undefined =>
  levels.length <= FEWEST_LEVELS ? undefined : removeLevel(records, id);

const toName = (text: string): string =>
  [...text.replace(/\s+/gu, " ").trim()].slice(0, strategyLevel.fields.name.max).join("").slice(0, 80);
