import type { BridgeAdvice } from "./bridge.ts";
import { beginSearch, type CheapPath, nextPath } from "./cheapest-paths.ts";
import { arcTo, type Graph } from "./graph.ts";

/** People worth getting to know that are named. */
const OPENERS = 5;
/** Longer paths than these introduce nobody, and show nobody to get to know. */
const MORE_INTRODUCTIONS = 2;

export interface NoPath {
  readonly graph: Graph;
  readonly sources: readonly number[];
  readonly target: number;
  readonly avoid: ReadonlySet<number>;
  readonly maxIntroductions: number;
  readonly budget: number;
  readonly cutOff: boolean;
}

export interface RawAdvice {
  readonly reason: BridgeAdvice["reason"];
  readonly longer?: CheapPath;
  readonly openers: readonly CheapPath[];
}

/** Why there is no path, and who would open one. */
export function advise(query: NoPath): RawAdvice {
  const longer = findLonger(query);
  const openers = [...openersOn(longer, query), ...acquaintancesOf(query)];
  const named = openers.filter(
    ({ nodes }, place) => openers.findIndex((other) => other.nodes[0] === nodes[0]) === place,
  );
  return { reason: reasonOf(query), ...(longer ? { longer } : {}), openers: named.slice(0, OPENERS) };
}

function reasonOf({ graph, sources, target, cutOff }: NoPath): BridgeAdvice["reason"] {
  if (sources.length === 0) return "nobody-of-ours";
  if (graph.offsets[target] === graph.offsets[target + 1]) return "target-without-ties";
  return cutOff ? "search-cut-off" : "too-far";
}

function findLonger({
  graph,
  sources,
  target,
  avoid,
  maxIntroductions,
  budget,
}: NoPath): CheapPath | undefined {
  for (let more = 1; more <= MORE_INTRODUCTIONS; more++) {
    const maxEdges = maxIntroductions + more;
    const path = nextPath(beginSearch(graph, { sources, target, maxEdges, budget, avoid }));
    if (path) return path;
  }
  return undefined;
}

/** Who of the longer path is just close enough: known to ours, he is the way. */
function openersOn(longer: CheapPath | undefined, { graph, maxIntroductions }: NoPath): readonly CheapPath[] {
  if (!longer || maxIntroductions < 2) return [];
  const nodes = longer.nodes.slice(-maxIntroductions);
  const cost = nodes
    .slice(1)
    .reduce((sum, node, place) => sum + costOf(graph, nodes[place] as number, node), 0);
  return [{ cost, nodes }];
}

function acquaintancesOf({ graph, target, avoid, maxIntroductions }: NoPath): readonly CheapPath[] {
  if (maxIntroductions < 2) return [];
  return neighboursOf(graph, target)
    .filter(({ node }) => !avoid.has(node))
    .toSorted((one, other) => one.cost - other.cost || one.node - other.node)
    .slice(0, OPENERS)
    .map(({ node, cost }) => ({ cost, nodes: [node, target] }));
}

/** The row of a node, by node. */
export function neighboursOf(
  { offsets, neighbours, costs }: Graph,
  node: number,
): readonly { readonly node: number; readonly cost: number }[] {
  const start = offsets[node] as number;
  const row = neighbours.subarray(start, offsets[node + 1] as number);
  return Array.from(row, (neighbour, place) => ({ node: neighbour, cost: costs[start + place] as number }));
}

const costOf = (graph: Graph, node: number, other: number): number =>
  graph.costs[arcTo(graph, node, other)] as number;
