import { CrmError } from "@sweetspot/contract";

/** Parts of a run: `warm` before anything counts, `calm` without faults, `storm` with faults and a kill. */
export type Phase = "warm" | "calm" | "storm" | "end";

export type Step = "launch" | "exchange" | "openAccount" | "load" | "commit";

/** One opening of the modal, from the click to data and plan. */
export interface Opening {
  /** "portal/user". */
  readonly user: string;
  readonly phase: Phase;
  readonly from: number;
  readonly to: number;
  /** The same user had opened the same record at the same gateway process within the last minute. */
  readonly again: boolean;
}

export interface Measure {
  phase: Phase;
  /** Runs a step, times it where it succeeds, counts it where it fails. */
  time<T>(step: Step, work: () => Promise<T>): Promise<T>;
  /** @param phase in which it began; default the present one */
  fail(step: string, error: unknown, phase?: Phase): void;
  opened(opening: Opening): void;
  readonly openings: readonly Opening[];
  /** Milliseconds of successes. */
  times(step: Step, phase: Phase): readonly number[];
  /** Answers of gateways, good or bad, in a phase. */
  requests(phase: Phase): number;
  /** How often what went wrong, for example "storm commit unavailable". */
  readonly errors: Readonly<Record<string, number>>;
}

export function createMeasure(): Measure {
  const times = new Map<string, number[]>();
  const requests = new Map<Phase, number>();
  const errors: Record<string, number> = {};
  const openings: Opening[] = [];
  const measure: Measure = {
    phase: "warm",
    async time(step, work) {
      const { phase } = measure;
      const began = performance.now();
      try {
        const value = await work();
        const name = `${step} ${phase}`;
        const list = times.get(name) ?? [];
        times.set(name, list);
        list.push(performance.now() - began);
        return value;
      } catch (error) {
        measure.fail(step, error, phase);
        throw error;
      } finally {
        requests.set(phase, (requests.get(phase) ?? 0) + 1);
      }
    },
    fail(step, error, phase = measure.phase) {
      const name = `${phase} ${step} ${toKind(error)}`;
      errors[name] = (errors[name] ?? 0) + 1;
    },
    opened: (opening) => void openings.push(opening),
    openings,
    times: (step, phase) => times.get(`${step} ${phase}`) ?? [],
    requests: (phase) => requests.get(phase) ?? 0,
    errors,
  };
  return measure;
}

export const toKind = (error: unknown): string => {
  if (CrmError.is(error)) return error.code;
  if (!(error instanceof Error)) return "unknown";
  return error.name === "TimeoutError" || error.name === "AbortError" ? "no answer in time" : error.message;
};

export interface Quantiles {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Pure. Nearest ranks; NaN of nothing. */
export function quantilesOf(values: readonly number[]): Quantiles {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export interface CallsPerOpening {
  readonly openings: number;
  readonly mean: number;
  readonly median: number;
}

/**
 * Pure. Requests to HubSpot that came in while a user's modal opened. A user does one thing at a time, so that what came
 * in for him then, this opening has caused.
 */
export function callsPerOpening(
  openings: readonly Opening[],
  calls: Readonly<Record<string, readonly number[]>>,
): CallsPerOpening {
  const counts = openings.map(
    ({ user, from, to }) => (calls[user] ?? []).filter((at) => at >= from && at <= to).length,
  );
  const sum = counts.reduce((total, count) => total + count, 0);
  return {
    openings: counts.length,
    mean: counts.length === 0 ? Number.NaN : sum / counts.length,
    median: quantilesOf(counts).p50,
  };
}
