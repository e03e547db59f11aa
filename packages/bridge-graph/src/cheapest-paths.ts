import { arcTo, type Graph } from "./graph.ts";
import { type CheapestWalks, isExhausted, openWalks, walkFrom, walkFromStart } from "./cheapest-walks.ts";
import { popPrefix, type Prefix, type PrefixQueue, pushPrefix } from "./prefix-queue.ts";

export interface PathQuery {
  /** Nodes a path may begin at; repeats are of no consequence. */
  readonly sources: readonly number[] | Int32Array;
  readonly target: number;
  /** Longest path, in edges. Past about ten the search slows down: paths that long introduce nobody. */
  readonly maxEdges: number;
  /** How many paths are wanted. */
  readonly count: number;
  /** Nodes a path may not go through or to; it may begin at one. */
  readonly avoid?: ReadonlySet<number>;
  /** Edges that may be looked at before the search gives up; unlimited without it. */
  readonly budget?: number;
}

export interface CheapPath {
  readonly cost: number;
  /** From a source to the target, both included. */
  readonly nodes: readonly number[];
}

export interface PathAnswer {
  readonly paths: readonly CheapPath[];
  /** The budget ran out: these are the cheapest paths, but there may be more of those that were wanted. */
  readonly cutOff: boolean;
}

/**
 * The `count` cheapest simple paths of at most `maxEdges` edges from any source to the target, by ascending cost, of equal
 * cost by their node numbers from the source on: the same graph and query give the same answer, in whatever order edges
 * and sources came. Fewer where there are no more; a source that is the target is a path of one node.
 *
 * A*Prune (Liu and Ramakrishnan 2001) whose lower bound, the cheapest walk with the edges that remain, is exact in all but
 * the simplicity of the path; see `openWalks`.
 *
 * @throws RangeError naming what is wrong with the query
 */
export function cheapestPaths(graph: Graph, query: Omit<PathQuery, "budget">): CheapPath[] {
  return [...searchPaths(graph, query).paths];
}

/** As `cheapestPaths`, with a limit to the work and word of whether it was reached. */
export function searchPaths(graph: Graph, query: PathQuery): PathAnswer {
  const { count } = query;
  if (!(Number.isInteger(count) || count === Infinity) || count < 0)
    throw new RangeError(`count is ${count}; it must be a whole number from 0 on.`);
  const search = beginSearch(graph, query);
  const paths: CheapPath[] = [];
  while (paths.length < count) {
    const path = nextPath(search);
    if (!path) break;
    paths.push(path);
  }
  return { paths, cutOff: paths.length < count && ranOut(search) };
}

/** Paths one at a time, for who cannot say beforehand how many he needs; see `nextPath`. */
export interface PathSearch {
  readonly walks: CheapestWalks;
  readonly queue: PrefixQueue;
  /** The path that was found last: what comes after it in the order of its parent's steps is not in the queue yet. */
  found: Prefix | undefined;
}

const NOTHING: ReadonlySet<number> = new Set();

/** A search must be over before the next on the same graph begins: they share their working memory. */
export function beginSearch(graph: Graph, query: Omit<PathQuery, "count">): PathSearch {
  checkQuery(graph, query);
  const { target, budget = Infinity, avoid = NOTHING } = query;
  const sources = new Set(query.sources);
  // No simple path is longer, and working memory grows with this number.
  const maxEdges = Math.min(query.maxEdges, graph.nodeCount - 1);
  const walks = openWalks(graph, { sources, target, maxEdges, budget, avoid });
  const queue: PrefixQueue = [];
  for (const node of sources) {
    const bound = walkFromStart(walks, node);
    if (bound < Infinity) pushPrefix(queue, { node, parent: undefined, cost: 0, edges: 0, bound });
  }
  return { walks, queue, found: undefined };
}

/** The next path, undefined where there is none or the budget ran out. */
export function nextPath(search: PathSearch): CheapPath | undefined {
  const { walks, queue, found } = search;
  if (found?.parent) pushNext(walks, queue, found.parent, found);
  search.found = undefined;
  while (!isExhausted(walks)) {
    const prefix = popPrefix(queue);
    if (!prefix) return undefined;
    if (prefix.node === walks.target) {
      search.found = prefix;
      return { cost: prefix.cost, nodes: nodesOf(prefix) };
    }
    if (prefix.parent) pushNext(walks, queue, prefix.parent, prefix);
    pushNext(walks, queue, prefix, undefined);
  }
  return undefined;
}

