import { type GridState, suggestedEvidence } from "./evidence.ts";
import { leavesBelow, type Tree } from "./tree.ts";

/** A suggestion by numbers: places of area and offering, evidence in units. */
export interface RankedCell {
  readonly area: number;
  readonly offering: number;
  readonly units: number;
}

export interface RankingQuery {
  readonly perspective: number | undefined;
  readonly area: number | undefined;
  readonly offering: number | undefined;
  readonly limit: number | undefined;
}

/**
 * Suggested cells by evidence, then area, then offering. Few different sums occur however large the grid is, so cells
 * are gathered by sum in reading order and only the sums are sorted.
 */
export function rankSuggestions(state: GridState, query: RankingQuery): RankedCell[] {
  const areas = leavesInOrder(state.areas, query.area);
  const offerings = leavesInOrder(state.offerings, query.offering);
  const bySum = new Map<number, { readonly areas: number[]; readonly offerings: number[] }>();
  for (const area of areas) {
    if (query.perspective !== undefined && state.perspectiveOf[area] !== query.perspective) continue;
    for (const offering of offerings) {
      const units = suggestedEvidence(state, area, offering);
      if (units === 0) continue;
      let cells = bySum.get(units);
      if (!cells) bySum.set(units, (cells = { areas: [], offerings: [] }));
      cells.areas.push(area);
      cells.offerings.push(offering);
    }
  }
  const ranked: RankedCell[] = [];
  const limit = query.limit ?? Number.POSITIVE_INFINITY;
  for (const [units, cells] of [...bySum].toSorted(([one], [other]) => other - one)) {
    for (let at = 0; at < cells.areas.length; at += 1) {
      if (ranked.length >= limit) return ranked;
      ranked.push({ area: cells.areas[at] as number, offering: cells.offerings[at] as number, units });
    }
  }
  return ranked;
}

const leavesInOrder = (tree: Tree, node: number | undefined): readonly number[] =>
  node === undefined ? tree.leaves : leavesBelow(tree, node).toSorted((one, other) => one - other);
