import { createGrid } from "./create-grid.ts";
import type { GridArea, GridInput } from "./grid.ts";
import { LEVEL_ORDER } from "./level.ts";

/** Prints one JSON line: the figures of performance `ws.matrix`, 5,000 accounts × 300 offerings, three levels each. */
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

/** Milliseconds. On a busy machine the fastest run is the honest one. */
function measure(work: (run: number) => unknown): { min: number; median: number; max: number } {
  const times = Array.from({ length: RUNS }, (_, run) => {
    const start = performance.now();
    work(run);
    return performance.now() - start;
  }).toSorted((one, other) => one - other);
  const round = (value: number | undefined): number => Number((value ?? 0).toFixed(3));
  return { min: round(times[0]), median: round(times[Math.floor(RUNS / 2)]), max: round(times.at(-1)) };
}

createGrid(input);
const grid = createGrid(input);
const leafOfferings = grid.leafOfferings();
const edit = (run: number) =>
  grid.withLevel(`area-${(run * 997) % ACCOUNTS}`, `offering-${(run * 31) % OFFERINGS}`, "strong");
// As on a page: the roll-ups were drawn once before the edit.
grid.cell("area-top-0", "offering-top-0");
for (let warm = 0; warm < 200; warm += 1) edit(warm);

console.log(
  JSON.stringify({
    bench: "ws.matrix",
    areas: areas.length,
    offerings: offerings.length,
    leafCells: ACCOUNTS * OFFERINGS,
    /** Part of `fullMs` that is the caller's own: asking for every leaf cell's level. */
    askMs: measure(() => {
      let asked = 0;
      for (const area of grid.leafAreas())
        for (const offering of leafOfferings) asked += input.levelOf(area, offering).length;
      return asked;
    }),
    fullMs: measure(() => createGrid(input)),
    editMs: measure((run) => edit(run)),
    editAndCellMs: measure((run) => edit(run).cell("area-top-0", "offering-top-0").level),
    editAndRollUpMs: measure((run) => {
      const offering = `offering-${(run * 31) % OFFERINGS}`;
      return grid.withLevel(`area-${run}`, offering, "strong").cell("area-top-0", offering).suggestionsInside;
    }),
    first100SuggestionsMs: measure(() => grid.suggestions({ limit: 100 }).length),
  }),
);
