import type { IsoDate, RecordId } from "@sweetspot/contract";
import { cellId } from "@sweetspot/plan-model";
import {
  createGrid,
  type DerivedLevels,
  type Grid,
  type Level,
  type Suggestion,
} from "@sweetspot/white-space";
import { type Axis, type AxisNode, createAxis } from "./axis.model.ts";
import { type CellModel, cellKey, hasContent, suggestionStateOf } from "./cell.model.ts";
import { type CrmFacts, deriveFor } from "./crm-facts.model.ts";
import type { Derive } from "./deriver.model.ts";
import type { PerspectiveRecord, PlanReading } from "./plan-reading.model.ts";

export interface GridModelInput {
  readonly plan: PlanReading;
  readonly facts: CrmFacts;
  /** The perspective asked for; the first one where it is absent or gone. */
  readonly perspective: RecordId | undefined;
  readonly today: IsoDate;
  /** Remembers derived levels between edits; without it they are derived anew. */
  readonly derive?: Derive;
}

/** One perspective of an account's white-space grid, computed. It never changes; an edit makes the next one. */
export interface GridModel {
  readonly plan: PlanReading;
  readonly perspective: PerspectiveRecord | undefined;
  readonly areas: Axis;
  /** Offerings shown; hidden and retired ones are left out. */
  readonly offerings: Axis;
  readonly grid: Grid;
  readonly derived: DerivedLevels;
  /** The currency values are compared in; undefined where the CRM knows no amounts. */
  readonly currency: string | undefined;
  /** Suggestions not declined, by evidence, then in the grid's order. */
  readonly suggestions: readonly Suggestion[];
  /** Computed when first asked. */
  cell(area: string, offering: string): CellModel;
}

/** Computes the grid of one perspective from the plan and the CRM's facts. */
export function createGridModel(input: GridModelInput): GridModel {
  const { plan, facts, today, derive = deriveFor } = input;
  const perspective = plan.perspectives.find((item) => item.id === input.perspective) ?? plan.perspectives[0];
  const areas = createAreaAxis(plan, perspective?.id);
  const offerings = createOfferingAxis(plan, areas);
  const derived = derive({ plan, facts, areas, offerings, today });
  const recordOf = (area: AxisNode | undefined, offering: AxisNode | undefined) =>
    area && offering ? plan.cells.get(cellId(area.record, offering.record)) : undefined;
  const levelOf = (area: string, offering: string): Level =>
    recordOf(areas.byId.get(area), offerings.byId.get(offering))?.fields.level ??
    derived.cell(area, offering).level;
  const grid = createGrid({
    areas: areas.nodes.map((node) => ({
      id: node.id,
      parent: node.parent,
      perspective: perspective?.id ?? "",
    })),
    offerings: offerings.nodes.map((node) => ({ id: node.id, parent: node.parent })),
    levelOf,
    barriers: plan.barriers.map((barrier) => barrier.fields),
    rules: plan.rules,
  });
  const stateOf = (suggestion: Suggestion) =>
    suggestionStateOf(recordOf(areas.byId.get(suggestion.area), offerings.byId.get(suggestion.offering)));
  const suggestions = grid.suggestions().filter((suggestion) => stateOf(suggestion) !== "declined");
  const cells = createCellReader({
    areas,
    offerings,
    grid,
    derived,
    plan,
    inside: countInside(suggestions, areas, offerings),
  });
  return {
    plan,
    perspective,
    areas,
    offerings,
    grid,
    derived,
    currency: facts.currency,
    suggestions,
    cell: cells,
  };
}

function createAreaAxis(plan: PlanReading, perspective: RecordId | undefined): Axis {
  const areas = plan.areas.filter((area) => area.fields.perspective === perspective);
  const filledIn = new Set([...plan.cells.values()].filter(hasContent).map((cell) => cell.fields.area));
  const matching = new Set(
    areas
      .filter((area) => (area.fields.accounts?.length ?? 0) > 0 || area.fields.ruleField !== undefined)
      .map((area) => area.id),
  );
  return createAxis(
    areas.map((area) => ({
      record: area.id,
      name: area.fields.name,
      parent: area.fields.parent,
      order: area.fields.order,
    })),
    { holdsOwn: (record) => filledIn.has(record) || matching.has(record) },
  );
}

