import { createHubspotEmulator, type FailureCause } from "@sweetspot/hubspot-emulator";
import { soakWorld } from "./soak-world.ts";

/** What may go wrong with one request to HubSpot, and how often: shares of 1. */
export interface FaultMix {
  readonly causes: readonly {
    readonly cause: FailureCause;
    readonly share: number;
    readonly retryAfter?: string;
  }[];
  /** Requests that HubSpot answers only after so long. */
  readonly hangs: { readonly share: number; readonly ms: number };
}

/** Longer than the adapter waits for an answer. */
const HANG_MS = 12_000;

export const STORM: FaultMix = {
  causes: [
    { cause: "secondly-limit", share: 0.02, retryAfter: "1" },
    { cause: "ten-secondly-limit", share: 0.003 },
    { cause: "server-error", share: 0.01 },
    { cause: "bad-gateway", share: 0.01 },
    { cause: "unavailable-page", share: 0.005 },
    { cause: "cut-answer", share: 0.005 },
    { cause: "line-broken", share: 0.01 },
  ],
  hangs: { share: 0.003, ms: HANG_MS },
};

/** The same kinds, more often and over sooner. */
export const SHORT_STORM: FaultMix = {
  causes: STORM.causes.flatMap((one) =>
    one.cause === "ten-secondly-limit" ? [] : [{ ...one, share: one.share * 2 }],
  ),
  // Late, yet in time: waiting for one that never answers takes longer than a test may.
  hangs: { share: 0.02, ms: 700 },
};

export interface Faults {
  rage(on: boolean): void;
  /** The answer in HubSpot's place, or undefined where it may answer itself. */
  meet(): Promise<Response | undefined>;
  /** How many requests met which fault. */
  readonly met: Readonly<Record<string, number>>;
}

export function createFaults(mix: FaultMix, random: () => number): Faults {
  // Answers as a failing portal does, whoever asks.
  const failing = createHubspotEmulator(soakWorld(0, 1));
  const met: Record<string, number> = {};
  let raging = false;
  const note = (name: string): void => void (met[name] = (met[name] ?? 0) + 1);
  return {
    rage: (on) => void (raging = on),
    async meet() {
      if (!raging) return undefined;
      let dice = random();
      for (const { cause, share, retryAfter } of mix.causes) {
        dice -= share;
        if (dice >= 0) continue;
        note(cause);
        failing.failNext(cause, retryAfter === undefined ? {} : { retryAfter });
        return failing.handle(new Request("http://hubspot.test/crm/v3/owners"));
      }
      if (dice >= mix.hangs.share) return undefined;
      note("timeout");
      await new Promise((resolve) => setTimeout(resolve, mix.hangs.ms).unref());
      return undefined;
    },
    met,
  };
}
