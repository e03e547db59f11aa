import { callsPerOpening, quantilesOf, type Step } from "./measure.ts";
import type { SoakOptions, SoakResult } from "./run-soak.ts";

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly aim?: string;
}

const STEPS: readonly Step[] = ["launch", "exchange", "load", "openAccount", "commit"];

/** Pure. The figures of a run, in the form of the benchmarks. */
export function toFigures({
  measure,
  hubspot,
  memory,
  verdict,
  seconds,
  loadBusy,
}: SoakResult): readonly Figure[] {
  const figure = (name: string, value: number, unit: string, aim?: string): Figure => ({
    name,
    value,
    unit,
    ...(aim === undefined ? {} : { aim }),
  });
  const calm = measure.openings.filter(({ phase }) => phase === "calm");
  const again = callsPerOpening(
    calm.filter((one) => one.again),
    hubspot.calls,
  );
  const first = callsPerOpening(
    calm.filter((one) => !one.again),
    hubspot.calls,
  );
  const cpuSeconds = memory.reduce((sum, one) => sum + one.cpuSeconds, 0);
  const requests = (["warm", "calm", "storm"] as const).reduce((sum, one) => sum + measure.requests(one), 0);
  const figures = [
    figure("commits acknowledged", verdict.acknowledged, "commits"),
    figure("commits lost", verdict.lost, "commits", "0"),
    figure("commits doubled", verdict.doubled, "commits", "0"),
    figure("commits nobody made", verdict.unexplained, "commits", "0"),
    figure("edits overwritten", verdict.overwritten, "commits", "0"),
    figure("commits never answered", verdict.unanswered, "commits", "0"),
    figure("HubSpot calls per opening, again within a minute", again.mean, "calls", "<= 2"),
    figure("  median", again.median, "calls"),
    figure("  openings counted", again.openings, "openings"),
    figure("HubSpot calls per opening, first", first.mean, "calls"),
    figure("  openings counted", first.openings, "openings"),
    // What it takes whatever else the machine does, unlike the times below.
    figure("gateways: processor time per request", (1000 * cpuSeconds) / requests, "ms"),
    ...(["calm", "storm"] as const).flatMap((phase) => [
      figure(`${phase}: requests`, measure.requests(phase) / seconds[phase], "requests/s"),
      ...STEPS.flatMap((step) => {
        const { count, p50, p95, p99 } = quantilesOf(measure.times(step, phase));
        return [
          figure(`${phase}: ${step} p50`, p50, "ms"),
          figure(`${phase}: ${step} p95`, p95, "ms"),
          figure(`${phase}: ${step} p99`, p99, "ms"),
          figure(`${phase}: ${step} answered`, count, "requests"),
        ];
      }),
    ]),
    ...memory.flatMap(
      ({ instance, minutes, firstMegabytes, mostMegabytes, lastMegabytes, growth, heapGrowth }) => {
        const name = `gateway ${instance} over ${minutes.toFixed(1)} min`;
        return [
          figure(`${name}: memory at first`, firstMegabytes, "MB"),
          figure(`${name}: memory at most`, mostMegabytes, "MB"),
          figure(`${name}: memory at last`, lastMegabytes, "MB"),
          figure(`${name}: memory, last third over middle third`, growth, "ratio", "<= 1.1"),
          figure(`${name}: heap, last third over middle third`, heapGrowth, "ratio", "<= 1.1"),
        ];
      },
    ),
    figure("HubSpot: 429 for really asking too much", hubspot.refusedByLimits, "answers"),
    figure("HubSpot: calls for tokens", hubspot.oauthCalls, "calls"),
    ...Object.entries(hubspot.faults).map(([name, count]) =>
      figure(`fault injected: ${name}`, count, "requests"),
    ),
    ...Object.entries(measure.errors)
      .toSorted()
      .map(([name, count]) => figure(`failed: ${name}`, count, "requests")),
    figure("virtual users' process busy", loadBusy, "ratio", "< 0.9"),
  ];
  // Of nothing there is no mean.
  return figures.filter(({ value }) => Number.isFinite(value));
}

/** Pure. What was run, in one line. */
export const toTitle = (
  { portals, users, length, pace }: SoakOptions,
  { instances, storage, kills }: SoakResult,
): string =>
  `${portals} portals, ${users} users, ${"minutes" in length ? `${length.minutes} minutes` : `${length.commits} commits`}, ${instances} gateways on ${storage}, ` +
  `${kills} killed; a visit every ${pace.pauseSeconds} s with ${pace.editsPerVisit} edits`;
