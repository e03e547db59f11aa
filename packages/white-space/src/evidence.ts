import { evidenceBelow, type Axes, type Row, type Weights } from "./grid-matrix.ts";
import { fromLevelCode, type Level, NONE, toLevelCode, WEAK } from "./level.ts";
import type { WhiteSpaceRules } from "./rules.ts";
import { leavesBelow, pathUp, type Tree, zeros } from "./tree.ts";

/** Evidence is counted in ten-thousandths: sums are exact whatever weights an admin sets. */
const UNIT = 10_000;

const toUnits = (weight: number): number => Math.max(0, Math.round(weight * UNIT));
export const fromUnits = (units: number): number => units / UNIT;

/** A sister area that buys the offering, and what it gives as evidence. */
export interface Sister {
  readonly area: string;
  readonly level: Level;
  /** 0 where a barrier stands between the areas. */
  readonly evidence: number;
  readonly blocked: boolean;
}

export interface Scale {
  readonly weights: Weights;
  readonly threshold: number;
}

export const toScale = ({ weights, threshold }: WhiteSpaceRules): Scale => ({
  weights: [0, 0, toUnits(weights.weak), toUnits(weights.present), toUnits(weights.strong)],
  threshold: toUnits(threshold),
});

/** Everything evidence is computed from, at one state of the grid. */
export interface GridState extends Axes {
  readonly rows: readonly Row[];
  readonly scale: Scale;
  /** Perspective number of each area. */
  readonly perspectiveOf: readonly number[];
  /** Area numbers without a parent, by perspective number. */
  readonly roots: readonly (readonly number[])[];
  /** Areas each leaf area may not point to, by area number: the highest of each branch, so that none counts twice. */
  readonly barred: readonly (readonly number[])[];
  /** Evidence of all leaf areas, by perspective and offering number. */
  readonly totals: readonly (readonly number[])[];
}

const NONE_BARRED: readonly number[] = [];

/** Sums the evidence of each perspective over its topmost areas. */
export function sumTotals(state: Pick<GridState, "offerings" | "roots" | "rows" | "scale">): number[][] {
  return state.roots.map((roots) => {
    const total = zeros(state.offerings.ids.length);
    for (const root of roots)
      for (const offering of state.offerings.leaves)
        total[offering] =
          (total[offering] as number) + evidenceBelow(state.rows[root] as Row, offering, state.scale.weights);
    return total;
  });
}

/**
 * A barrier between two areas holds for everything beneath both. Barriers between an area and itself or one above it,
 * and between perspectives, say nothing and are left out.
 */
export function readBarriers(
  areas: Tree,
  perspectiveOf: readonly number[],
  barriers: readonly { readonly area: string; readonly otherArea: string }[],
): (readonly number[])[] {
  const barred: (readonly number[])[] = areas.ids.map(() => NONE_BARRED);
  const forbid = (from: number, to: number): void => {
    for (const leaf of leavesBelow(areas, from)) barred[leaf] = [...(barred[leaf] ?? NONE_BARRED), to];
  };
  for (const barrier of barriers) {
    const one = areas.indexOf.get(barrier.area);
    const other = areas.indexOf.get(barrier.otherArea);
    if (one === undefined || other === undefined || perspectiveOf[one] !== perspectiveOf[other]) continue;
    if (pathUp(areas, one).includes(other) || pathUp(areas, other).includes(one)) continue;
    forbid(one, other);
    forbid(other, one);
  }
  return barred.map((list) => (list.length < 2 ? list : topmost(areas, list)));
}

function topmost(areas: Tree, list: readonly number[]): number[] {
  const all = new Set(list);
  return [...all].filter(
    (area) =>
      !pathUp(areas, area)
        .slice(1)
        .some((above) => all.has(above)),
  );
}

/** Evidence in units the other leaf areas give for a leaf cell. */
export function evidenceOf(state: GridState, area: number, offering: number): number {
  const { rows, scale } = state;
  const total = state.totals[state.perspectiveOf[area] as number] as readonly number[];
  let evidence = (total[offering] as number) - evidenceBelow(rows[area] as Row, offering, scale.weights);
  for (const other of state.barred[area] ?? NONE_BARRED)
    evidence -= evidenceBelow(rows[other] as Row, offering, scale.weights);
  return evidence;
}

/** Evidence in units where the leaf cell is suggested, otherwise 0: what no sister buys is not, whatever the threshold. */
export function suggestedEvidence(state: GridState, area: number, offering: number): number {
  const code = (state.rows[area] as Row).level[offering];
  if (code !== NONE && code !== WEAK) return 0;
  const evidence = evidenceOf(state, area, offering);
  return evidence >= state.scale.threshold ? evidence : 0;
}

/** Number of suggestions at or below each area for one leaf offering. */
export function countSuggestions(state: GridState, offering: number): number[] {
  const counts = zeros(state.areas.ids.length);
  for (const area of state.areas.leaves) counts[area] = Number(suggestedEvidence(state, area, offering) > 0);
  for (const area of state.areas.parentsUpwards)
    for (const child of state.areas.children[area] ?? [])
      counts[area] = (counts[area] as number) + (counts[child] as number);
  return counts;
}

/** The other leaf areas of the perspective that buy the offering: strongest first, those behind a barrier last. */
export function sistersOf(state: GridState, area: number, offering: number): Sister[] {
  const { areas, rows, scale } = state;
  const blocked = new Set((state.barred[area] ?? NONE_BARRED).flatMap((other) => leavesBelow(areas, other)));
  const perspective = state.perspectiveOf[area];
  return areas.leaves
    .filter(
      (other) =>
        other !== area &&
        state.perspectiveOf[other] === perspective &&
        ((rows[other] as Row).level[offering] as number) >= WEAK,
    )
    .map((other) => {
      const level = fromLevelCode((rows[other] as Row).level[offering] as number);
      const isBlocked = blocked.has(other);
      return {
        area: areas.ids[other] as string,
        level,
        evidence: isBlocked ? 0 : fromUnits(scale.weights[toLevelCode(level)]),
        blocked: isBlocked,
      };
    })
    .toSorted(
      (one, other) =>
        Number(one.blocked) - Number(other.blocked) || toLevelCode(other.level) - toLevelCode(one.level),
    );
}
