import type { MemorySample } from "./gateways.ts";

/** How the memory of one gateway process went, from its start to its end. */
export interface MemoryTrend {
  readonly instance: number;
  readonly pid: number;
  readonly minutes: number;
  readonly firstMegabytes: number;
  readonly mostMegabytes: number;
  readonly lastMegabytes: number;
  /** Resident memory in the last third over that in the middle third, medians; 1 is flat. NaN of too few samples. */
  readonly growth: number;
  /** The same of the smallest heap, which requests under way do not blur. */
  readonly heapGrowth: number;
  /** Time of processors between the first sample and the last. */
  readonly cpuSeconds: number;
}

const FEWEST = 9;

/** Pure. One trend a process; the first third of each is warming up and does not count. */
export function trendsOf(samples: readonly MemorySample[]): readonly MemoryTrend[] {
  const processes = Map.groupBy(samples, ({ pid }) => pid);
  return [...processes].map(([pid, own]) => {
    const resident = own.map(({ residentMegabytes }) => residentMegabytes);
    const heap = own.map(({ heapMegabytes }) => heapMegabytes);
    const third = Math.floor(own.length / 3);
    const isEnough = own.length >= FEWEST;
    const ratio = (values: readonly number[], of: (part: readonly number[]) => number): number =>
      isEnough ? of(values.slice(-third)) / of(values.slice(third, -third)) : Number.NaN;
    return {
      instance: own[0]?.instance ?? 0,
      pid,
      minutes: ((own.at(-1)?.at ?? 0) - (own[0]?.at ?? 0)) / 60_000,
      firstMegabytes: resident[0] ?? Number.NaN,
      mostMegabytes: Math.max(...resident),
      lastMegabytes: resident.at(-1) ?? Number.NaN,
      growth: ratio(resident, medianOf),
      heapGrowth: ratio(heap, (part) => Math.min(...part)),
      cpuSeconds: (own.at(-1)?.cpuSeconds ?? 0) - (own[0]?.cpuSeconds ?? 0),
    };
  });
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
