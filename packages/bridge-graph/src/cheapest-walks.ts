import type { Graph } from "./graph.ts";
import { ballLayer, borrowScratch, note, type Notes, onwardLayer, type Scratch } from "./scratch.ts";

export interface WalksQuery {
  readonly sources: ReadonlySet<number>;
  readonly target: number;
  readonly maxEdges: number;
  /** Nodes no walk steps upon. */
  readonly avoid: ReadonlySet<number>;
  /** Edges that may be looked at. */
  readonly budget: number;
}

/**
 * What it costs at least to reach one target, by the number of edges that may still be walked. Data for the functions
 * below: made anew for each search, functions would never be compiled in a process that asks only now and then.
 */
export interface CheapestWalks extends WalksQuery {
  readonly graph: Graph;
  readonly scratch: Scratch;
  /** Layers of the ball round the target: walks of fewer edges than this are known. */
  layers: number;
  /** Edges that were looked at. */
  spent: number;
}

/**
 * With positive costs the cheapest walk of at most `r` edges visits no node twice, so it bounds every path from below and
 * is reached by most. Short walks are computed backward, a ball round the target; longer ones onward from the sources when
 * they are asked for. The ball grows as long as that looks at fewer edges than the sources' side would.
 */
export function openWalks(graph: Graph, query: WalksQuery): CheapestWalks {
  const { sources, target, maxEdges, avoid, budget } = query;
  const scratch = borrowScratch(graph);
  const walks = { graph, sources, target, maxEdges, avoid, budget, scratch, layers: 0, spent: 0 };
  growBall(walks);
  // Noted beforehand, so that no loop has to ask.
  if (avoid.size > 0)
    for (let edges = walks.layers; edges <= maxEdges; edges++)
      for (const node of avoid) note(onwardLayer(scratch, edges), node, Infinity);
  return walks;
}

/** The budget is used up; `walkFrom` may then answer Infinity where there is a walk. */
export const isExhausted = ({ spent, budget }: CheapestWalks): boolean => spent > budget;

/** Cost of the cheapest walk from `node` to the target with at most `edges` edges; Infinity where there is none. */
export function walkFrom(walks: CheapestWalks, node: number, edges: number): number {
  const { layers, scratch } = walks;
  if (edges < layers) return (scratch.ball[edges] as Notes).values[node] as number;
  const notes = onwardLayer(scratch, edges);
  const known = notes.values[node] as number;
  if (known >= 0) return known;
  const best = node === walks.target ? 0 : cheapestStep(walks, node, edges - 1);
  note(notes, node, best);
  return best;
}

/** As `walkFrom` with all edges, for a node at which a path begins: it counts although it is to be avoided. */
export function walkFromStart(walks: CheapestWalks, node: number): number {
  const { avoid, target, maxEdges } = walks;
  if (!avoid.has(node)) return walkFrom(walks, node, maxEdges);
  if (node === target) return 0;
  return maxEdges === 0 ? Infinity : cheapestStep(walks, node, maxEdges - 1);
}

function cheapestStep(walks: CheapestWalks, node: number, edgesAfter: number): number {
  const { offsets, neighbours, costs } = walks.graph;
  const start = offsets[node] as number;
  const end = offsets[node + 1] as number;
  walks.spent += end - start;
  if (walks.spent > walks.budget) return Infinity;
  let best = Infinity;
  if (edgesAfter < walks.layers) {
    // The innermost loop of every search: it reads the ball without a call.
    const { values } = walks.scratch.ball[edgesAfter] as Notes;
    for (let arc = start; arc < end; arc++) {
      const walk = (costs[arc] as number) + (values[neighbours[arc] as number] as number);
      if (walk < best) best = walk;
    }
  } else
    for (let arc = start; arc < end; arc++) {
      const price = costs[arc] as number;
      if (price < best) best = Math.min(best, price + walkFrom(walks, neighbours[arc] as number, edgesAfter));
    }
  return best;
}

/** Layer by layer, each from the nodes whose walks became cheaper in the one before. */
function growBall(walks: CheapestWalks): void {
  const { graph, sources, target, maxEdges, avoid, budget, scratch } = walks;
  const centre = ballLayer(scratch, 0);
  walks.layers = 1;
  if (avoid.has(target)) return;
  note(centre, target, 0);
  const first = degreeSum(graph, sources);
  const second = neighbourDegreeSum(graph, sources);
  let changed: readonly number[] = [target];
  while (walks.layers <= maxEdges) {
    const work = degreeSum(graph, changed);
    // Edges the sources' side looks at with the last of its edges, which one more layer of the ball would save. Past the
    // second it is taken to grow as it did there.
    const edgesOnward = maxEdges - walks.layers + 1;
    const saved = edgesOnward === 1 ? first : second * Math.pow(second / first, edgesOnward - 2);
    if (work > saved) break;
    walks.spent += work;
    if (walks.spent > budget) break;
    const before = scratch.ball[walks.layers - 1] as Notes;
    const layer = ballLayer(scratch, walks.layers);
    copyNotes(before, layer);
    changed = growLayer(graph, before, layer, changed, avoid);
    walks.layers += 1;
  }
}

function copyNotes(from: Notes, to: Notes): void {
  for (let place = 0; place < from.noted.length; place++) {
    const node = from.noted[place] as number;
    to.noted.push(node);
    to.values[node] = from.values[node] as number;
  }
}

/** @returns the nodes whose walks became cheaper */
function growLayer(
  { offsets, neighbours, costs }: Graph,
  before: Notes,
  layer: Notes,
  changed: readonly number[],
  avoid: ReadonlySet<number>,
): readonly number[] {
  const cheaper: number[] = [];
  const { values, noted } = layer;
  const old = before.values;
  const avoids = avoid.size > 0;
  for (let place = 0; place < changed.length; place++) {
    const node = changed[place] as number;
    const walk = old[node] as number;
    const end = offsets[node + 1] as number;
    for (let arc = offsets[node] as number; arc < end; arc++) {
      const next = neighbours[arc] as number;
      const cost = walk + (costs[arc] as number);
      const known = values[next] as number;
      if (cost >= known || (avoids && avoid.has(next))) continue;
      values[next] = cost;
      if (known === Infinity) noted.push(next);
      if (known === old[next]) cheaper.push(next);
    }
  }
  return cheaper;
}

function degreeSum({ offsets }: Graph, nodes: Iterable<number>): number {
  let sum = 0;
  for (const node of nodes) sum += (offsets[node + 1] as number) - (offsets[node] as number);
  return sum;
}

function neighbourDegreeSum({ offsets, neighbours }: Graph, nodes: Iterable<number>): number {
  let sum = 0;
  for (const node of nodes) {
    const end = offsets[node + 1] as number;
    for (let arc = offsets[node] as number; arc < end; arc++) {
      const next = neighbours[arc] as number;
      sum += (offsets[next + 1] as number) - (offsets[next] as number);
    }
  }
  return sum;
}
