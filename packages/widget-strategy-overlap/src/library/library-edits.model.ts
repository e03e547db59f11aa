import type { PlanEdit, PlanFields, RecordId } from "@sweetspot/contract";
import { insight, ownInsight } from "@sweetspot/plan-model";
import { copyOwnInsights, type Kind, type Level, type NewId } from "@sweetspot/strategy-overlap";
import { type ChangedCopy, levelFor, type OwnLevel, type OwnRecord } from "./own-strategy.model.ts";

type Put = PlanEdit["puts"][number];

const libraryEdit = (name: string, puts: readonly Put[]): PlanEdit => ({
  name,
  scope: "library",
  puts,
  removes: [],
});

const change = (name: string, { id }: OwnRecord, fields: PlanFields): PlanEdit =>
  libraryEdit(name, [{ id, type: ownInsight.name, fields }]);

/** A further statement of our strategy, after those of its cell. Undefined for no words. */
export function addOwnInsight(
  { level, statements }: OwnLevel,
  kind: Kind,
  statement: string,
  newId: NewId,
): PlanEdit | undefined {
  const words = statement.trim();
  if (words === "") return undefined;
  const places = statements.map(({ record }) => record.fields.order ?? 0);
  return libraryEdit("own-insight-added", [
    {
      id: newId(ownInsight.name),
      type: ownInsight.name,
      fields: { level: level.id, kind, statement: words, order: Math.max(-1, ...places) + 1 },
    },
  ]);
}

/** Boards keep what they copied; they are told that the library now says it otherwise. */
export function rewordOwnInsight(own: OwnRecord, statement: string): PlanEdit | undefined {
  const words = statement.trim();
  return words === "" || words === own.fields.statement
    ? undefined
    : change("own-insight-reworded", own, { statement: words });
}

export const placeOwnInsight = (
  own: OwnRecord,
  to: { readonly kind?: Kind; readonly level?: RecordId; readonly sourceLink?: string | null },
): PlanEdit => change("own-insight-placed", own, { ...to });

/** For us only: such a statement, and every copy made from now on, stays out of what the customer gets. */
export const keepInternal = (own: OwnRecord, internal: boolean): PlanEdit =>
  change("own-insight-placed", own, { internal: internal ? true : null });

/** Not removed: plans have copies that say where they come from. */
export const retireOwnInsight = (own: OwnRecord, retired: boolean): PlanEdit =>
  change(retired ? "own-insight-retired" : "own-insight-restored", own, { retired: retired ? true : null });

/** Copies what was chosen onto the board, each to the level that stands for its own. Undefined for none. */
export function copyToBoard(
  chosen: ReadonlySet<RecordId>,
  strategy: readonly OwnLevel[],
  levels: readonly Level[],
  targets: ReadonlyMap<RecordId, RecordId>,
  newId: NewId,
): PlanEdit | undefined {
  const own = strategy.flatMap(({ level: template, statements }) => {
    const level = targets.get(template.id) ?? levelFor(template, levels);
    if (level === undefined) return [];
    return statements
      .filter(({ record }) => chosen.has(record.id))
      .map(({ record }) => ({ statement: record, level }));
  });
  return own.length === 0 ? undefined : copyOwnInsights(own, newId);
}

/** The copy says again what the library says. */
export const refreshCopy = ({ insight: copy, own }: ChangedCopy): PlanEdit => ({
  name: "copy-refreshed",
  scope: "plan",
  puts: [{ id: copy.id, type: insight.name, fields: { statement: own.fields.statement } }],
  removes: [],
});

/** The copy goes its own way from here: the library is not compared with it any more. */
export const detachCopy = ({ insight: copy }: ChangedCopy): PlanEdit => ({
  name: "copy-detached",
  scope: "plan",
  puts: [{ id: copy.id, type: insight.name, fields: { copiedFrom: null } }],
  removes: [],
});
