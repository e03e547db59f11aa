import { WEAK } from "./level.ts";
import { pathUp, type Tree, zeros } from "./tree.ts";

/** A column of numbers by place. */
export type Numbers = number[] | Uint8Array | Uint32Array | Float64Array;

/**
 * What one area holds, by offering number. Rows are never changed once a grid is made: an edit copies the rows it
 * touches and shares the rest, so one cell of a large grid costs a few hundred bytes.
 */
export interface Row {
  readonly level: Numbers;
  /** Leaf cells beneath at weak or better. */
  readonly covered: Numbers;
  /** Leaf cells beneath that are not "not possible". */
  readonly possible: Numbers;
  /** Evidence all leaf areas beneath give for a leaf offering; a leaf area's own follows from its level. */
  readonly evidence: Numbers | undefined;
}

/**
 * Up to so many cells rows are plain arrays: in the Lightning sandbox a typed array stands behind a membrane that every
 * read has to cross. Larger grids are never drawn whole, and typed arrays are filled in half the time.
 */
const FEW_CELLS = 100_000;

/** Evidence by level code, in whole units, so that sums are exact in any order. */
export type Weights = readonly [number, number, number, number, number];

export interface Axes {
  readonly areas: Tree;
  readonly offerings: Tree;
}

/** Reads every leaf cell once and rolls both hierarchies up. */
export function buildRows(
  { areas, offerings }: Axes,
  codeOf: (area: number, offering: number) => number,
  weights: Weights,
): Row[] {
  const width = offerings.ids.length;
  const emptyRow = areas.ids.length * width <= FEW_CELLS ? plainRow : typedRow;
  const rows = areas.children.map((below) => emptyRow(width, below.length > 0));
  for (const area of areas.leaves) {
    const row = rows[area] as Row;
    for (const offering of offerings.leaves) setLeaf(row, offering, codeOf(area, offering));
    for (const group of offerings.parentsUpwards) foldColumns(row, group, offerings);
  }
  for (const area of areas.parentsUpwards) {
    const row = rows[area] as Row;
    for (const child of areas.children[area] ?? []) addRow(row, rows[child] as Row, weights);
  }
  return rows;
}

/** The rows after one leaf cell has another level. `fresh` names rows that are already private copies of this edit. */
export function changeLeaf(
  { areas, offerings }: Axes,
  rows: Row[],
  fresh: Set<number>,
  change: { readonly area: number; readonly offering: number; readonly code: number },
  weights: Weights,
): void {
  const own = (area: number): Row => {
    if (!fresh.has(area)) {
      rows[area] = copyRow(rows[area] as Row);
      fresh.add(area);
    }
    return rows[area] as Row;
  };
  const { area, offering, code } = change;
  const row = own(area);
  const before = row.level[offering] as number;
  setLeaf(row, offering, code);
  const columns = pathUp(offerings, offering);
  for (const group of columns.slice(1)) foldColumns(row, group, offerings);

  const covered = Number(code >= WEAK) - Number(before >= WEAK);
  const possible = Number(code > 0) - Number(before > 0);
  const evidence = (weights[code] as number) - (weights[before] as number);
  for (const above of pathUp(areas, area).slice(1)) {
    const upper = own(above);
    for (const column of columns) {
      upper.level[column] = highestBelow(areas, rows, above, column);
      upper.covered[column] = (upper.covered[column] as number) + covered;
      upper.possible[column] = (upper.possible[column] as number) + possible;
    }
    if (upper.evidence) upper.evidence[offering] = (upper.evidence[offering] as number) + evidence;
  }
}

/** Evidence that all leaf areas at or below an area give for a leaf offering. */
export const evidenceBelow = (row: Row, offering: number, weights: Weights): number =>
  row.evidence ? (row.evidence[offering] as number) : (weights[row.level[offering] as number] as number);

const plainRow = (width: number, parent: boolean): Row => ({
  level: zeros(width),
  covered: zeros(width),
  possible: zeros(width),
  evidence: parent ? zeros(width) : undefined,
});

const typedRow = (width: number, parent: boolean): Row => ({
  level: new Uint8Array(width),
  covered: new Uint32Array(width),
  possible: new Uint32Array(width),
  evidence: parent ? new Float64Array(width) : undefined,
});

const copyRow = (row: Row): Row => ({
  level: row.level.slice(),
  covered: row.covered.slice(),
  possible: row.possible.slice(),
  evidence: row.evidence?.slice(),
});

function setLeaf(row: Row, offering: number, code: number): void {
  row.level[offering] = code;
  row.covered[offering] = Number(code >= WEAK);
  row.possible[offering] = Number(code > 0);
}

function foldColumns(row: Row, group: number, offerings: Tree): void {
  let level = 0;
  let covered = 0;
  let possible = 0;
  for (const child of offerings.children[group] ?? []) {
    level = Math.max(level, row.level[child] as number);
    covered += row.covered[child] as number;
    possible += row.possible[child] as number;
  }
  row.level[group] = level;
  row.covered[group] = covered;
  row.possible[group] = possible;
}

function addRow(upper: Row, lower: Row, weights: Weights): void {
  const { level, covered, possible, evidence } = upper;
  for (let column = 0; column < level.length; column += 1) {
    const code = lower.level[column] as number;
    if (code > (level[column] as number)) level[column] = code;
    covered[column] = (covered[column] as number) + (lower.covered[column] as number);
    possible[column] = (possible[column] as number) + (lower.possible[column] as number);
    if (evidence) evidence[column] = (evidence[column] as number) + evidenceBelow(lower, column, weights);
  }
}

function highestBelow(areas: Tree, rows: readonly Row[], area: number, column: number): number {
  let highest = 0;
  for (const child of areas.children[area] ?? [])
    highest = Math.max(highest, (rows[child] as Row).level[column] as number);
  return highest;
}
