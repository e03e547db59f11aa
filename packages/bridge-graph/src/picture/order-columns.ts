/** Nodes of one column and the edges between neighbouring columns, by the nodes' numbers. */
export interface Layers {
  readonly columns: readonly (readonly number[])[];
  /** `segments[i]` joins column `i` with column `i + 1`. */
  readonly segments: readonly (readonly (readonly [left: number, right: number])[])[];
}

export interface Ordered {
  readonly columns: readonly (readonly number[])[];
  readonly crossings: number;
}

const SWEEPS = 8;
/** Sweeps without a gain after which a start has shown what it can. */
const PATIENCE = 2;
/** Edges that may be put in order by shuffled starts; a crowded picture has to do with fewer. */
const SHUFFLED_EDGES = 240;
const SHUFFLES = 8;

/** Neighbours of each node on one side. */
type Lists = readonly (readonly number[])[];

/**
 * Puts the nodes of each column in an order in which few edges cross (Sugiyama 1981): sweeps that put each node at the mean
 * of its neighbours in the column before, then swaps of neighbours as long as one helps. It begins once with the order
 * given, once with the order in which a walk meets the nodes, from either end, then, as long as edges cross, with shuffled
 * ones, the same each time; the best order seen counts.
 */
export function orderColumns({ columns, segments }: Layers): Ordered {
  let count = 0;
  for (const column of columns) for (const node of column) count = Math.max(count, node + 1);
  const before: number[][] = Array.from({ length: count }, () => []);
  const after: number[][] = Array.from({ length: count }, () => []);
  let edges = 0;
  for (const segment of segments)
    for (const [left, right] of segment) {
      before[right]?.push(left);
      after[left]?.push(right);
      edges += 1;
    }
  const place = new Float64Array(count);
  const means = new Float64Array(count);
  const shuffles = Math.min(SHUFFLES, Math.floor(SHUFFLED_EDGES / Math.max(1, edges)));
  let best: Ordered = { columns, crossings: Infinity };
  for (let start = 0; start < 3 + shuffles && best.crossings > 0; start++) {
    const order = startOf(start, columns, before, after);
    const begun = numberAll(order, place, after);
    if (begun < best.crossings) best = { columns: copyOf(order), crossings: begun };
    let least = Infinity;
    for (let sweep = 0, idle = 0; sweep < SWEEPS && best.crossings > 0 && idle < PATIENCE; sweep++) {
      sweepOnce(order, sweep, sweep % 2 === 0 ? before : after, place, means);
      while (swapNeighbours(order, before, after, place));
      const crossings = countAll(order, after, place);
      if (crossings < best.crossings) best = { columns: copyOf(order), crossings };
      idle = crossings < least ? 0 : idle + 1;
      least = Math.min(least, crossings);
    }
  }
  return best;
}

const copyOf = (order: readonly number[][]): number[][] => order.map((column) => column.slice());

function startOf(start: number, columns: Layers["columns"], before: Lists, after: Lists): number[][] {
  if (start === 0) return columns.map((column) => column.slice());
  if (start === 1) return inOrderOfWalk(columns, after);
  if (start === 2) return inOrderOfWalk(columns.toReversed(), before).toReversed();
  return shuffled(columns, start - 3);
}

/** Depth first from the first column on. */
function inOrderOfWalk(columns: Layers["columns"], next: Lists): number[][] {
  const met = new Int32Array(next.length).fill(-1);
  let count = 0;
  for (const column of columns) for (const node of column) walk(node);
  return columns.map((column) => column.toSorted((one, other) => (met[one] ?? 0) - (met[other] ?? 0)));

  function walk(node: number): void {
    if (met[node] !== -1) return;
    met[node] = count++;
    for (const other of next[node] as readonly number[]) walk(other);
  }
}

