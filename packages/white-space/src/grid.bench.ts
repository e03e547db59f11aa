import { cpuTime, type Figure, quantile, toReport } from "./bench/measure.ts";
import { createGrid } from "./create-grid.ts";
import type { GridArea, GridInput } from "./grid.ts";
import { LEVEL_ORDER } from "./level.ts";

/** `ws.matrix`: 5,000 accounts × 300 offerings, three levels each. */
const RUNS = 15;
const [ACCOUNTS, OFFERINGS] = [5_000, 300];

/** Numerical Recipes' generator: the same numbers on every machine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** `count` leaves under groups of `size`, groups under 10 tops. */
function hierarchy(prefix: string, count: number, size: number): { id: string; parent?: string }[] {
  const groups = Math.ceil(count / size);
  return [
    ...Array.from({ length: 10 }, (_, top) => ({ id: `${prefix}-top-${top}` })),
    ...Array.from({ length: groups }, (_, group) => ({
      id: `${prefix}-group-${group}`,
      parent: `${prefix}-top-${group % 10}`,
    })),
    ...Array.from({ length: count }, (_, leaf) => ({
      id: `${prefix}-${leaf}`,
      parent: `${prefix}-group-${Math.floor(leaf / size)}`,
    })),
  ];
}

const random = createRandom(42);
const areas: GridArea[] = hierarchy("area", ACCOUNTS, 50).map((area) => ({
  ...area,
  perspective: "accounts",
}));
const offerings = hierarchy("offering", OFFERINGS, 10);
const levels = new Map(
  areas.map((area) => [
    area.id,
    new Map(
      offerings.map((offering) => {
        const dice = random();
        const level = dice < 0.9 ? "none" : (LEVEL_ORDER[Math.floor(random() * 5)] ?? "none");
        return [offering.id, level] as const;
      }),
    ),
  ]),
);
const input: GridInput = {
  areas,
  offerings,
  levelOf: (area, offering) => levels.get(area)?.get(offering) ?? "none",
  barriers: [{ area: "area-1", otherArea: "area-2" }],
};

/** CPU milliseconds, the middle of all runs. */
function measure(work: (run: number) => unknown): number {
  const times = Array.from({ length: RUNS }, (_, run) => cpuTime(() => work(run)));
  return quantile(times, 0.5);
}

createGrid(input);
const grid = createGrid(input);
const leafOfferings = grid.leafOfferings();
const edit = (run: number) =>
  grid.withLevel(`area-${(run * 997) % ACCOUNTS}`, `offering-${(run * 31) % OFFERINGS}`, "strong");
// As on a page: the roll-ups were drawn once before the edit.
grid.cell("area-top-0", "offering-top-0");
for (let warm = 0; warm < 200; warm += 1) edit(warm);

/** An edit is too quick for the clock of a process alone. */
const HUNDRED = 100;
const measureHundredth = (work: (run: number) => unknown): number =>
  measure((run) => {
    for (let time = 0; time < HUNDRED; time += 1) work(run * HUNDRED + time);
  }) / HUNDRED;

const figures: Figure[] = [
  { name: "leaf cells", value: ACCOUNTS * OFFERINGS, unit: "cells" },
  {
    name: "full: the caller's part, asking for every level",
    value: measure(() => {
      let asked = 0;
      for (const area of grid.leafAreas())
        for (const offering of leafOfferings) asked += input.levelOf(area, offering).length;
      return asked;
    }),
    unit: "ms",
  },
  { name: "full", value: measure(() => createGrid(input)), unit: "ms", aim: "<= 150" },
  { name: "one edit", value: measureHundredth(edit), unit: "ms", aim: "<= 1" },
  {
    name: "one edit, and a rolled-up cell",
    value: measureHundredth((run) => edit(run).cell("area-top-0", "offering-top-0").level),
    unit: "ms",
    aim: "<= 1",
  },
  {
    name: "one edit, and the suggestions inside a top cell",
    value: measure((run) => {
      const offering = `offering-${(run * 31) % OFFERINGS}`;
      return grid.withLevel(`area-${run}`, offering, "strong").cell("area-top-0", offering).suggestionsInside;
    }),
    unit: "ms",
  },
  {
    name: "first 100 suggestions",
    value: measure(() => grid.suggestions({ limit: 100 }).length),
    unit: "ms",
  },
];
console.log(toReport("ws.matrix", figures));
