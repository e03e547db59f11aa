import { POSSESSIONS } from "@sweetspot/plan-model";
import { type CellModel, type GridModel, type Holding, holdingOf } from "@sweetspot/white-space-plan";
import { type CellFace, type SimilarCustomers, toCellFace } from "./cell-face.model.ts";
import type { Filtered } from "./filter.model.ts";
import type { CellChange } from "../time/compare.model.ts";
import { COVERAGE, type GridFrame, UNMATCHED } from "./grid-frame.model.ts";
import type { Amounts, MoneyReader } from "./money.model.ts";
import type { VisibleNode } from "./visible-grid.model.ts";

/** A cell as it is drawn. */
export interface DrawnCell {
  readonly cell: CellModel;
  readonly face: CellFace;
  /** Where money is looked at. */
  readonly amounts: Amounts | undefined;
  /** Where it is looked at in whose hands the cells are. */
  readonly held: Holding | undefined;
}

/** A row of the body as it is drawn, the cursor apart. */
export interface DrawnRow extends VisibleNode {
  readonly cells: readonly DrawnCell[];
  /** Suggestions a folded row hides. */
  readonly suggestionsInside: number;
  readonly covered: number;
  readonly possible: number;
  readonly amounts: Amounts | undefined;
  readonly held: Holding | undefined;
  /** Records of this area that belong to no offering. */
  readonly loose: number;
  /** Columns of what stands beside the offerings; 0 where there is none. */
  readonly unmatchedColumn: number;
  readonly coverageColumn: number;
}

export interface DrawnInput {
  readonly model: GridModel;
  readonly frame: GridFrame;
  readonly passes: Filtered["passes"];
  /** Where money is looked at. */
  readonly money: MoneyReader | undefined;
  readonly possession?: boolean;
  readonly similar?: SimilarCustomers | undefined;
  /** By cell; of the two days compared. */
  readonly changes?: ReadonlyMap<string, CellChange>;
}

/** Draws the rows of a grid anew for each input. What looks as it did the last time is the same object as then. */
export function createRowDrawer(): (input: DrawnInput) => readonly DrawnRow[] {
  let last: readonly DrawnRow[] = [];
  return (input) => (last = drawRows(input, last));
}

/** The rows of a grid. Cells and rows that look as they did `before` are the same objects, so that views leave them alone. */
export function drawRows(input: DrawnInput, before: readonly DrawnRow[]): readonly DrawnRow[] {
  const { model, frame } = input;
  const known = new Map(before.map((row) => [row.node.id, row]));
  const insideByArea = new Map<string, number>();
  for (const { area } of model.suggestions) insideByArea.set(area, (insideByArea.get(area) ?? 0) + 1);
  const { byArea } = model.derived.unmatched;
  const all = model.offerings.leaves.map((leaf) => leaf.id);
  const columns = {
    unmatched: frame.columnIds.indexOf(UNMATCHED),
    coverage: frame.columnIds.indexOf(COVERAGE),
  };
  return frame.visible.rows.map((visible): DrawnRow => {
    const { node } = visible;
    const old = known.get(node.id);
    const { covered, possible } = model.grid.coverage({ area: node.id });
    const row: DrawnRow = {
      ...visible,
      cells: drawCells(input, visible, old),
      suggestionsInside: visible.expanded ? 0 : sumOver(node.leaves, (leaf) => insideByArea.get(leaf) ?? 0),
      covered,
      possible,
      amounts: input.money?.sum(node.leaves, all),
      held: input.possession === true ? holdingOf(model, node.leaves, all) : undefined,
      loose: sumOver(node.leaves, (leaf) => byArea.get(leaf)?.length ?? 0),
      unmatchedColumn: Math.max(0, columns.unmatched),
      coverageColumn: Math.max(0, columns.coverage),
    };
    return old && sameRow(old, row) ? old : row;
  });
}

function drawCells(
  { model, frame, passes, money, possession, changes, similar }: DrawnInput,
  { node }: VisibleNode,
  old: DrawnRow | undefined,
): readonly DrawnCell[] {
  const cells = frame.visible.columns.map((column, place): DrawnCell => {
    const cell = model.cell(node.id, column.node.id);
    const drawn: DrawnCell = {
      cell,
      face: toCellFace(
        cell,
        passes !== undefined && cell.leaf && !passes(cell),
        changes?.get(cell.key),
        similar,
      ),
      amounts: money?.sum(cell.area.leaves, cell.offering.leaves),
      held: possession === true ? holdingOf(model, cell.area.leaves, cell.offering.leaves) : undefined,
    };
    const was = old?.cells[place];
    return was && sameCell(was, drawn) ? was : drawn;
  });
  return old && sameList(old.cells, cells) ? old.cells : cells;
}

const sameCell = (one: DrawnCell, other: DrawnCell): boolean =>
  one.face.key === other.face.key &&
  one.cell.key === other.cell.key &&
  one.cell.area.name === other.cell.area.name &&
  one.cell.offering.name === other.cell.offering.name &&
  sameHolding(one.held, other.held) &&
  sameAmounts(one.amounts, other.amounts);

const sameRow = (one: DrawnRow, other: DrawnRow): boolean =>
  one.cells === other.cells &&
  one.node.name === other.node.name &&
  one.node.own === other.node.own &&
  one.node.depth === other.node.depth &&
  one.node.leaves.length === other.node.leaves.length &&
  one.expandable === other.expandable &&
  one.expanded === other.expanded &&
  one.place === other.place &&
  one.siblings === other.siblings &&
  one.suggestionsInside === other.suggestionsInside &&
  one.covered === other.covered &&
  one.possible === other.possible &&
  one.loose === other.loose &&
  one.unmatchedColumn === other.unmatchedColumn &&
  one.coverageColumn === other.coverageColumn &&
  sameHolding(one.held, other.held) &&
  sameAmounts(one.amounts, other.amounts);

const sameAmounts = (one: Amounts | undefined, other: Amounts | undefined): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    one.won === other.won &&
    one.open === other.open &&
    one.potential === other.potential &&
    one.estimated === other.estimated &&
    one.market === other.market &&
    one.wonOfMarket === other.wonOfMarket &&
    one.missing.join() === other.missing.join() &&
    one.conversions.length === other.conversions.length);

const sameHolding = (one: Holding | undefined, other: Holding | undefined): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    one.holder === other.holder &&
    one.byHand === other.byHand &&
    one.name === other.name &&
    POSSESSIONS.every((holder) => one.counts[holder] === other.counts[holder]));

const sameList = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((item, place) => item === other[place]);

const sumOver = (leaves: readonly string[], of: (leaf: string) => number): number =>
  leaves.reduce((sum, leaf) => sum + of(leaf), 0);
