import { type Basis, type BasisCounts, toBasis } from "./basis.ts";
import { collectFacts, type FactSources } from "./collect-facts.ts";
import { type DerivedCell, toDerivedCell } from "./derived-cell.ts";
import { toPeriods } from "./periods.ts";
import { DEFAULT_RULES, type WhiteSpaceRules } from "./rules.ts";
import { toUnmatched, type Unmatched } from "./unmatched.ts";

/**
 * `areas`: the leaf areas of ONE perspective; a level belongs to a leaf, and what matches none of these is unmatched.
 * `offerings`: the leaf offerings. `today`: `YYYY-MM-DD`.
 */
export interface DerivationInput extends FactSources {
  readonly today: string;
  readonly rules?: WhiteSpaceRules;
}

export interface DerivedLevels {
  /** @throws Error for an area or offering that was not given. */
  cell(area: string, offering: string): DerivedCell;
  /** The day the periods are counted from. */
  readonly now: string;
  /** True where the data is old and `now` is its newest closing date instead of today. */
  readonly nowFromData: boolean;
  readonly unmatched: Unmatched;
  readonly basis: Basis;
  /** Number of deals by where the knowledge of what was sold comes from. */
  readonly basisCounts: BasisCounts;
}

const NO_FACTS = { records: [], lostDeals: 0 };

/**
 * Derives levels from CRM records by the published rules (method §7, "Derived levels"); see `toPeriods` for what is
 * recent and when data is old. Open and lost deals never raise a level.
 *
 * @throws Error when `today` is no calendar date.
 */
export function deriveLevels(input: DerivationInput): DerivedLevels {
  const rules = input.rules ?? DEFAULT_RULES;
  const periods = toPeriods(input.deals, input.today, rules);
  const facts = collectFacts(input, periods);
  const areas = new Map(input.areas.map((area, index) => [area.id, index]));
  const offerings = new Map(input.offerings.map((offering, index) => [offering.id, index]));
  const judged = new Map<number, DerivedCell>();
  // Most cells of a large grid have no records: one shared answer per area is enough.
  const blank = new Map<number, DerivedCell>();

  return {
    now: periods.now,
    nowFromData: periods.nowFromData,
    unmatched: toUnmatched(facts.unmatched),
    basis: toBasis(facts.basisCounts),
    basisCounts: facts.basisCounts,
    cell: (area, offering) => {
      const row = areas.get(area);
      const column = offerings.get(offering);
      if (row === undefined || column === undefined)
        throw new Error(`No level was derived for "${area}" × "${offering}": give both to deriveLevels.`);
      const place = row * input.offerings.length + column;
      const found = facts.cells.get(place);
      const known = found ? judged.get(place) : blank.get(row);
      if (known) return known;
      const cell = toDerivedCell(found ?? NO_FACTS, facts.recentValues[row] as number, rules);
      if (found) judged.set(place, cell);
      else blank.set(row, cell);
      return cell;
    },
  };
}
