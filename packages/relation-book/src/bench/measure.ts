import process from "node:process";

export interface Figure {
  readonly name: string;
  readonly value: number | string;
  readonly unit: string;
  readonly aim?: string;
}

/**
 * CPU milliseconds of the whole process, its compiler and collector included. On a busy machine the clock on the wall says
 * nothing.
 */
export function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function quantile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

/** Megabytes held by the heap and by arrays of numbers, after collecting. */
export function heldMegabytes(): number {
  for (let pass = 0; pass < 3; pass++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

const round = (value: number | string): number | string =>
  typeof value === "number" ? Number(value.toPrecision(4)) : value;

/** The last line of a benchmark. */
export const toReport = (bench: string, figures: readonly Figure[]): string =>
  JSON.stringify({ bench, figures: figures.map((figure) => ({ ...figure, value: round(figure.value) })) });
