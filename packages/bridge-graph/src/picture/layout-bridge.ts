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
  const ordered = orderColumns({ columns: columns.map((column) => column.map(number)), segments });

  const { node, nodeLabel, edgeLabel, gap } = metrics;
  // One third of an edge leads past its node and half of its words; a row holds words, node and name.
  const nodeWidth = Math.max(node, nodeLabel.width);
  const columnWidth = Math.max(nodeWidth + gap, 3 * (node / 2 + edgeLabel.width / 2 + gap));
  const rowHeight = edgeLabel.height + node + nodeLabel.height + 3 * gap;
  const rows = Math.max(0, ...columns.map((column) => column.length));
  const top = gap + edgeLabel.height + node / 2;
  const points: Point[] = [];
  for (const [column, nodes] of ordered.columns.entries())
    for (const [row, index] of nodes.entries())
      points[index] = {
        x: gap + nodeWidth / 2 + column * columnWidth,
        y: top + (row + (rows - nodes.length) / 2) * rowHeight,
      };

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
  const labels = placeLabels(
    lines,
    [...shapes, ...nodes.map(({ label }) => label)],
    rows * rowHeight,
    metrics,
  );
  return {
    width: columns.length === 0 ? 0 : 2 * gap + nodeWidth + (columns.length - 1) * columnWidth,
    height: rows * rowHeight,
    nodes,
    edges: strands.map(({ from, to, strength, current, paths: taken, tie }, index) => {
      const label = labels[index];
      const line = lines[index]?.points ?? [];
      return { from, to, points: line, strength, current, paths: taken, tie, ...(label ? { label } : {}) };
    }),
    crossings: ordered.crossings,
  };
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
