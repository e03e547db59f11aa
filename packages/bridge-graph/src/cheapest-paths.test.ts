import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CheapPath, cheapestPaths, type PathQuery, searchPaths } from "./cheapest-paths.ts";
import { buildGraph, type Graph } from "./graph.ts";

type Edge = readonly [u: number, v: number, cost: number];

const graphOf = (nodeCount: number, edges: readonly Edge[]): Graph =>
  buildGraph({
    nodeCount,
    u: Int32Array.from(edges, ([u]) => u),
    v: Int32Array.from(edges, ([, v]) => v),
    cost: Int32Array.from(edges, ([, , cost]) => cost),
  });

/** Every simple path there is, found by trying, in the promised order. */
function allPaths(edges: readonly Edge[], query: PathQuery): CheapPath[] {
  const found: CheapPath[] = [];
  const walk = (nodes: readonly number[], cost: number): void => {
    const last = nodes.at(-1);
    if (last === query.target) {
      found.push({ cost, nodes });
      return;
    }
    if (nodes.length > query.maxEdges) return;
    const steps = new Map<number, number>();
    for (const [u, v, price] of edges)
      for (const [from, to] of [[u, v] as const, [v, u] as const])
        if (from === last && !nodes.includes(to)) steps.set(to, Math.min(price, steps.get(to) ?? Infinity));
    for (const [to, price] of steps) walk([...nodes, to], cost + price);
  };
  for (const source of new Set(query.sources)) walk([source], 0);
  return found.toSorted((a, b) => a.cost - b.cost || compareNumbers(a.nodes, b.nodes));
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((node, place) => node !== b[place]);
  return index < 0 ? a.length - b.length : (a[index] ?? 0) - (b[index] ?? -1);
}

const scenes = fc.integer({ min: 1, max: 7 }).chain((nodeCount) => {
  const node = fc.nat({ max: nodeCount - 1 });
  return fc.record({
    nodeCount: fc.constant(nodeCount),
    // Few different costs, so that many paths cost the same.
    edges: fc.array(fc.tuple(node, node, fc.integer({ min: 1, max: 4 })), { maxLength: 18 }),
    query: fc.record({
      sources: fc.array(node, { maxLength: 4 }),
      target: node,
      maxEdges: fc.nat({ max: 7 }),
      count: fc.nat({ max: 12 }),
    }),
  });
});

describe("the cheapest paths", () => {
  test("are those that trying every path finds, in the same order", () => {
    fc.assert(
      fc.property(scenes, ({ nodeCount, edges, query }) => {
        const expected = allPaths(edges, query).slice(0, query.count);
        expect(cheapestPaths(graphOf(nodeCount, edges), query)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test("go round the nodes that are to be avoided, and may begin at one", () => {
    fc.assert(
      fc.property(scenes, fc.uniqueArray(fc.nat({ max: 6 })), ({ nodeCount, edges, query }, avoided) => {
        const avoid = new Set(avoided.filter((node) => node < nodeCount));
        const expected = allPaths(edges, { ...query, count: Infinity })
          .filter(({ nodes }) => nodes.slice(1).every((node) => !avoid.has(node)))
          .slice(0, query.count);
        expect(cheapestPaths(graphOf(nodeCount, edges), { ...query, avoid })).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test("do not depend on the order in which edges, their ends and sources come", () => {
    const shuffled = scenes.chain((scene) =>
      fc.record({
        scene: fc.constant(scene),
        edges: fc.shuffledSubarray(scene.edges, { minLength: scene.edges.length }),
        sources: fc.shuffledSubarray([...scene.query.sources], { minLength: scene.query.sources.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ scene: { nodeCount, edges, query }, edges: others, sources }) => {
        const turned = others.map(([u, v, cost]): Edge => [v, u, cost]);
        expect(cheapestPaths(graphOf(nodeCount, turned), { ...query, sources })).toEqual(
          cheapestPaths(graphOf(nodeCount, edges), query),
        );
      }),
    );
  });

  test("of a graph that was searched before are the same again", () => {
    fc.assert(
      fc.property(scenes, scenes, ({ nodeCount, edges, query }, other) => {
        const graph = graphOf(nodeCount, edges);
        const first = cheapestPaths(graph, query);
        const within = (node: number): number => node % nodeCount;
        const { sources, target, ...rest } = other.query;
        cheapestPaths(graph, { ...rest, sources: sources.map(within), target: within(target) });
        expect(cheapestPaths(graph, query)).toEqual(first);
      }),
    );
  });

  test("of costs near the greatest number do not overflow", () => {
    const dear = 2 ** 31 - 1;
    const graph = graphOf(4, [
      [0, 1, dear],
      [1, 2, dear],
      [2, 3, dear],
    ]);
    expect(cheapestPaths(graph, { sources: [0], target: 3, maxEdges: 3, count: 1 })).toEqual([
      { cost: 3 * dear, nodes: [0, 1, 2, 3] },
    ]);
  });

  test("are none where nobody can be reached, and one of a single node where a source is the target", () => {
    const graph = graphOf(3, [[0, 1, 5]]);
    expect(cheapestPaths(graph, { sources: [0], target: 2, maxEdges: 6, count: 5 })).toEqual([]);
    expect(cheapestPaths(graph, { sources: [], target: 2, maxEdges: 6, count: 5 })).toEqual([]);
    expect(cheapestPaths(graph, { sources: [1], target: 1, maxEdges: 0, count: 5 })).toEqual([
      { cost: 0, nodes: [1] },
    ]);
  });
});

describe("a budget", () => {
  test("gives the cheapest of what was found and says that it was cut off, or changes nothing", () => {
    fc.assert(
      fc.property(scenes, fc.nat({ max: 40 }), ({ nodeCount, edges, query }, budget) => {
        const graph = graphOf(nodeCount, edges);
        const { paths, cutOff } = searchPaths(graph, { ...query, budget });
        const whole = cheapestPaths(graph, query);
        expect(paths).toEqual(whole.slice(0, paths.length));
        if (!cutOff) expect(paths).toHaveLength(whole.length);
      }),
      { numRuns: 1000 },
    );
  });

  test("holds in a crowd where everybody knows everybody", () => {
    const crowd = 400;
    const edges: Edge[] = [];
    for (let u = 0; u < crowd; u++) for (let v = 0; v < u; v++) edges.push([u, v, 1 + ((u * v) % 7)]);
    const query = { sources: [0], target: crowd - 1, maxEdges: 6, count: 50 };
    const graph = graphOf(crowd, edges);
    expect(searchPaths(graph, { ...query, budget: 1000 })).toEqual({ paths: [], cutOff: true });
    expect(searchPaths(graph, { ...query, budget: 10_000_000 }).cutOff).toBe(false);
  });
});

describe("a query that cannot be meant", () => {
  const graph = graphOf(2, [[0, 1, 1]]);
  const query: PathQuery = { sources: [0], target: 1, maxEdges: 2, count: 1 };
  test.each<[Partial<PathQuery>, string]>([
    [{ target: 2 }, "target is 2; nodes go from 0 to 1."],
    [{ sources: [0, -1] }, "sources[1] is -1"],
    [{ maxEdges: 1.5 }, "maxEdges is 1.5"],
    [{ count: -1 }, "count is -1"],
    [{ budget: Number.NaN }, "budget is NaN"],
  ])("is refused with its place: %o", (wrong, message) => {
    expect(() => searchPaths(graph, { ...query, ...wrong })).toThrow(message);
  });
});
