import { limited } from "./failures.ts";

export interface PortalLimits {
  /** Calls of an app in ten rolling seconds: 110 for an OAuth app [D usage-details]. */
  readonly perTenSeconds?: number;
  /** Searches of a whole portal in a second: 5 [2nd]. */
  readonly searchesPerSecond?: number;
  readonly daily?: number;
}

/** Counts calls; answers 429 with the policy that was broken. A refused call counts too. */
export function createLimiter(limits: PortalLimits, now: () => number) {
  const calls: number[] = [];
  const searches: number[] = [];
  let today = 0;

  const broken = (log: number[], span: number, most: number | undefined): boolean => {
    if (most === undefined) return false;
    const at = now();
    while (log.length > 0 && at - (log[0] ?? at) >= span) log.shift();
    log.push(at);
    return log.length > most;
  };

  return {
    refuse(isSearch: boolean): Response | undefined {
      today += 1;
      if (limits.daily !== undefined && today > limits.daily) return limited("DAILY");
      if (broken(calls, 10_000, limits.perTenSeconds)) return limited("TEN_SECONDLY_ROLLING");
      if (isSearch && broken(searches, 1000, limits.searchesPerSecond)) return limited("SECONDLY");
      return undefined;
    },
    /** Searches tell nothing of their limit [D]. */
    headers: (isSearch: boolean): Record<string, string> =>
      isSearch
        ? {}
        : {
            "x-hubspot-ratelimit-interval-milliseconds": "10000",
            "x-hubspot-ratelimit-max": String(limits.perTenSeconds ?? 110),
            "x-hubspot-ratelimit-remaining": String(
              Math.max(0, (limits.perTenSeconds ?? 110) - calls.length),
            ),
          },
  };
}