/** By Numerical Recipes' generator: the same picture each time. */
function shuffled(columns: Layers["columns"], seed: number): number[][] {
  let state = seed + 1;
  return columns.map((column) => {
    const mixed = column.slice();
    for (let index = mixed.length - 1; index > 0; index--) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const other = Math.floor((state / 2 ** 32) * (index + 1));
      const node = mixed[index] as number;
      mixed[index] = mixed[other] as number;
      mixed[other] = node;
    }
    return mixed;
  });
}

function numberAll(order: readonly number[][], place: Float64Array, after: Lists): number {
  for (const column of order)
    for (let index = 0; index < column.length; index++) place[column[index] as number] = index;
  return countAll(order, after, place);
}

/** Rightward in even sweeps, leftward in odd ones. */
function sweepOnce(
  order: readonly number[][],
  sweep: number,
  lists: Lists,
  place: Float64Array,
  means: Float64Array,
): void {
  for (let step = 0; step < order.length; step++) {
    const column = order[sweep % 2 === 0 ? step : order.length - 1 - step] as number[];
    // Nodes with equal means keep their order in some sweeps and turn it in others.
    if (sweep % 4 > 1) column.reverse();
    sortByMean(column, lists, place, means);
    for (let index = 0; index < column.length; index++) place[column[index] as number] = index;
  }
}

/** By insertion, for columns are short. A node without neighbours on that side stays where it is. */
function sortByMean(column: number[], lists: Lists, place: Float64Array, means: Float64Array): void {
  for (let index = 0; index < column.length; index++) {
    const node = column[index] as number;
    const neighbours = lists[node] as readonly number[];
    let mean = place[node] as number;
    if (neighbours.length > 0) {
      let sum = 0;
      for (let other = 0; other < neighbours.length; other++)
        sum += place[neighbours[other] as number] as number;
      mean = sum / neighbours.length;
    }
    means[node] = mean;
    let free = index;
    for (; free > 0 && (means[column[free - 1] as number] as number) > mean; free--)
      column[free] = column[free - 1] as number;
    column[free] = node;
  }
}

function swapNeighbours(
  order: readonly number[][],
  before: Lists,
  after: Lists,
  place: Float64Array,
): boolean {
  let swapped = false;
  for (const column of order)
    for (let index = 0; index + 1 < column.length; index++) {
      const [upper, lower] = [column[index] as number, column[index + 1] as number];
      if (gainOfSwap(before, upper, lower, place) + gainOfSwap(after, upper, lower, place) <= 0) continue;
      column[index] = lower;
      column[index + 1] = upper;
      place[lower] = index;
      place[upper] = index + 1;
      swapped = true;
    }
  return swapped;
}

/** How many crossings fewer there are on one side where `lower` stands above `upper`. */
function gainOfSwap(lists: Lists, upper: number, lower: number, place: Float64Array): number {
  const [uppers, lowers] = [lists[upper] as readonly number[], lists[lower] as readonly number[]];
  let gain = 0;
  for (let one = 0; one < uppers.length; one++) {
    const at = place[uppers[one] as number] as number;
    for (let other = 0; other < lowers.length; other++) {
      const otherAt = place[lowers[other] as number] as number;
      if (at > otherAt) gain += 1;
      else if (at < otherAt) gain -= 1;
    }
  }
  return gain;
}

/** Pairs of edges between two columns whose ends are in opposite order. */
function countAll(order: readonly number[][], after: Lists, place: Float64Array): number {
  let crossings = 0;
  for (const column of order)
    for (let lower = 1; lower < column.length; lower++)
      for (let upper = 0; upper < lower; upper++)
        crossings += crossingsOf(after, column[upper] as number, column[lower] as number, place);
  return crossings;
}

function crossingsOf(lists: Lists, upper: number, lower: number, place: Float64Array): number {
  const [uppers, lowers] = [lists[upper] as readonly number[], lists[lower] as readonly number[]];
  let crossings = 0;
  for (let one = 0; one < uppers.length; one++) {
    const at = place[uppers[one] as number] as number;
    for (let other = 0; other < lowers.length; other++)
      if (at > (place[lowers[other] as number] as number)) crossings += 1;
  }
  return crossings;
}
