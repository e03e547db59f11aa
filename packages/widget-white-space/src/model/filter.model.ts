import type { IsoDate, RecordId } from "@sweetspot/contract";
import { foldText, type Level } from "@sweetspot/white-space";
import type { CellModel, GridModel } from "@sweetspot/white-space-plan";

/** What a rep wants to see; every part left out lets all through. */
export interface GridFilter {
  readonly text: string;
  readonly suggested: boolean;
  readonly protect: boolean;
  readonly openDeals: boolean;
  /** Cells the deal in view speaks for or is linked to. */
  readonly thisDeal: boolean;
  /** Cells whose next step is mine and not done. */
  readonly mySteps: boolean;
  /** Cells with a next step past its date. */
  readonly overdue: boolean;
  readonly byHand: boolean;
  readonly levels: readonly Level[];
}

export const NO_FILTER: GridFilter = {
  text: "",
  suggested: false,
  protect: false,
  openDeals: false,
  thisDeal: false,
  mySteps: false,
  overdue: false,
  byHand: false,
  levels: [],
};

/** Number of conditions on cells, the text apart. */
export const countConditions = (filter: GridFilter): number =>
  [
    filter.suggested,
    filter.protect,
    filter.openDeals,
    filter.thisDeal,
    filter.mySteps,
    filter.overdue,
    filter.byHand,
  ].filter(Boolean).length + filter.levels.length;

export interface Filtered {
  /** Leaves that stay; undefined when all do. */
  readonly areas: ReadonlySet<string> | undefined;
  readonly offerings: ReadonlySet<string> | undefined;
  /** Does a cell pass? Others fade, so that the grid keeps its shape. Undefined when all do. */
  readonly passes: ((cell: CellModel) => boolean) | undefined;
  /** Leaf cells that pass; undefined when nothing is asked of cells. */
  readonly count: number | undefined;
}

export interface FilterEyes {
  readonly user: RecordId;
  readonly today: IsoDate;
  /** The deal whose page the widget stands on. */
  readonly deal?: RecordId | undefined;
}

/** A text that names areas narrows the rows, one that names offerings the columns; conditions drop rows without a hit. */
export function applyFilter(model: GridModel, filter: GridFilter, eyes: FilterEyes): Filtered {
  const words = foldText(filter.text).split(/\s+/).filter(Boolean);
  const areas = words.length === 0 ? undefined : matching(model.areas.leaves, words);
  const offerings = words.length === 0 ? undefined : matching(model.offerings.leaves, words);
  const named = {
    areas: areas && (areas.size > 0 || offerings?.size === 0) ? areas : undefined,
    offerings: offerings && offerings.size > 0 ? offerings : undefined,
  };
  if (countConditions(filter) === 0) return { ...named, passes: undefined, count: undefined };
  const passes = (cell: CellModel): boolean => cellPasses(cell, filter, eyes);
  const kept = new Set<string>();
  let count = 0;
  for (const area of model.areas.leaves) {
    if (named.areas && !named.areas.has(area.id)) continue;
    for (const offering of model.offerings.leaves) {
      if (named.offerings && !named.offerings.has(offering.id)) continue;
      if (!passes(model.cell(area.id, offering.id))) continue;
      kept.add(area.id);
      count += 1;
    }
  }
  return { areas: kept, offerings: named.offerings, passes, count };
}

const matching = (
  leaves: readonly { readonly id: string; readonly path: readonly string[] }[],
  words: readonly string[],
): Set<string> =>
  new Set(
    leaves
      .filter((leaf) => {
        const name = foldText(leaf.path.join(" "));
        return words.every((word) => name.includes(word));
      })
      .map((leaf) => leaf.id),
  );

/** All conditions of one kind are alternatives; a cell that meets any of them passes. */
function cellPasses(cell: CellModel, filter: GridFilter, eyes: FilterEyes): boolean {
  const fields = cell.record?.fields;
  const pending = fields?.nextStep !== undefined && fields.nextStepDone !== true;
  return (
    (filter.suggested && cell.suggestion !== undefined && cell.suggestionState !== "declined") ||
    (filter.protect && cell.level === "strong") ||
    (filter.openDeals && cell.openDeals > 0) ||
    (filter.thisDeal && isOfDeal(cell, eyes.deal)) ||
    (filter.mySteps && pending && fields.nextStepOwner === eyes.user) ||
    (filter.overdue && pending && fields.nextStepDue !== undefined && fields.nextStepDue < eyes.today) ||
    (filter.byHand && cell.source === "hand") ||
    filter.levels.includes(cell.level)
  );
}

function isOfDeal(cell: CellModel, deal: RecordId | undefined): boolean {
  if (deal === undefined) return false;
  const linked = cell.record?.fields.opportunities?.includes(deal) === true;
  return linked || cell.derived?.records.some((record) => record.id === deal) === true;
}
