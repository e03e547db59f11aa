import type { Graph } from "./graph.ts";
import { type CheapestWalks, createCheapestWalks } from "./cheapest-walks.ts";
import { createPrefixQueue, type Prefix } from "./prefix-queue.ts";

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
 * the simplicity of the path; see `createCheapestWalks`.
 *
 * @throws RangeError naming what is wrong with the query
 */
export function cheapestPaths(graph: Graph, query: Omit<PathQuery, "budget">): CheapPath[] {
  return [...searchPaths(graph, query).paths];
}

/** As `cheapestPaths`, with a limit to the work and word of whether it was reached. */
export function searchPaths(graph: Graph, query: PathQuery): PathAnswer {
  const search = beginSearch(graph, query);
  const paths: CheapPath[] = [];
  while (paths.length < query.count) {
    const path = search.next();
    if (!path) break;
    paths.push(path);
  }
  return { paths, cutOff: paths.length < query.count && search.exhausted() };
}

/** Paths one at a time, for who cannot say beforehand how many he needs. */
export interface PathSearch {
  /** The next path, undefined where there is none or the budget ran out. */
  next(): CheapPath | undefined;
  /** The budget ran out. */
  exhausted(): boolean;
}

/** A search must be over before the next on the same graph begins: they share their working memory. */
export function beginSearch(graph: Graph, query: Omit<PathQuery, "count">): PathSearch {
  checkQuery(graph, query);
  const { sources, target, budget = Infinity, avoid = NOTHING } = query;
  // No simple path is longer, and working memory grows with this number.
  const maxEdges = Math.min(query.maxEdges, graph.nodeCount - 1);
  const starts = new Set(sources);
  const walks = createCheapestWalks(graph, { sources: starts, target, maxEdges, budget, avoid });
  const queue = createPrefixQueue();
  for (const node of starts) {
    const bound = walks.begin(node);
    if (bound < Infinity) queue.push({ node, parent: undefined, cost: 0, edges: 0, bound });
  }
  return { next, exhausted: walks.exhausted };

  function next(): CheapPath | undefined {
    while (!walks.exhausted()) {
      const prefix = queue.pop();
      if (!prefix) return undefined;
      if (prefix.parent) pushNext(prefix.parent, prefix);
      if (prefix.node === target) return { cost: prefix.cost, nodes: nodesOf(prefix) };
      pushNext(prefix, undefined);
    }
    return undefined;
  }

  /** Of the ways to go on from a prefix only the best after `last` waits in the queue: hubs have hundreds. */
  function pushNext(parent: Prefix, last: Prefix | undefined): void {
    const next = bestStep(graph, walks, parent, maxEdges - parent.edges - 1, last);
    if (next) queue.push(next);
  }
}

/** The step from `parent` that comes next after `last` in the order of bound, then node. */
function bestStep(
  graph: Graph,
  walks: CheapestWalks,
  parent: Prefix,
  edgesLeft: number,
  last: Prefix | undefined,
): Prefix | undefined {
  const { offsets, neighbours, costs } = graph;
  const end = offsets[parent.node + 1] as number;
  let best = -1;
  let bestBound = Infinity;
  const start = offsets[parent.node] as number;
  for (let arc = start; arc < end; arc++) {
    const node = neighbours[arc] as number;
    const bound = parent.cost + (costs[arc] as number) + walks.from(node, edgesLeft);
    if (bound >= bestBound) continue;
    if (last && (bound < last.bound || (bound === last.bound && node <= last.node))) continue;
    if (isOn(parent, node)) continue;
    best = arc;
    bestBound = bound;
  }
  walks.spend(end - start);
  if (best < 0) return undefined;
  return {
    node: neighbours[best] as number,
    parent,
    cost: parent.cost + (costs[best] as number),
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

const NOTHING: ReadonlySet<number> = new Set();

function checkQuery(
  { nodeCount }: Graph,
  { sources, target, maxEdges, count = 1, budget }: Omit<PathQuery, "count"> & { readonly count?: number },
): void {
  const isNode = (node: number): boolean => Number.isInteger(node) && node >= 0 && node < nodeCount;
  const nodes = `nodes go from 0 to ${nodeCount - 1}`;
  if (!isNode(target)) throw new RangeError(`target is ${target}; ${nodes}.`);
  for (const [index, source] of sources.entries())
    if (!isNode(source)) throw new RangeError(`sources[${index}] is ${source}; ${nodes}.`);
  if (!Number.isInteger(maxEdges) || maxEdges < 0)
    throw new RangeError(`maxEdges is ${maxEdges}; it must be a whole number from 0 on.`);
  if (!(Number.isInteger(count) || count === Infinity) || count < 0)
    throw new RangeError(`count is ${count}; it must be a whole number from 0 on.`);
  if (budget !== undefined && !(budget >= 0))
    throw new RangeError(`budget is ${budget}; it must be 0 or more.`);
}
