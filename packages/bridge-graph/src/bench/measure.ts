import process from "node:process";

export interface Spread {
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export interface Figure {
  readonly name: string;
  readonly value: number | string;
  readonly unit: string;
  readonly aim?: string;
}

/**
 * CPU milliseconds of the whole process, its compiler and collector included. On a busy machine the clock on the wall says
 * nothing; the counter of one thread moves in steps of milliseconds.
 */
export function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other);
  const share = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return {
    mean: sorted.reduce((sum, time) => sum + time, 0) / Math.max(1, sorted.length),
    p50: share(0.5),
    p95: share(0.95),
    max: sorted.at(-1) ?? 0,
  };
}

/** CPU milliseconds of work after which a side counts as warm: its code is compiled by then, on a busy machine too. */
const WARM_UP = 1000;

export interface Passes {
  /** The first pass over all items in this process. */
  readonly cold: Spread;
  /** The pass after one more. */
  readonly third: Spread;
  /** The pass of median mean among five, after warming up. */
  readonly warm: Spread;
}

export function coldAndWarm<Item>(items: readonly Item[], work: (item: Item) => unknown, runs = 5): Passes {
  const pass = (): Spread => spreadOf(items.map((item) => cpuTime(() => work(item))));
  const cold = pass();
  pass();
  const third = pass();
  for (let spent = 0; spent < WARM_UP; spent += items.length * third.mean) pass();
  const warm = Array.from({ length: runs }, pass).toSorted((one, other) => one.mean - other.mean);
  return { cold, third, warm: warm[Math.floor(runs / 2)] as Spread };
}

const round = (value: number): number => Number(value.toPrecision(4));

/** The last line of a benchmark. */
export function toReport(bench: string, figures: readonly Figure[]): string {
  const rounded = figures.map((figure) => ({
    ...figure,
    value: typeof figure.value === "number" ? round(figure.value) : figure.value,
  }));
  return JSON.stringify({ bench, figures: rounded });
}

/** For machines that do not have the shared graphs. */
export const toSkippedReport = (bench: string): string =>
  `${bench} is skipped: the shared graphs are not beside the repository.\n${toReport(bench, [])}`;
