import type { Level } from "@sweetspot/white-space";
import type { AxisNode, CellModel, GridModel } from "@sweetspot/white-space-plan";

/** What became of a cell between two days. `closed` and `opened`: it became not possible, or possible. */
export const CHANGE_KINDS = ["became-strong", "lost", "rose", "fell", "closed", "opened"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A leaf cell whose level differs between two days. */
export interface CellChange {
  readonly cell: CellModel;
  readonly kind: ChangeKind;
  readonly before: Level;
  readonly after: Level;
  /** Who speaks for the later level: a person, or the CRM's data. */
  readonly because: "hand" | "crm";
}

const RANK: Readonly<Record<Level, number>> = { "not-possible": -1, none: 0, weak: 1, present: 2, strong: 3 };

/** Which way a level went; the first and the last word of a level weigh more than the steps between. */
export function kindOf(before: Level, after: Level): ChangeKind | undefined {
  if (before === after) return undefined;
  if (after === "not-possible") return "closed";
  if (after === "strong") return "became-strong";
  if (before === "not-possible" && after === "none") return "opened";
  if (after === "none") return "lost";
  return RANK[after] > RANK[before] ? "rose" : "fell";
}

/**
 * Every leaf cell of the later grid whose level was another one in the earlier, in the order of the kinds, then of the
 * grid. A place the earlier grid did not have was not bought there.
 */
export function compareGrids(before: GridModel, after: GridModel): readonly CellChange[] {
  const levelBefore = (area: AxisNode, offering: AxisNode): Level =>
    before.areas.byId.has(area.id) && before.offerings.byId.has(offering.id)
      ? before.cell(area.id, offering.id).level
      : "none";
  const changes = after.areas.leaves.flatMap((area) =>
    after.offerings.leaves.flatMap((offering): CellChange[] => {
      const cell = after.cell(area.id, offering.id);
      const was = levelBefore(area, offering);
      const kind = kindOf(was, cell.level);
      if (kind === undefined) return [];
      const because = cell.source === "hand" ? "hand" : "crm";
      return [{ cell, kind, before: was, after: cell.level, because }];
    }),
  );
  return CHANGE_KINDS.flatMap((kind) => changes.filter((change) => change.kind === kind));
}

/** Shown as up or down; what became not possible went down, what became possible up. */
export const isUp = (kind: ChangeKind): boolean =>
  kind === "became-strong" || kind === "rose" || kind === "opened";

/** Changes of each kind that happened at all. */
export const countKinds = (changes: readonly CellChange[]): readonly (readonly [ChangeKind, number])[] =>
  CHANGE_KINDS.map((kind) => [kind, changes.filter((change) => change.kind === kind).length] as const).filter(
    ([, count]) => count > 0,
  );
