import { Graph, layout } from "@dagrejs/dagre";
import { coldAndWarm, type Figure, toReport, toSkippedReport } from "../bench/measure.ts";
import { hasSharedGraphs, readInventedWorld } from "../bench/shared-graphs.ts";
import type { BridgePath } from "../bridge.ts";
import { createBridge } from "../create-bridge.ts";
import { layoutBridge } from "./layout-bridge.ts";
import { type BridgePicture, DEFAULT_METRICS, type Point } from "./picture.ts";

/** `bridge.layout` against dagre: the same nodes and edges of the same answers. */
type Line = readonly Point[];

function layoutDagre({ nodes, edges }: BridgePicture): readonly Line[] {
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR" });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { key } of nodes)
    graph.setNode(key, { width: DEFAULT_METRICS.node, height: DEFAULT_METRICS.node });
  for (const { from, to } of edges) graph.setEdge(from, to);
  layout(graph);
  return edges.map(({ from, to }) => graph.edge(from, to).points as Line);
}

/** Pairs of edges whose lines cut each other away from their ends. */
function crossingsOf(lines: readonly Line[]): number {
  let crossings = 0;
  for (const [place, one] of lines.entries())
    for (const other of lines.slice(0, place)) if (cut(one, other)) crossings += 1;
  return crossings;
}

const cut = (one: Line, other: Line): boolean =>
  one.slice(1).some((end, place) =>
    other.slice(1).some((otherEnd, otherPlace) => {
      const [a, b, c, d] = [one[place] as Point, end, other[otherPlace] as Point, otherEnd];
      return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }),
  );

const side = (from: Point, to: Point, point: Point): number =>
  (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);

function collectAnswers(): readonly (readonly BridgePath[])[] {
  const world = readInventedWorld();
  const bridge = createBridge(world);
  const answers = [5, 8, 12].flatMap((count) =>
    Array.from({ length: 200 }, (_, place) => {
      const to = world.people[40 + place * 499]?.id as string;
      return bridge.paths({ from: world.team, to, count }).paths;
    }).filter((paths) => paths.length === count),
  );
  return answers.slice(0, 200);
}

function measure(): Figure[] {
  const answers = collectAnswers();
  // Before anything is drawn: the cold pass is the first of this process.
  const { cold, warm: ours } = coldAndWarm(answers, (paths) => layoutBridge(paths));
  const pictures = answers.map((paths) => layoutBridge(paths));
  const { cold: theirCold, warm: theirs } = coldAndWarm(pictures, layoutDagre, 3);
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const edges = pictures.flatMap((picture) => picture.edges);
  return [
    { name: `layout of ${answers.length} answers of 5 to 12 paths: mean`, value: ours.mean, unit: "ms" },
    { name: "layout: p95", value: ours.p95, unit: "ms", aim: "<= 1" },
    { name: "layout: dagre mean", value: theirs.mean, unit: "ms" },
    { name: "layout: dagre / ours", value: theirs.mean / ours.mean, unit: "ratio", aim: ">= 50" },
    { name: "layout: mean, cold", value: cold.mean, unit: "ms" },
    { name: "layout: dagre / ours, cold", value: theirCold.mean / cold.mean, unit: "ratio" },
    {
      name: "layout: crossings",
      value: sum(pictures.map((picture) => crossingsOf(picture.edges.map(({ points }) => points)))),
      unit: "pairs",
      aim: "<= dagre",
    },
    {
      name: "layout: crossings of dagre",
      value: sum(pictures.map((picture) => crossingsOf(layoutDagre(picture)))),
      unit: "pairs",
    },
    {
      name: "layout: edges whose words have no room",
      value: edges.filter(({ label }) => !label).length / edges.length,
      unit: "share",
    },
  ];
}

console.log(hasSharedGraphs() ? toReport("bridge.layout", measure()) : toSkippedReport("bridge.layout"));
