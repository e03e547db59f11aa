import process from "node:process";
import { coldAndWarm, cpuTime, type Figure, spreadOf, toReport, toSkippedReport } from "./bench/measure.ts";
import { hasSharedGraphs, type InventedWorld, readInventedWorld } from "./bench/shared-graphs.ts";
import type { Bridge } from "./bridge.ts";
import { cheapestPaths, searchPaths } from "./cheapest-paths.ts";
import { createBridge } from "./create-bridge.ts";
import { createPairRows } from "./pair-rows.ts";
import { buildPairGraph } from "./pair-graph.ts";
import { DEFAULT_BRIDGE_RULES } from "./rules.ts";
import { createTieIndex } from "./tie-index.ts";

/** `paths.100k`, `answer`, `update` and `worst`: 100,000 invented people, 148,688 ties and a team of 40. */
const MEGABYTE = 1e6;

function collect(): NodeJS.MemoryUsage {
  for (let pass = 0; pass < 3; pass++) globalThis.gc?.();
  return process.memoryUsage();
}

function everyOther<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.floor(items.length / count);
  return Array.from({ length: count }, (_, place) => items[place * step + (place % step)] as Item);
}

function measureWorld(): Figure[] {
  const world = readInventedWorld();
  const before = collect();
  let built = createBridge({ ...world, people: [], organisations: [], ties: [] });
  const building = cpuTime(() => {
    built = createBridge(world);
    // The graph of all pairs is made at the first question.
    return built.acquaintances("p0");
  });
  const after = collect();
  const held = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / MEGABYTE;
  const resident = (after.rss - before.rss) / MEGABYTE;
  const targets = everyOther(world.people.slice(40), 200).map(({ id }) => id);
  return [
    { name: "graph from ties, CPU", value: building, unit: "ms", aim: "<= 2000" },
    { name: "graph from ties, memory held", value: held, unit: "MB", aim: "<= 150" },
    { name: "graph from ties, resident growth", value: resident, unit: "MB", aim: "<= 150" },
    { name: "pairs", value: built.size.pairs, unit: "pairs" },
    ...answers(built, world.team, targets),
    ...updates(built, world, targets),
    ...kernel(world),
  ];
}

/** Five diverse, explained paths as JSON. */
function answers(bridge: Bridge, team: readonly string[], targets: readonly string[]): Figure[] {
  const ask = (to: string) => bridge.paths({ from: team, to });
  const { cold, warm } = coldAndWarm(targets, (to) => JSON.stringify(ask(to)));
  const found = targets.filter((to) => ask(to).paths.length > 0).length;
  return [
    { name: "answer: targets with a path", value: found, unit: `of ${targets.length}` },
    { name: "answer: p50, warm", value: warm.p50, unit: "ms", aim: "<= 3" },
    { name: "answer: p95, warm", value: warm.p95, unit: "ms", aim: "<= 8" },
    { name: "answer: max, warm", value: warm.max, unit: "ms" },
    { name: "answer: p95, cold", value: cold.p95, unit: "ms" },
  ];
}

/** One tie put or removed until the next answer is there. */
function updates(bridge: Bridge, world: InventedWorld, targets: readonly string[]): Figure[] {
  const changed = everyOther(world.ties, 60);
  const times = spreadOf(
    changed.flatMap((tie, place) => {
      const ask = () => bridge.paths({ from: world.team, to: targets[place] as string });
      return [
        cpuTime(() => {
          bridge.remove(tie.id);
          return ask();
        }),
        cpuTime(() => {
          bridge.put(tie);
          return ask();
        }),
      ];
    }),
  );
  return [
    { name: "update: p95", value: times.p95, unit: "ms", aim: "<= 300" },
    { name: "update: max", value: times.max, unit: "ms", aim: "<= 300" },
  ];
}

/** The search alone on the pairs of the strength model: four links, and the worst there is. */
function kernel(world: InventedWorld): Figure[] {
  const index = createTieIndex(DEFAULT_BRIDGE_RULES, world.today);
  for (const person of world.people) index.addPerson(person);
  for (const organisation of world.organisations) index.addOrganisation(organisation);
  for (const tie of world.ties) index.add(tie);
  const graph = buildPairGraph(index.people.length, createPairRows(index));
  const team = world.team.map((_, person) => person);
  const targets = everyOther(world.people, 200).map(({ id }) => index.personOf(id) as number);
  const { warm } = coldAndWarm(targets, (target) =>
    cheapestPaths(graph, { sources: team.slice(0, 10), target, maxEdges: 4, count: 5 }),
  );
  const degree = (node: number): number =>
    (graph.offsets[node + 1] as number) - (graph.offsets[node] as number);
  const densest = Array.from({ length: graph.nodeCount }, (_, node) => node)
    .toSorted((one, other) => degree(other) - degree(one))
    .slice(0, graph.nodeCount / 100);
  const search = (target: number) =>
    searchPaths(graph, { sources: team, target, maxEdges: 3, count: 50, budget: 2_000_000 });
  const worst = coldAndWarm(densest, search, 3).warm;
  const cutOff = densest.filter((target) => search(target).cutOff).length;
  return [
    { name: "100k: pairs, four links, p95", value: warm.p95, unit: "ms", aim: "<= 2" },
    { name: "worst: densest 1 %, 40 sources, 50 paths, max", value: worst.max, unit: "ms", aim: "<= 25" },
    { name: "worst: cut off", value: cutOff, unit: `of ${densest.length}` },
  ];
}

console.log(hasSharedGraphs() ? toReport("bridge 100k", measureWorld()) : toSkippedReport("bridge 100k"));
