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
  const { count, columns, strands } = drawColumns(paths, branches);
  const segments: [number, number][][] = columns.slice(1).map(() => []);
  const joins: [number, number, number][] = [];
  const best = new Set<number>();
  for (const { spots, paths: taken } of strands) {
    for (let place = 1; place < spots.length; place++) {
      const [one, other] = [spots[place - 1] as Spot, spots[place] as Spot];
      segments[other.column - 1]?.push([one.number, other.number]);
      joins.push([one.number, other.number, (one.kind === "bend" ? 3 : 1) * (other.kind === "bend" ? 3 : 1)]);
    }
    if (taken[0] === 0) for (const spot of spots) best.add(spot.number);
  }
  const ordered = orderColumns({ columns: columns.map((column) => column.map(numberOf)), segments });
  const rows = bestAbove(ordered.columns, best);
  const isBend = new Uint8Array(count);
  for (const column of columns)
    for (const { kind, number } of column) isBend[number] = kind === "bend" ? 1 : 0;

  const { node, nodeLabel, edgeLabel, gap } = metrics;
  // One third of an edge leads past its node and half of its words; a row holds words, node and name.
  const nodeWidth = Math.max(node, nodeLabel.width);
  const columnWidth = Math.max(nodeWidth + gap, 3 * (node / 2 + edgeLabel.width / 2 + gap));
  const below = node / 2 + nodeLabel.height + gap;
  const above = node / 2 + edgeLabel.height + gap;
  const heights = placeRows({
    columns: rows,
    apart: (upper, lower) => (isBend[upper] ? 2 * gap : below) + (isBend[lower] ? 2 * gap : above),
    joins,
    level: best,
  });
  const top = gap + above;
  const points: Point[] = Array.from({ length: count });
  let lowest = 0;
  for (let column = 0; column < rows.length; column++)
    for (const spot of rows[column] as readonly number[]) {
      const y = Math.round(top + (heights[spot] as number));
      points[spot] = { x: gap + nodeWidth / 2 + column * columnWidth, y };
      lowest = Math.max(lowest, y);
    }
  const height = count === 0 ? 0 : lowest + below + gap;

  const nodes: PictureNode[] = [];
  const boxes: Box[] = [];
  for (const column of columns)
    for (const { key, kind, id, column: place, number } of column) {
      if (kind === "bend") continue;
      const { x, y } = points[number] as Point;
      const { width: labelWidth, height: labelHeight } = nodeLabel;
      const label = {
        x: x - labelWidth / 2,
        y: y + node / 2 + gap / 2,
        width: labelWidth,
        height: labelHeight,
      };
      nodes.push({ key, kind, id, column: place, x, y, label });
      boxes.push({ x: x - node / 2, y: y - node / 2, width: node, height: node }, label);
    }
  const [leaving, entering] = [new Int32Array(count), new Int32Array(count)];
  for (const { spots } of strands) {
    const [from, to] = [numberOf(spots[0] as Spot), numberOf(spots.at(-1) as Spot)];
    leaving[from] = (leaving[from] as number) + 1;
    entering[to] = (entering[to] as number) + 1;
  }
  const lines = strands.map(({ spots }) => ({
    points: spots.map(({ number }) => points[number] as Point),
    crowdAtStart: leaving[numberOf(spots[0] as Spot)] as number,
    crowdAtEnd: entering[numberOf(spots.at(-1) as Spot)] as number,
  }));
  const labels = placeLabels(lines, boxes, height, metrics);
  return {
    width: columns.length === 0 ? 0 : 2 * gap + nodeWidth + (columns.length - 1) * columnWidth,
    height,
    nodes,
    edges: strands.map(({ from, to, strength, current, paths: taken, tie }, index) => {
      const label = labels[index];
      const edge = { from, to, points: lines[index]?.points ?? [], strength, current, paths: taken, tie };
      return label ? { ...edge, label } : edge;
    }),
    crossings: ordered.crossings,
  };
}

const numberOf = ({ number }: Spot): number => number;

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
