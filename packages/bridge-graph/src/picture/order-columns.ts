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

/**
 * Puts the nodes of each column in an order in which few edges cross (Sugiyama 1981): sweeps that put each node at the mean
 * of its neighbours in the column before, then swaps of neighbours as long as one helps. It begins once with the order
 * given, once with the order in which a walk meets the nodes, from either end, then, as long as edges cross, with shuffled
 * ones, the same each time; the best order seen counts.
 */
export function orderColumns({ columns, segments }: Layers): Ordered {
  const count = Math.max(-1, ...columns.flat()) + 1;
  const before = neighbourLists(count, segments, 1);
  const after = neighbourLists(count, segments, 0);
  const ends = segments.map(toEnds);
  const place = new Float64Array(count);
  const number = (column: readonly number[]): void => column.forEach((node, index) => (place[node] = index));
  const means = new Float64Array(count);
  let order: number[][] = [];
  let best: Ordered = { columns, crossings: Infinity };
  begin(columns);
  const starts = [
    () => columns,
    () => inOrderOfWalk(columns, after),
    () => inOrderOfWalk(columns.toReversed(), before).toReversed(),
    ...Array.from(
      { length: Math.min(8, Math.floor(SHUFFLED_EDGES / Math.max(1, segments.flat().length))) },
      (_, seed) => () => shuffled(columns, seed),
    ),
  ];
  for (const start of starts) {
    if (best.crossings === 0) break;
    begin(start());
    let least = Infinity;
    let idle = 0;
    for (let sweep = 0; sweep < SWEEPS && best.crossings > 0 && idle < PATIENCE; sweep++) {
      const rightward = sweep % 2 === 0;
      // Nodes with equal means keep their order in some sweeps and turn it in others.
      const turned = sweep % 4 > 1;
      for (const column of rightward ? order : order.toReversed()) {
        sortByMean(column, rightward ? before : after, place, turned, means);
        number(column);
      }
      while (swapNeighbours());
      const crossings = keepBest();
      idle = crossings < least ? 0 : idle + 1;
      least = Math.min(least, crossings);
    }
  }
  return best;

  function begin(start: Layers["columns"]): void {
    order = start.map((column) => [...column]);
    order.forEach(number);
    keepBest();
  }

  function keepBest(): number {
    const crossings = countAll();
    if (crossings < best.crossings) best = { columns: order.map((column) => [...column]), crossings };
    return crossings;
  }

  function countAll(): number {
    return ends.reduce((sum, gap) => sum + countCrossings(gap, place), 0);
  }

  function swapNeighbours(): boolean {
    let swapped = false;
    for (const column of order)
      for (let index = 0; index + 1 < column.length; index++) {
        const [upper, lower] = [column[index] as number, column[index + 1] as number];
        const gain =
          crossingsOf(upper, lower, before, place) +
          crossingsOf(upper, lower, after, place) -
          crossingsOf(lower, upper, before, place) -
          crossingsOf(lower, upper, after, place);
        if (gain <= 0) continue;
        column[index] = lower;
        column[index + 1] = upper;
        number(column);
        swapped = true;
      }
    return swapped;
  }
}

function neighbourLists(
  count: number,
  segments: Layers["segments"],
  side: 0 | 1,
): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: count }, () => []);
  for (const edge of segments.flat()) lists[edge[side]]?.push(edge[side === 0 ? 1 : 0]);
  return lists;
}

/** Depth first from the first column on. */
function inOrderOfWalk(
  columns: Layers["columns"],
  next: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const met = new Map<number, number>();
  const walk = (node: number): void => {
    if (met.has(node)) return;
    met.set(node, met.size);
    next[node]?.forEach(walk);
  };
  for (const node of columns.flat()) walk(node);
  return columns.map((column) =>
    column.toSorted((one, other) => (met.get(one) ?? 0) - (met.get(other) ?? 0)),
  );
}

/** A node without neighbours on that side stays where it is. */
function sortByMean(
  column: number[],
  lists: readonly (readonly number[])[],
  place: Float64Array,
  turned: boolean,
  means: Float64Array,
): void {
  for (const node of column) {
    const neighbours = lists[node] as readonly number[];
    let sum = 0;
    for (const other of neighbours) sum += place[other] as number;
    means[node] = neighbours.length === 0 ? (place[node] as number) : sum / neighbours.length;
  }
  if (turned) column.reverse();
  column.sort((one, other) => (means[one] as number) - (means[other] as number));
}

/** By Numerical Recipes' generator: the same picture each time. */
function shuffled(columns: Layers["columns"], seed: number): readonly (readonly number[])[] {
  let state = seed + 1;
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  return columns.map((column) => {
    const mixed = [...column];
    for (let index = mixed.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1));
      [mixed[index], mixed[other]] = [mixed[other] as number, mixed[index] as number];
    }
    return mixed;
  });
}

/** Crossings of the edges of two nodes on one side where `upper` stands above `lower`. */
function crossingsOf(
  upper: number,
  lower: number,
  lists: readonly (readonly number[])[],
  place: Float64Array,
): number {
  let crossings = 0;
  for (const one of lists[upper] as readonly number[])
    for (const other of lists[lower] as readonly number[])
      if ((place[one] as number) > (place[other] as number)) crossings += 1;
  return crossings;
}

/** The ends of the edges between two columns, one entry an edge. */
interface Ends {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

const toEnds = (edges: readonly (readonly [number, number])[]): Ends => ({
  left: Int32Array.from(edges, ([left]) => left),
  right: Int32Array.from(edges, ([, right]) => right),
});

/** Pairs of edges between two columns whose ends are in opposite order. */
function countCrossings({ left, right }: Ends, place: Float64Array): number {
  let crossings = 0;
  for (let one = 0; one < left.length; one++) {
    const leftPlace = place[left[one] as number] as number;
    const rightPlace = place[right[one] as number] as number;
    for (let other = 0; other < one; other++) {
      const above = leftPlace - (place[left[other] as number] as number);
      if (above * (rightPlace - (place[right[other] as number] as number)) < 0) crossings += 1;
    }
  }
  return crossings;
}
