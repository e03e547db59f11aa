import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BridgeLink, BridgePath } from "../bridge.ts";
import { layoutBridge } from "./layout-bridge.ts";
import { orderColumns } from "./order-columns.ts";
import type { Box, BridgePicture, PictureMetrics } from "./picture.ts";
import { overlap } from "./place-labels.ts";

/** `"us -club- ann -board- tom"`; a link `--` is one without a body. */
function pathOf(words: string, current = true): BridgePath {
  const parts = words.split(" ");
  const people = parts.filter((_, place) => place % 2 === 0);
  const links = parts.flatMap((part, place): BridgeLink[] => {
    if (place % 2 === 0) return [];
    const [from, to, body] = [parts[place - 1] as string, parts[place + 1] as string, part.slice(1, -1)];
    const ties = (body ? [from, to] : [from]).map((person) => ({
      id: `${person}@${body}`,
      person,
      type: "club",
    }));
    const organisation = body ? { organisation: body } : {};
    return [
      { from, to, strength: 0.5, because: [{ ...organisation, ties, current, strength: 0.5, reasons: [] }] },
    ];
  });
  return { strength: 0.5 ** links.length, people, links };
}

const draw = (...paths: readonly string[]): BridgePicture => layoutBridge(paths.map((path) => pathOf(path)));
const columnsOf = (picture: BridgePicture): Record<string, number> =>
  Object.fromEntries(picture.nodes.map(({ id, column }) => [id, column]));

describe("the picture of a bridge", () => {
  test("has ours on the left, the target on the right, and bodies between the people they join", () => {
    const picture = draw("us -club- ann -board- tom", "me -fund- tom");
    expect(columnsOf(picture)).toEqual({ us: 0, me: 0, club: 1, ann: 2, board: 3, fund: 3, tom: 4 });
    expect(picture.nodes.find(({ id }) => id === "fund")?.kind).toBe("organisation");
  });

  test("draws a body once where several people share it with the target", () => {
    const picture = draw("us -a- ann -board- tom", "me -b- bob -c- cem -board- tom", "we -board- tom");
    expect(picture.nodes.filter(({ id }) => id === "board")).toHaveLength(1);
  });

  test("stands the best way on one level where nothing is in the way", () => {
    const picture = draw("us -a- ann -b- tom", "me -d- cem -e- tom", "we -g- tom");
    const levels = picture.edges.flatMap(({ paths, points }) =>
      paths.includes(0) ? points.map(({ y }) => y) : [],
    );
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(3);
    expect(Math.max(...levels)).toBeLessThan(picture.height / 2);
  });

  test("draws a tie of two people as one edge, and what two paths share once", () => {
    const picture = draw("us -- ann -board- tom", "me -- ann -board- tom");
    expect(picture.edges.map(({ from, to, paths }) => [from, to, paths])).toEqual([
      ["person us", "person ann", [0]],
      ["person ann", "organisation board 3", [0, 1]],
      ["organisation board 3", "person tom", [0, 1]],
      ["person me", "person ann", [1]],
    ]);
  });

  test("tells which tie an edge shows, and dashes former ones", () => {
    const picture = layoutBridge([pathOf("us -club- tom", false)]);
    expect(picture.edges.map(({ tie, current }) => [tie, current])).toEqual([
      ["us@club", false],
      ["tom@club", false],
    ]);
  });

  test("leads the edge of a shorter path round what stands between", () => {
    const picture = draw("us -a- ann -b- bob -c- tom", "me -d- tom");
    const long = picture.edges.find(({ from }) => from === "person me");
    expect(long?.points).toHaveLength(6);
  });

  test("stays a picture where two paths take two people in different order", () => {
    const columns = columnsOf(draw("us -a- ann -b- bob -c- tom", "me -d- bob -b- ann -e- tom"));
    expect([columns["ann"], columns["bob"], columns["tom"]]).toEqual([2, 4, 6]);
  });

  test("draws whom else somebody knows beside the ways, and moves the target behind them", () => {
    const [way, branch] = [pathOf("us -club- ann -- tom"), pathOf("ann -choir- eve")];
    const picture = layoutBridge([way], undefined, branch.links);
    expect(columnsOf(picture)).toEqual({ us: 0, club: 1, ann: 2, choir: 3, eve: 4, tom: 6 });
    expect(picture.edges.filter(({ paths }) => paths.length === 0)).toHaveLength(2);
  });

  test("draws whom the target knows before him, and nobody twice", () => {
    const known = [pathOf("tom -choir- eve"), pathOf("tom -club- us")].flatMap(({ links }) => links);
    const picture = layoutBridge([pathOf("us -club- tom")], undefined, known);
    expect(columnsOf(picture)).toEqual({ us: 0, eve: 2, choir: 3, club: 3, tom: 4 });
    expect(picture.edges.find(({ from }) => from === "person eve")?.to).toBe("organisation choir 3");
  });

  test("of no path is empty, of one of ours who is the target a single node", () => {
    expect(layoutBridge([])).toEqual({ width: 0, height: 0, nodes: [], edges: [], crossings: 0 });
    expect(layoutBridge([{ people: ["us"], links: [] }]).nodes).toHaveLength(1);
  });

  test("crosses no edges where that can be", () => {
    const picture = draw(
      "us -a- ann -b- bob -c- tom",
      "me -d- cem -e- dan -f- tom",
      "us -g- eve -i- tom",
      "we -h- fox -e- dan -c- tom",
      "me -d- gus -c- tom",
    );
    expect(picture.crossings).toBe(0);
  });
});

