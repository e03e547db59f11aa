import type { Money } from "@sweetspot/contract";
import { type NextEntry, whereNext } from "./lists.model.ts";
import type { CellModel } from "./cell.model.ts";
import type { GridModel } from "./grid.model.ts";

/** What makes a place harder to win. */
export type Hindrance = "competitor" | "proposed";

/** Steps of ease; each hindrance takes one. */
export const EASE_STEPS = 3;

/** A suggestion with what its place in the ranking comes from: `worth = potential × evidence ÷ best evidence × ease ÷ 3`. */
export interface RankedEntry extends NextEntry {
  /** In the grid's currency where any potential is known there; otherwise a share from 0 to 1. */
  readonly worth: number;
  readonly bestEvidence: number;
  /** The potential counted with; undefined where none is known in the whole grid, so that it weighs nothing. */
  readonly counted: Money | undefined;
  /** Nobody entered a potential here: an estimate is counted, or the middle one of the others. */
  readonly guessed: boolean;
  /** 3 for nothing in the way, at least 1. */
  readonly ease: number;
  readonly hindrances: readonly Hindrance[];
}

/** What a place could bring in a year, and whether somebody entered it. */
export interface CountedPotential {
  readonly money: Money;
  readonly estimated: boolean;
}

const entered = ({ record }: CellModel): CountedPotential | undefined =>
  record?.fields.potential && { money: record.fields.potential, estimated: false };

/**
 * Suggestions by what they may be worth: potential, evidence and ease multiplied. Those taken up already come last;
 * equals keep the order of `whereNext`. A potential in another currency than the grid's counts as not known.
 *
 * @param potentialOf where a potential comes from, by default what was entered by hand
 */
export function rankNext(
  model: GridModel,
  potentialOf: (cell: CellModel) => CountedPotential | undefined = entered,
): readonly RankedEntry[] {
  const entries = whereNext(model);
  const potentials = entries.map(({ cell }) => potentialOf(cell));
  const currency = model.currency ?? potentials.find((one) => one !== undefined)?.money.currency;
  const isKnown = (one: CountedPotential | undefined): one is CountedPotential =>
    one !== undefined && one.money.currency === currency;
  const middle = middleOf(potentials.filter(isKnown).map(({ money }) => money.amount));
  const bestEvidence = Math.max(0, ...entries.map(({ suggestion }) => suggestion.evidence));
  const ranked = entries.map((entry, index): RankedEntry => {
    const own = potentials[index];
    const known = isKnown(own);
    const counted = known
      ? own.money
      : middle === undefined || currency === undefined
        ? undefined
        : { amount: middle, currency };
    const hindrances = hindrancesOf(entry.cell);
    const ease = Math.max(1, EASE_STEPS - hindrances.length);
    const share = bestEvidence === 0 ? 0 : entry.suggestion.evidence / bestEvidence;
    const worth = (counted?.amount ?? 1) * share * (ease / EASE_STEPS);
    return {
      ...entry,
      worth,
      bestEvidence,
      counted,
      guessed: counted !== undefined && (!known || own.estimated),
      ease,
      hindrances,
    };
  });
  return ranked.toSorted(
    (one, other) =>
      Number(one.cell.suggestionState === "planned") - Number(other.cell.suggestionState === "planned") ||
      other.worth - one.worth,
  );
}

function hindrancesOf(cell: CellModel): readonly Hindrance[] {
  const fields = cell.record?.fields;
  const found: Hindrance[] = [];
  if (fields?.competitor !== undefined || fields?.absenceReason === "competitor") found.push("competitor");
  if (fields?.proposed === "yes" || (cell.derived?.lostDeals ?? 0) > 0) found.push("proposed");
  return found;
}

/** Of an even number the lower of both in the middle: an amount that somebody did enter. */
function middleOf(amounts: readonly number[]): number | undefined {
  return amounts.toSorted((one, other) => one - other)[Math.floor((amounts.length - 1) / 2)];
}
