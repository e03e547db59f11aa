import type { PlanEdit, PlanFields, RecordId } from "@sweetspot/contract";
import { type LEVEL_KINDS, ownInsight, recordsOf, strategyLevel } from "@sweetspot/plan-model";
import type { NewId } from "@sweetspot/strategy-overlap";
import type { LevelRecord, Records } from "../workspace/board-reading.model.ts";

/** A strategy comparison has two levels at least; more than six cannot be told apart. */
export const FEWEST_LEVELS = 2;
export const MOST_LEVELS = 6;

export type LevelKind = (typeof LEVEL_KINDS)[number];
type Put = PlanEdit["puts"][number];

const libraryEdit = (name: string, puts: readonly Put[], removes: readonly RecordId[] = []): PlanEdit => ({
  name,
  scope: "library",
  puts,
  removes,
});

const put = (id: RecordId, fields: PlanFields): Put => ({ id, type: strategyLevel.name, fields });

/** A level more, at the bottom. Undefined without a name, and where there are six. */
export function addTemplateLevel(
  levels: readonly LevelRecord[],
  name: string,
  kind: LevelKind,
  newId: NewId,
): PlanEdit | undefined {
  const words = name.trim();
  if (words === "" || levels.length >= MOST_LEVELS) return undefined;
  const order = Math.max(-1, ...levels.map(({ fields }) => fields.order)) + 1;
  return libraryEdit("template-level-added", [put(newId(strategyLevel.name), { name: words, kind, order })]);
}

/** The levels the method begins with, under the names given; for a company that has set none. */
export const beginTemplate = (names: Readonly<Record<LevelKind, string>>, newId: NewId): PlanEdit =>
  libraryEdit(
    "template-level-added",
    (["company", "unit", "person"] as const).map((kind, order) =>
      put(newId(strategyLevel.name), { name: names[kind], kind, order }),
    ),
  );

export function renameTemplateLevel(level: LevelRecord, name: string): PlanEdit | undefined {
  const words = name.trim();
  return words === "" || words === level.fields.name
    ? undefined
    : libraryEdit("template-level-renamed", [put(level.id, { name: words })]);
}

export const setTemplateKind = (level: LevelRecord, kind: LevelKind): PlanEdit =>
  libraryEdit("template-level-renamed", [put(level.id, { kind })]);

/** @param ids all levels in their new order */
export function orderTemplate(levels: readonly LevelRecord[], ids: readonly string[]): PlanEdit | undefined {
  const puts = levels
    .map((level) => ({ level, order: ids.indexOf(level.id) }))
    .filter(({ level, order }) => order >= 0 && level.fields.order !== order)
    .map(({ level, order }) => put(level.id, { order }));
  return puts.length === 0 ? undefined : libraryEdit("template-levels-ordered", puts);
}

/** Statements of our own strategy that stand on a level of the template, retired ones too. */
export const standingOn = (level: RecordId, library: Records): readonly RecordId[] =>
  recordsOf(ownInsight, library.values())
    .filter(({ fields }) => fields.level === level)
    .map(({ id }) => id);

/**
 * Takes a level out of the template. Boards keep theirs. Our statements on it go to another level, because they are
 * nowhere else. Undefined where fewer than two levels would be left.
 */
export function removeTemplateLevel(
  levels: readonly LevelRecord[],
  level: LevelRecord,
  heir: RecordId,
  library: Records,
): PlanEdit | undefined {
  if (levels.length <= FEWEST_LEVELS || heir === level.id) return undefined;
  return libraryEdit(
    "template-level-removed",
    standingOn(level.id, library).map((id) => ({ id, type: ownInsight.name, fields: { level: heir } })),
    [level.id],
  );
}
