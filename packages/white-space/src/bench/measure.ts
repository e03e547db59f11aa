import process from "node:process";

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly aim?: string;
}

/** CPU milliseconds of the whole process: on a busy machine the clock on the wall says nothing. */
export function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The last line of a benchmark. */
export function toReport(bench: string, figures: readonly Figure[]): string {
  const rounded = figures.map((figure) => ({ ...figure, value: Number(figure.value.toPrecision(4)) }));
  return JSON.stringify({ bench, figures: rounded });
}

/** For machines that do not have the shared sales. */
export const toSkippedReport = (bench: string): string =>
  `${bench} is skipped: the sales are not beside the repository.\n${toReport(bench, [])}`;