describe("laws of the picture", () => {
  const name = (prefix: string, count: number) =>
    fc.integer({ min: 1, max: count }).map((number) => `${prefix}${number}`);
  const body = fc.oneof(name("body", 8), fc.constant("")).map((id) => `-${id}-`);
  const path = fc
    .tuple(name("us", 4), fc.array(fc.tuple(body, name("p", 9)), { maxLength: 2 }), body)
    .filter(([, between]) => new Set(between.map(([, person]) => person)).size === between.length)
    .map(([us, between, last]) => [us, ...between.flat(), last, "target"].join(" "));
  const metrics: fc.Arbitrary<PictureMetrics> = fc.record({
    node: fc.integer({ min: 8, max: 60 }),
    nodeLabel: fc.record({
      width: fc.integer({ min: 20, max: 240 }),
      height: fc.integer({ min: 8, max: 60 }),
    }),
    edgeLabel: fc.record({
      width: fc.integer({ min: 10, max: 160 }),
      height: fc.integer({ min: 6, max: 40 }),
    }),
    gap: fc.integer({ min: 1, max: 12 }),
  });

  test("no words meet other words, a name or a node, and everything lies within", () => {
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 12 }), metrics, (paths, sizes) => {
        const picture = layoutBridge(
          paths.map((words) => pathOf(words)),
          sizes,
        );
        const { node } = sizes;
        const boxes: Box[] = [
          ...picture.nodes.map(({ x, y }) => ({
            x: x - node / 2,
            y: y - node / 2,
            width: node,
            height: node,
          })),
          ...picture.nodes.map(({ label }) => label),
          ...picture.edges.flatMap(({ label }) => label ?? []),
        ];
        for (const [place, one] of boxes.entries()) {
          for (const other of boxes.slice(0, place)) expect(overlap(one, other)).toBe(false);
          expect(Math.min(one.x, one.y)).toBeGreaterThanOrEqual(0);
          expect(one.x + one.width).toBeLessThanOrEqual(picture.width);
          expect(one.y + one.height).toBeLessThanOrEqual(picture.height);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("every edge goes rightward, and the target stands alone in the last column", () => {
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 12 }), (paths) => {
        const { nodes, edges } = draw(...paths);
        const last = Math.max(...nodes.map(({ column }) => column));
        expect(nodes.filter(({ column }) => column === last).map(({ id }) => id)).toEqual(["target"]);
        for (const { points } of edges)
          for (const [place, point] of points.slice(1).entries())
            expect(point.x).toBeGreaterThan(points[place]?.x ?? Infinity);
      }),
    );
  });

  test("words of few paths all find their place", () => {
    const picture = draw("us -a- ann -b- tom", "me -d- cem -e- tom", "we -g- eve -f- tom");
    expect(picture.edges.filter(({ label }) => !label)).toEqual([]);
  });

  test("an order never crosses more edges than the one it began with", () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 6, max: 11 }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), (edges) => {
        const [lefts, rights] = [
          [0, 1, 2, 3, 4, 5],
          [6, 7, 8, 9, 10, 11],
        ] as const;
        const crossings = (left: readonly number[], right: readonly number[]): number =>
          edges.flatMap(([a, b], one) =>
            edges
              .slice(0, one)
              .filter(
                ([c, d]) => (left.indexOf(a) - left.indexOf(c)) * (right.indexOf(b) - right.indexOf(d)) < 0,
              ),
          ).length;
        const ordered = orderColumns({ columns: [lefts, rights], segments: [edges] });
        expect(crossings(ordered.columns[0] ?? [], ordered.columns[1] ?? [])).toBe(ordered.crossings);
        expect(ordered.crossings).toBeLessThanOrEqual(crossings(lefts, rights));
      }),
    );
  });
});