/** The budget ran out. */
export const ranOut = ({ walks }: PathSearch): boolean => isExhausted(walks);

/** Of the ways to go on from a prefix only the best after `last` waits in the queue: hubs have hundreds. */
function pushNext(walks: CheapestWalks, queue: PrefixQueue, parent: Prefix, last: Prefix | undefined): void {
  const edgesLeft = walks.maxEdges - parent.edges - 1;
  const next = edgesLeft === 0 ? lastStep(walks, parent, last) : bestStep(walks, parent, edgesLeft, last);
  if (next) pushPrefix(queue, next);
}

/** The step to the target: no other may be taken now, and none comes after it. */
function lastStep(walks: CheapestWalks, parent: Prefix, last: Prefix | undefined): Prefix | undefined {
  const { graph, target, avoid } = walks;
  if (last || avoid.has(target)) return undefined;
  const arc = arcTo(graph, parent.node, target);
  walks.spent += 1;
  if (arc < 0) return undefined;
  const cost = parent.cost + (graph.costs[arc] as number);
  return { node: target, parent, cost, edges: parent.edges + 1, bound: cost };
}

/** The step from `parent` that comes next after `last` in the order of bound, then node. */
function bestStep(
  walks: CheapestWalks,
  parent: Prefix,
  edgesLeft: number,
  last: Prefix | undefined,
): Prefix | undefined {
  const { offsets, neighbours, costs } = walks.graph;
  const start = offsets[parent.node] as number;
  const end = offsets[parent.node + 1] as number;
  const ball = edgesLeft < walks.layers ? walks.scratch.ball[edgesLeft]?.values : undefined;
  const lastBound = last ? last.bound : -1;
  const lastNode = last ? last.node : -1;
  const { cost } = parent;
  let best = -1;
  let bestBound = Infinity;
  for (let arc = start; arc < end; arc++) {
    const node = neighbours[arc] as number;
    const walk = ball ? (ball[node] as number) : walkFrom(walks, node, edgesLeft);
    const bound = cost + (costs[arc] as number) + walk;
    if (bound >= bestBound || bound < lastBound) continue;
    if ((bound === lastBound && node <= lastNode) || isOn(parent, node)) continue;
    best = arc;
    bestBound = bound;
  }
  walks.spent += end - start;
  if (best < 0) return undefined;
  return {
    node: neighbours[best] as number,
    parent,
    cost: cost + (costs[best] as number),
    edges: parent.edges + 1,
    bound: bestBound,
  };
}

function isOn(prefix: Prefix, node: number): boolean {
  for (let step: Prefix | undefined = prefix; step; step = step.parent) if (step.node === node) return true;
  return false;
}

function nodesOf(path: Prefix): number[] {
  const nodes: number[] = [];
  for (let step: Prefix | undefined = path; step; step = step.parent) nodes.push(step.node);
  return nodes.toReversed();
}

function checkQuery(graph: Graph, { sources, target, maxEdges, budget }: Omit<PathQuery, "count">): void {
  const { nodeCount } = graph;
  if (!isNode(target, nodeCount))
    throw new RangeError(`target is ${target}; nodes go from 0 to ${nodeCount - 1}.`);
  for (let index = 0; index < sources.length; index++)
    if (!isNode(sources[index] as number, nodeCount))
      throw new RangeError(`sources[${index}] is ${sources[index]}; nodes go from 0 to ${nodeCount - 1}.`);
  if (!Number.isInteger(maxEdges) || maxEdges < 0)
    throw new RangeError(`maxEdges is ${maxEdges}; it must be a whole number from 0 on.`);
  if (budget !== undefined && !(budget >= 0))
    throw new RangeError(`budget is ${budget}; it must be 0 or more.`);
}

const isNode = (node: number, nodeCount: number): boolean =>
  Number.isInteger(node) && node >= 0 && node < nodeCount;
