import { drawColumns, type Spot } from "./draw-columns.ts";
import { orderColumns } from "./order-columns.ts";
import {
  type Box,
  type BridgePicture,
  DEFAULT_METRICS,
  type PictureLink,
  type PictureMetrics,
  type PictureNode,
  type PicturePath,
  type Point,
} from "./picture.ts";
import { placeLabels } from "./place-labels.ts";
import { placeRows } from "./place-rows.ts";

/**
 * The picture of an answer, in numbers: ours on the left, the target on the right, columns are hops, people and bodies
 * alternate. Names stand below nodes and words above edges, and none of them meets another or a node.
 *
 * @param branches whom else somebody of the paths knows: links from him, drawn beside the paths
 */
export function layoutBridge(
  paths: readonly PicturePath[],
  metrics: PictureMetrics = DEFAULT_METRICS,
  branches: readonly PictureLink[] = [],
): BridgePicture {
  const { columns, strands } = drawColumns(paths, branches);
  const all = columns.flat();
  const numberOf = new Map(all.map((spot, number) => [spot.key, number]));
  const number = (spot: Spot): number => numberOf.get(spot.key) as number;
  const segments: [number, number][][] = columns.slice(1).map(() => []);
  for (const { spots } of strands)
    for (const [place, spot] of spots.slice(1).entries())
      segments[spot.column - 1]?.push([number(spots[place] as Spot), number(spot)]);
  const best = new Set(
    strands.flatMap(({ spots, paths: taken }) => (taken.includes(0) ? spots.map(number) : [])),
  );
  const ordered = orderColumns({ columns: columns.map((column) => column.map(number)), segments });
  const rows = bestAbove(ordered.columns, best);

  const { node, nodeLabel, edgeLabel, gap } = metrics;
  // One third of an edge leads past its node and half of its words; a row holds words, node and name.
  const nodeWidth = Math.max(node, nodeLabel.width);
  const columnWidth = Math.max(nodeWidth + gap, 3 * (node / 2 + edgeLabel.width / 2 + gap));
  const below = node / 2 + nodeLabel.height + gap;
  const above = node / 2 + edgeLabel.height + gap;
  const isBend = (index: number): boolean => all[index]?.kind === "bend";
  const heights = placeRows({
    columns: rows,
    apart: (upper, lower) => (isBend(upper) ? 2 * gap : below) + (isBend(lower) ? 2 * gap : above),
    joins: strands.flatMap(({ spots }) =>
      spots.slice(1).map((spot, place) => {
        const [one, other] = [number(spots[place] as Spot), number(spot)];
        const level = (isBend(one) ? 3 : 1) * (isBend(other) ? 3 : 1);
        return [one, other, level] as const;
      }),
    ),
    level: best,
  });
  const top = gap + above;
  const points: Point[] = [];
  for (const [column, spots] of rows.entries())
    for (const index of spots)
      points[index] = {
        x: gap + nodeWidth / 2 + column * columnWidth,
        y: Math.round(top + (heights[index] as number)),
      };
  const height = all.length === 0 ? 0 : Math.max(...points.map(({ y }) => y)) + below + gap;

  const nodes = all.flatMap((spot, index): PictureNode[] => {
    if (spot.kind === "bend") return [];
    const { x, y } = points[index] as Point;
    const label: Box = { x: x - nodeLabel.width / 2, y: y + node / 2 + gap / 2, ...nodeLabel };
    return [{ key: spot.key, kind: spot.kind, id: spot.id, column: spot.column, x, y, label }];
  });
  const shapes = nodes.map(({ x, y }): Box => ({
    x: x - node / 2,
    y: y - node / 2,
    width: node,
    height: node,
  }));
  const leaving = countBy(strands.map(({ from }) => from));
  const entering = countBy(strands.map(({ to }) => to));
  const lines = strands.map(({ from, to, spots }) => ({
    points: spots.map((spot) => points[number(spot)] as Point),
    crowdAtStart: leaving.get(from) ?? 0,
    crowdAtEnd: entering.get(to) ?? 0,
  }));
  const labels = placeLabels(lines, [...shapes, ...nodes.map(({ label }) => label)], height, metrics);
  return {
    width: columns.length === 0 ? 0 : 2 * gap + nodeWidth + (columns.length - 1) * columnWidth,
    height,
    nodes,
    edges: strands.map(({ from, to, strength, current, paths: taken, tie }, index) => {
      const label = labels[index];
      const line = lines[index]?.points ?? [];
      return { from, to, points: line, strength, current, paths: taken, tie, ...(label ? { label } : {}) };
    }),
    crossings: ordered.crossings,
  };
}

/** The same order, turned upside down where the best way would run below the middle. */
function bestAbove(
  columns: readonly (readonly number[])[],
  best: ReadonlySet<number>,
): readonly (readonly number[])[] {
  let lean = 0;
  for (const column of columns)
    for (const [row, spot] of column.entries()) if (best.has(spot)) lean += 2 * row + 1 - column.length;
  return lean > 0 ? columns.map((column) => column.toReversed()) : columns;
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
