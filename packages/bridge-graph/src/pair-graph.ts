import type { Graph } from "./graph.ts";
import type { PairRows } from "./pair-rows.ts";

/** The graph of all pairs. Each pair is computed once, from its lower number, and mirrored. */
export function buildPairGraph(nodeCount: number, rows: PairRows): Graph {
  const upper = createGrowingColumns();
  const above = new Int32Array(nodeCount + 1);
  const degrees = new Int32Array(nodeCount);
  for (let person = 0; person < nodeCount; person++) {
    const row = rows.read(person, person);
    upper.append(row.neighbours, row.costs, row.length);
    above[person + 1] = upper.length();
    degrees[person] = (degrees[person] as number) + row.length;
    for (let place = 0; place < row.length; place++) {
      const other = row.neighbours[place] as number;
      degrees[other] = (degrees[other] as number) + 1;
    }
  }
  const offsets = new Int32Array(nodeCount + 1);
  for (let person = 0; person < nodeCount; person++)
    offsets[person + 1] = (offsets[person] as number) + (degrees[person] as number);
  const neighbours = new Int32Array(2 * upper.length());
  const costs = new Int32Array(2 * upper.length());
  // By ascending person: a row's mirrored entries come first and in order, then its own.
  const next = offsets.slice(0, nodeCount);
  const write = (person: number, other: number, cost: number): void => {
    const place = next[person] as number;
    neighbours[place] = other;
    costs[place] = cost;
    next[person] = place + 1;
  };
  for (let person = 0; person < nodeCount; person++)
    for (let pair = above[person] as number; pair < (above[person + 1] as number); pair++) {
      const other = upper.neighbour(pair);
      write(person, other, upper.cost(pair));
      write(other, person, upper.cost(pair));
    }
  return { nodeCount, edgeCount: upper.length(), offsets, neighbours, costs };
}

/**
 * A graph in which the rows of these people are read anew and all others are as they were. Right only where every pair that
 * changed has both of its ends among `people`.
 *
 * @param spare a graph that nobody reads any more: its memory is written over where it is large enough
 */
export function patchPairGraph(
  graph: Graph,
  nodeCount: number,
  people: ReadonlySet<number>,
  rows: PairRows,
  spare?: Graph,
): Graph {
  const changed = [...people].toSorted((one, other) => one - other);
  const fresh = createGrowingColumns();
  const lengths = changed.map((person) => {
    const row = rows.read(person, -1);
    fresh.append(row.neighbours, row.costs, row.length);
    return row.length;
  });
  const oldEnd = (person: number): number => graph.offsets[Math.min(person, graph.nodeCount)] as number;
  let total = oldEnd(graph.nodeCount);
  changed.forEach((person, place) => {
    total += (lengths[place] as number) - (oldEnd(person + 1) - oldEnd(person));
  });
  const offsets = columnFor(nodeCount + 1, spare?.offsets);
  const neighbours = columnFor(total, spare?.neighbours);
  const costs = columnFor(total, spare?.costs);
  offsets[0] = 0;
  let written = 0;
  let readFresh = 0;
  let copied = 0;
  const copyUntil = (person: number): void => {
    const start = oldEnd(copied);
    neighbours.set(graph.neighbours.subarray(start, oldEnd(person)), written);
    costs.set(graph.costs.subarray(start, oldEnd(person)), written);
    for (let row = copied; row < person; row++) offsets[row + 1] = written + oldEnd(row + 1) - start;
    written += oldEnd(person) - start;
    copied = person;
  };
  changed.forEach((person, place) => {
    copyUntil(person);
    const length = lengths[place] as number;
    fresh.copyTo(neighbours, costs, readFresh, length, written);
    readFresh += length;
    written += length;
    offsets[person + 1] = written;
    copied = person + 1;
  });
  copyUntil(nodeCount);
  return { nodeCount, edgeCount: total / 2, offsets, neighbours, costs };
}

/** Two graphs take turns while ties change one by one: each leaves the next some room to grow. */
const ROOM = 1.02;

function columnFor(length: number, spare: Int32Array | undefined): Int32Array {
  const held = spare?.buffer ?? new ArrayBuffer(0);
  if (held.byteLength >= 4 * length) return new Int32Array(held, 0, length);
  return new Int32Array(Math.ceil(length * ROOM)).subarray(0, length);
}

/** Two columns of numbers whose length is not known before; they double. */
function createGrowingColumns() {
  let neighbours = new Int32Array(1 << 12);
  let costs = new Int32Array(1 << 12);
  let length = 0;
  return {
    length: () => length,
    neighbour: (place: number) => neighbours[place] as number,
    cost: (place: number) => costs[place] as number,
    append(moreNeighbours: Int32Array, moreCosts: Int32Array, count: number): void {
      if (length + count > neighbours.length) {
        neighbours = grown(neighbours, length + count);
        costs = grown(costs, length + count);
      }
      for (let place = 0; place < count; place++, length++) {
        neighbours[length] = moreNeighbours[place] as number;
        costs[length] = moreCosts[place] as number;
      }
    },
    copyTo(toNeighbours: Int32Array, toCosts: Int32Array, from: number, count: number, to: number): void {
      toNeighbours.set(neighbours.subarray(from, from + count), to);
      toCosts.set(costs.subarray(from, from + count), to);
    },
  };
}

function grown(column: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, Math.ceil(column.length * 1.5)));
  larger.set(column);
  return larger;
}