function createOfferingAxis(plan: PlanReading, areas: Axis): Axis {
  const hidden = new Set(plan.hiddenOfferings);
  const shownAreas = new Set(areas.nodes.map((node) => node.record));
  const filledIn = new Set(
    [...plan.cells.values()]
      .filter((cell) => shownAreas.has(cell.fields.area) && hasContent(cell))
      .map((cell) => cell.fields.offering),
  );
  // A retired offering stays where this account has history with it.
  const shown = plan.offerings.filter(
    ({ record }) => !hidden.has(record.id) && (record.fields.retired !== true || filledIn.has(record.id)),
  );
  const matching = new Set(
    shown
      .filter(({ record }) => (record.fields.products?.length ?? 0) + (record.fields.terms?.length ?? 0) > 0)
      .map(({ record }) => record.id),
  );
  return createAxis(
    shown.map(({ record }) => ({
      record: record.id,
      name: record.fields.name,
      parent: record.fields.parent,
      order: record.fields.order,
    })),
    {
      rank: new Map(plan.offeringOrder.map((id, index) => [id, index])),
      holdsOwn: (record) => filledIn.has(record) || matching.has(record),
    },
  );
}

/** Open suggestions at or beneath each pair of nodes. */
function countInside(
  suggestions: readonly Suggestion[],
  areas: Axis,
  offerings: Axis,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const suggestion of suggestions)
    for (const area of upwards(areas, suggestion.area))
      for (const offering of upwards(offerings, suggestion.offering)) {
        const key = cellKey(area, offering);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  return counts;
}

function upwards(axis: Axis, from: string): string[] {
  const path: string[] = [];
  for (
    let node = axis.byId.get(from);
    node;
    node = node.parent === undefined ? undefined : axis.byId.get(node.parent)
  )
    path.push(node.id);
  return path;
}

interface CellSources {
  readonly areas: Axis;
  readonly offerings: Axis;
  readonly grid: Grid;
  readonly derived: DerivedLevels;
  readonly plan: PlanReading;
  readonly inside: ReadonlyMap<string, number>;
}

function createCellReader(sources: CellSources): GridModel["cell"] {
  const known = new Map<string, CellModel>();
  return (area, offering) => {
    const key = cellKey(area, offering);
    let cell = known.get(key);
    if (!cell) known.set(key, (cell = readCell(sources, area, offering, key)));
    return cell;
  };
}

function readCell(sources: CellSources, areaId: string, offeringId: string, key: string): CellModel {
  const { areas, offerings, grid, derived, plan, inside } = sources;
  const area = areas.byId.get(areaId);
  const offering = offerings.byId.get(offeringId);
  if (!area || !offering)
    throw new Error(`The grid has no cell of area ${areaId} and offering ${offeringId}.`);
  const cell = grid.cell(areaId, offeringId);
  const record = cell.leaf ? plan.cells.get(cellId(area.record, offering.record)) : undefined;
  const openDeals = area.leaves.reduce(
    (sum, leaf) =>
      offering.leaves.reduce((count, column) => count + derived.cell(leaf, column).openDeals, sum),
    0,
  );
  return {
    key,
    area,
    offering,
    leaf: cell.leaf,
    level: cell.level,
    source: cell.leaf ? (record?.fields.level === undefined ? "crm" : "hand") : "roll-up",
    derived: cell.leaf ? derived.cell(areaId, offeringId) : undefined,
    record,
    suggestion: cell.suggestion,
    suggestionState: cell.suggestion && suggestionStateOf(record),
    covered: cell.covered,
    possible: cell.possible,
    suggestionsInside: inside.get(key) ?? 0,
    openDeals,
  };
}
