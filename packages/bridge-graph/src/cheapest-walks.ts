import type { Graph } from "./graph.ts";
import { borrowScratch, type Notes } from "./scratch.ts";

/** What it costs at least to reach one target, by the number of edges that may still be walked. */
export interface CheapestWalks {
  /** Cost of the cheapest walk from `node` to the target with at most `edges` edges; Infinity where there is none. */
  from(node: number, edges: number): number;
  /** As `from` with all edges, for a node at which a path begins: it counts although it is to be avoided. */
  begin(node: number): number;
  /** Counts edges that were looked at elsewhere. */
  spend(edges: number): void;
  /** The budget is used up; `from` may then answer Infinity where there is a walk. */
  exhausted(): boolean;
}

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
 * With positive costs the cheapest walk of at most `r` edges visits no node twice, so it bounds every path from below and
 * is reached by most. Short walks are computed backward, a ball round the target; longer ones onward from the sources when
 * they are asked for. The ball grows as long as that looks at fewer edges than the sources' side would.
 */
export function createCheapestWalks(graph: Graph, query: WalksQuery): CheapestWalks {
  const { offsets, neighbours, costs } = graph;
  const { target, maxEdges, budget, avoid } = query;
  const scratch = borrowScratch(graph);
  const sourceWork = measureSources();
  let spent = 0;
  const ball = growBall();
  const onward = Array.from({ length: maxEdges + 1 }, (_, edges) => scratch.onward(edges));
  // Noted beforehand, so that no loop has to ask.
  for (const node of avoid) for (const notes of onward) notes.note(node, Infinity);
  return {
    from,
    begin: (node) => {
      if (!avoid.has(node)) return from(node, maxEdges);
      if (node === target) return 0;
      return maxEdges === 0 ? Infinity : cheapestStep(node, maxEdges - 1);
    },
    spend: (edges) => {
      spent += edges;
    },
    exhausted: () => spent > budget,
  };

  function from(node: number, edges: number): number {
    if (edges < ball.length) return ball[edges]?.values[node] ?? Infinity;
    const notes = onward[edges] as Notes;
    const known = notes.values[node] as number;
    if (known >= 0) return known;
    const best = node === target ? 0 : cheapestStep(node, edges - 1);
    notes.note(node, best);
    return best;
  }

  function cheapestStep(node: number, edgesAfter: number): number {
    const start = offsets[node] as number;
    const end = offsets[node + 1] as number;
    spent += end - start;
    if (spent > budget) return Infinity;
    let best = Infinity;
    if (edgesAfter < ball.length) {
      // The innermost loop of every search: it reads the ball without a call.
      const { values } = ball[edgesAfter] as Notes;
      for (let arc = start; arc < end; arc++) {
        const walk = (costs[arc] as number) + (values[neighbours[arc] as number] as number);
        if (walk < best) best = walk;
      }
    } else
      for (let arc = start; arc < end; arc++) {
        const price = costs[arc] as number;
        if (price < best) best = Math.min(best, price + from(neighbours[arc] as number, edgesAfter));
      }
    return best;
  }

  /** Layer by layer, each from the nodes whose walks became cheaper in the one before. */
  function growBall(): readonly Notes[] {
    const centre = scratch.ball(0);
    if (!avoid.has(target)) centre.note(target, 0);
    const layers = [centre];
    const reached = [target];
    let changed = avoid.has(target) ? [] : [target];
    while (layers.length <= maxEdges && spent <= budget) {
      let work = 0;
      for (const node of changed) work += degreeOf(node);
      if (work > lastWorkOnward(maxEdges - layers.length + 1)) break;
      spent += work;
      const before = (layers.at(-1) as Notes).values;
      const layer = scratch.ball(layers.length);
      for (const node of reached) layer.note(node, before[node] as number);
      const cheaper: number[] = [];
      for (const node of changed) {
        const walk = before[node] as number;
        const end = offsets[node + 1] as number;
        for (let arc = offsets[node] as number; arc < end; arc++) {
          const next = neighbours[arc] as number;
          const cost = walk + (costs[arc] as number);
          const known = layer.values[next] as number;
          if (cost >= known || (avoid.size > 0 && avoid.has(next))) continue;
          layer.note(next, cost);
          if (known === Infinity) reached.push(next);
          if (known === before[next]) cheaper.push(next);
        }
      }
      layers.push(layer);
      changed = cheaper;
    }
    return layers;
  }

  /**
   * Edges the sources' side looks at with the last of this many edges, which one more layer of the ball would save. Past
   * the second it is taken to grow as it did there.
   */
  function lastWorkOnward(edges: number): number {
    if (edges === 1) return sourceWork.first;
    return sourceWork.second * Math.pow(sourceWork.second / sourceWork.first, edges - 2);
  }

  function measureSources(): { readonly first: number; readonly second: number } {
    let first = 0;
    let second = 0;
    for (const source of query.sources) {
      first += degreeOf(source);
      const end = offsets[source + 1] as number;
      for (let arc = offsets[source] as number; arc < end; arc++)
        second += degreeOf(neighbours[arc] as number);
    }
    return { first, second };
  }

  function degreeOf(node: number): number {
    return (offsets[node + 1] as number) - (offsets[node] as number);
  }
}
