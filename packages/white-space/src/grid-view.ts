import {
  countSuggestions,
  evidenceOf,
  fromUnits,
  type GridState,
  sistersOf,
  suggestedEvidence,
} from "./evidence.ts";
import type { Coverage, CoverageScope, Grid, GridCell, LevelChange, Suggestion } from "./grid.ts";
import { changeLeaf, type Row } from "./grid-matrix.ts";
import { rankSuggestions } from "./grid-ranking.ts";
import { fromLevelCode, toLevelCode, WEAK } from "./level.ts";
import { pathUp, type Tree, zeros } from "./tree.ts";

type Counts = readonly (readonly number[] | undefined)[];

/** The public face of one state of a grid. Suggestion counts are filled in when first asked for, column by column. */
export function createGridView(
  state: GridState,
  perspectives: ReadonlyMap<string, number>,
  knownCounts: Counts = [],
): Grid {
  const { areas, offerings, rows } = state;
  const counts = [...knownCounts];
  const areaNumber = (id: string): number => numberOf(areas, id, "area");
  const offeringNumber = (id: string): number => numberOf(offerings, id, "offering");
  const isLeaf = (area: number, offering: number): boolean =>
    areas.children[area]?.length === 0 && offerings.children[offering]?.length === 0;
  const countsOf = (offering: number): readonly number[] => {
    const below = offerings.children[offering] ?? [];
    return (counts[offering] ??=
      below.length === 0 ? countSuggestions(state, offering) : addUp(below.map(countsOf), areas.ids.length));
  };

  const boughtIn = (area: number, except: number): string[] =>
    offerings.leaves
      .filter((offering) => offering !== except && ((rows[area] as Row).level[offering] as number) >= WEAK)
      .map((offering) => offerings.ids[offering] as string);

  const toSuggestion = (area: number, offering: number, units: number): Suggestion => {
    let sisters: Suggestion["sisters"] | undefined;
    let alsoBuys: Suggestion["alsoBuys"] | undefined;
    return {
      area: areas.ids[area] as string,
      offering: offerings.ids[offering] as string,
      evidence: fromUnits(units),
      kind: (rows[area] as Row).level[offering] === WEAK ? "strengthen" : "new",
      get sisters() {
        return (sisters ??= sistersOf(state, area, offering));
      },
      get alsoBuys() {
        return (alsoBuys ??= boughtIn(area, offering));
      },
    };
  };

  const cellAt = (area: number, offering: number): GridCell => {
    const row = rows[area] as Row;
    const leaf = isLeaf(area, offering);
    const units = leaf ? suggestedEvidence(state, area, offering) : 0;
    return {
      area: areas.ids[area] as string,
      offering: offerings.ids[offering] as string,
      level: fromLevelCode(row.level[offering] as number),
      leaf,
      covered: row.covered[offering] as number,
      possible: row.possible[offering] as number,
      ...(units > 0 ? { suggestion: toSuggestion(area, offering, units) } : {}),
      suggestionsInside: leaf ? Number(units > 0) : (countsOf(offering)[area] as number),
    };
  };

  const coverage = (scope: CoverageScope = {}): Coverage => {
    const columns = scope.offering === undefined ? topOf(offerings) : [offeringNumber(scope.offering)];
    const wanted = perspectiveNumber(perspectives, scope.perspective);
    const lines =
      scope.area === undefined
        ? state.roots.flatMap((roots, number) => (wanted === undefined || number === wanted ? roots : []))
        : [areaNumber(scope.area)];
    let covered = 0;
    let possible = 0;
    for (const line of lines)
      for (const column of columns) {
        covered += (rows[line] as Row).covered[column] as number;
        possible += (rows[line] as Row).possible[column] as number;
      }
    return { covered, possible };
  };

  const leafAreasOf = (perspective: string | undefined): number[] => {
    const wanted = perspectiveNumber(perspectives, perspective);
    return areas.leaves.filter((area) => wanted === undefined || state.perspectiveOf[area] === wanted);
  };

  const withLevels = (changes: readonly LevelChange[]): Grid => {
    const next = [...rows];
    const totals: number[][] = state.totals.map((total) => total as number[]);
    const nextCounts = [...counts];
    const fresh = new Set<number>();
    const freshTotals = new Set<number>();
    for (const change of changes) {
      const area = areaNumber(change.area);
      const offering = offeringNumber(change.offering);
      if (!isLeaf(area, offering))
        throw new Error(`"${change.area}" × "${change.offering}" is a roll-up. Set the levels beneath it.`);
      const code = toLevelCode(change.level);
      const before = (next[area] as Row).level[offering] as number;
      changeLeaf(state, next, fresh, { area, offering, code }, state.scale.weights);
      const perspective = state.perspectiveOf[area] as number;
      if (!freshTotals.has(perspective)) totals[perspective] = [...(totals[perspective] as number[])];
      freshTotals.add(perspective);
      const total = totals[perspective] as number[];
      total[offering] =
        (total[offering] as number) +
        ((state.scale.weights[code] as number) - (state.scale.weights[before] as number));
      for (const column of pathUp(offerings, offering)) nextCounts[column] = undefined;
    }
    return createGridView({ ...state, rows: next, totals }, perspectives, nextCounts);
  };

  return {
    cell: (area, offering) => cellAt(areaNumber(area), offeringNumber(offering)),
    suggestions: (query = {}) =>
      rankSuggestions(state, {
        perspective: perspectiveNumber(perspectives, query.perspective),
        area: query.area === undefined ? undefined : areaNumber(query.area),
        offering: query.offering === undefined ? undefined : offeringNumber(query.offering),
        limit: query.limit,
      }).map(({ area, offering, units }) => toSuggestion(area, offering, units)),
    sistersOf: (area, offering) => {
      const [line, column] = [areaNumber(area), offeringNumber(offering)];
      return isLeaf(line, column) ? sistersOf(state, line, column) : [];
    },
    evidenceOf: (area, offering) => {
      const [line, column] = [areaNumber(area), offeringNumber(offering)];
      return isLeaf(line, column) ? fromUnits(evidenceOf(state, line, column)) : 0;
    },
    alsoBuys: (area, except) =>
      boughtIn(areaNumber(area), except === undefined ? -1 : offeringNumber(except)),
    coverage,
    toProtect: (perspective) => {
      const bought = (["strong", "present"] as const).map((level) => ({ level, code: toLevelCode(level) }));
      return bought.flatMap(({ level, code }) =>
        leafAreasOf(perspective).flatMap((area) =>
          offerings.leaves
            .filter((offering) => (rows[area] as Row).level[offering] === code)
            .map((offering) => ({
              area: areas.ids[area] as string,
              offering: offerings.ids[offering] as string,
              level,
            })),
        ),
      );
    },
    leafAreas: (perspective) => leafAreasOf(perspective).map((area) => areas.ids[area] as string),
    leafOfferings: () => offerings.leaves.map((offering) => offerings.ids[offering] as string),
    withLevel: (area, offering, level) => withLevels([{ area, offering, level }]),
    withLevels,
  };
}

function addUp(columns: readonly (readonly number[])[], length: number): number[] {
  const sums = zeros(length);
  for (const column of columns)
    for (let row = 0; row < length; row += 1) sums[row] = (sums[row] as number) + (column[row] as number);
  return sums;
}

const topOf = (tree: Tree): number[] => [...tree.parent.keys()].filter((node) => tree.parent[node] === -1);

function numberOf(tree: Tree, id: string, what: string): number {
  const number = tree.indexOf.get(id);
  if (number === undefined) throw new Error(`There is no ${what} "${id}" in this grid.`);
  return number;
}

/** -1 for a perspective without areas: it has nothing, which is not the same as all. */
const perspectiveNumber = (
  perspectives: ReadonlyMap<string, number>,
  id: string | undefined,
): number | undefined => (id === undefined ? undefined : (perspectives.get(id) ?? -1));
