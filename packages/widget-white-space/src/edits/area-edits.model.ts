import type { PlanEdit, PlanFields, RecordId } from "@sweetspot/contract";
import { barrierId, placeBetween } from "@sweetspot/plan-model";
import type { AreaRecord, PlanReading } from "@sweetspot/white-space-plan";
import { type NewId, planEdit, type Put, putOf } from "./edit.ts";

/** What matches CRM records to an area: a set of accounts, a field's value, or both. */
export interface AreaMatch {
  readonly accounts?: readonly RecordId[] | undefined;
  readonly rule?: { readonly field: string; readonly value: string } | undefined;
}

export interface NewArea extends AreaMatch {
  readonly name: string;
  readonly perspective: RecordId;
  readonly parent?: RecordId | undefined;
}

const matchFields = (match: AreaMatch): PlanFields => ({
  accounts: match.accounts && match.accounts.length > 0 ? match.accounts : null,
  ruleField: match.rule?.field.trim() || null,
  ruleValue: match.rule?.value.trim() || null,
});

/** Fields of a new record: nothing to clear yet. */
export const filled = (fields: PlanFields): PlanFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

const siblingsOf = (
  plan: PlanReading,
  perspective: RecordId,
  parent: RecordId | undefined,
): readonly AreaRecord[] =>
  plan.areas.filter((area) => area.fields.perspective === perspective && area.fields.parent === parent);

/** Puts a new area at the end of its siblings. */
export function addArea(plan: PlanReading, area: NewArea, newId: NewId): PlanEdit {
  const siblings = siblingsOf(plan, area.perspective, area.parent);
  return planEdit("area-added", [
    putOf(
      "area",
      newId("area"),
      filled({
        perspective: area.perspective,
        parent: area.parent ?? null,
        name: area.name.trim(),
        order: 1 + siblings.reduce((last, sibling) => Math.max(last, sibling.fields.order ?? 0), 0),
        ...matchFields(area),
      }),
    ),
  ]);
}

export const renameArea = (area: RecordId, name: string): PlanEdit =>
  planEdit("area-renamed", [putOf("area", area, { name: name.trim() })]);

export const matchArea = (area: RecordId, match: AreaMatch): PlanEdit =>
  planEdit("area-matched", [putOf("area", area, matchFields(match))]);

/** Adds one account to what an area matches; an account belongs to one area of a perspective only. */
export function assignAccount(plan: PlanReading, account: RecordId, area: RecordId): PlanEdit {
  const target = plan.areas.find((item) => item.id === area);
  const puts = plan.areas
    .filter((item) => item.fields.perspective === target?.fields.perspective)
    .flatMap((item): Put[] => {
      const accounts = item.fields.accounts ?? [];
      if (item.id === area) return [putOf("area", area, { accounts: [...new Set([...accounts, account])] })];
      if (!accounts.includes(account)) return [];
      const left = accounts.filter((id) => id !== account);
      return [putOf("area", item.id, { accounts: left.length > 0 ? left : null })];
    });
  return planEdit("area-matched", puts);
}

/**
 * Moves an area below `parent` (undefined: to the top) and before the sibling `before` (undefined: to the end).
 *
 * @throws Error when the area would end up below itself.
 */
export function moveArea(
  plan: PlanReading,
  moved: RecordId,
  to: { readonly parent: RecordId | undefined; readonly before: RecordId | undefined },
): PlanEdit {
  const subtree = new Set(subtreeOf(plan.areas, moved));
  if (to.parent !== undefined && subtree.has(to.parent))
    throw new Error("An area cannot stand below itself. Choose another place.");
  const area = plan.areas.find((item) => item.id === moved);
  if (!area) throw new Error(`There is no area ${moved} in this plan.`);
  const siblings = siblingsOf(plan, area.fields.perspective, to.parent)
    .filter((item) => item.id !== moved)
    .toSorted(
      (one, other) =>
        (one.fields.order ?? Number.MAX_VALUE) - (other.fields.order ?? Number.MAX_VALUE) ||
        (one.fields.name < other.fields.name ? -1 : 1),
    );
  const orders = placeBetween(
    siblings.map(({ id, fields }) => ({ id, order: fields.order })),
    moved,
    to.before,
  );
  const puts = [...orders].map(([id, order]) =>
    putOf("area", id, id === moved ? { order, parent: to.parent ?? null } : { order }),
  );
  return planEdit("area-moved", puts);
}

/** The area and everything below it. */
export function subtreeOf(areas: readonly AreaRecord[], top: RecordId): RecordId[] {
  const found = new Set<RecordId>([top]);
  let grown = true;
  while (grown) {
    grown = false;
    for (const area of areas) {
      const parent = area.fields.parent;
      if (parent === undefined || !found.has(parent) || found.has(area.id)) continue;
      found.add(area.id);
      grown = true;
    }
  }
  return [...found];
}

/** Removes an area with its subtree, and all that hangs on them, in one step that undo takes back whole. */
export const removeArea = (plan: PlanReading, area: RecordId): PlanEdit =>
  planEdit("area-removed", [], removedWith(plan, subtreeOf(plan.areas, area)));

/** The areas and their cells, barriers and questions: a record that is still referred to cannot be removed. */
function removedWith(plan: PlanReading, areas: readonly RecordId[]): RecordId[] {
  const gone = new Set(areas);
  const cells = [...plan.cells.values()].filter((cell) => gone.has(cell.fields.area)).map((cell) => cell.id);
  const goneCells = new Set(cells);
  const gaps = plan.gaps.filter((gap) => gap.fields.cell !== undefined && goneCells.has(gap.fields.cell));
  const barriers = plan.barriers.filter(
    (barrier) => gone.has(barrier.fields.area) || gone.has(barrier.fields.otherArea),
  );
  return [...gaps.map((gap) => gap.id), ...cells, ...barriers.map((barrier) => barrier.id), ...areas];
}

export function addPerspective(plan: PlanReading, name: string, id: RecordId): PlanEdit {
  const order = 1 + plan.perspectives.reduce((last, item) => Math.max(last, item.fields.order ?? 0), 0);
  return planEdit("perspective-added", [putOf("perspective", id, { name: name.trim(), order })]);
}

export const renamePerspective = (id: RecordId, name: string): PlanEdit =>
  planEdit("perspective-renamed", [putOf("perspective", id, { name: name.trim() })]);

export function removePerspective(plan: PlanReading, id: RecordId): PlanEdit {
  const areas = plan.areas.filter((area) => area.fields.perspective === id).map((area) => area.id);
  return planEdit("perspective-removed", [], [...removedWith(plan, areas), id]);
}

/** What one of two areas buys is no argument for the other. */
export const setBarrier = (area: RecordId, otherArea: RecordId, reason: string): PlanEdit =>
  planEdit("barrier-set", [
    putOf("barrier", barrierId(area, otherArea), { area, otherArea, reason: reason.trim() || null }),
  ]);

export const removeBarrier = (barrier: RecordId): PlanEdit => planEdit("barrier-removed", [], [barrier]);
