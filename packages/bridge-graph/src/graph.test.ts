import * as fc from "fast-check";
import { expect, test } from "vitest";
import { buildGraph, type Graph } from "./graph.ts";

const rowOf = ({ offsets, neighbours, costs }: Graph, node: number): (readonly [number, number])[] =>
  Array.from(neighbours.subarray(offsets[node], offsets[node + 1])).map((other, index) => [
    other,
    costs[(offsets[node] ?? 0) + index] ?? 0,
  ]);

test("a row holds every neighbour once, in order, at the cheapest of its costs, and nobody is their own neighbour", () => {
  const node = fc.nat({ max: 5 });
  fc.assert(
    fc.property(fc.array(fc.tuple(node, node, fc.integer({ min: 1, max: 9 }))), (edges) => {
      const graph = buildGraph({
        nodeCount: 6,
        u: Int32Array.from(edges, ([u]) => u),
        v: Int32Array.from(edges, ([, v]) => v),
        cost: Int32Array.from(edges, ([, , cost]) => cost),
      });
      const pairs = new Map<string, number>();
      for (const [u, v, cost] of edges)
        for (const key of u === v ? [] : [`${u}-${v}`, `${v}-${u}`])
          pairs.set(key, Math.min(cost, pairs.get(key) ?? Infinity));
      expect(graph.edgeCount).toBe(pairs.size / 2);
      for (let one = 0; one < 6; one++)
        expect(rowOf(graph, one)).toEqual(
          [0, 1, 2, 3, 4, 5].flatMap((other) => {
            const cost = pairs.get(`${one}-${other}`);
            return cost === undefined ? [] : [[other, cost]];
          }),
        );
    }),
  );
});

test("a graph without nodes is a graph", () => {
  const none = new Int32Array();
  expect(buildGraph({ nodeCount: 0, u: none, v: none, cost: none })).toMatchObject({ edgeCount: 0 });
});

test.each([
  [{ v: [3] }, "v[0] is 3; nodes go from 0 to 2."],
  [{ u: [-1] }, "u[0] is -1"],
  [{ cost: [0] }, "cost[0] is 0; a cost must be 1 or more."],
  [{ cost: [1, 2] }, "they have 1, 1 and 2"],
  [{ nodeCount: -1 }, "nodeCount is -1"],
])("a wrong column is refused with the edge it stands at: %o", (wrong, message) => {
  const { nodeCount, u, v, cost } = { nodeCount: 3, u: [0], v: [1], cost: [1], ...wrong };
  expect(() =>
    buildGraph({ nodeCount, u: Int32Array.from(u), v: Int32Array.from(v), cost: Int32Array.from(cost) }),
  ).toThrow(message);
});
