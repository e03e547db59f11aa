import { CrmError } from "@sweetspot/contract";
import { type Clock, systemClock } from "./clock.ts";
import type { RequestBudget } from "./request-budget.port.ts";

export interface PortalBudgetOptions {
  readonly clock?: Clock;
  /** Of an app in one account: 110 are allowed (hubspot.md A3). Default 100, which leaves room for clocks that differ. */
  readonly perTenSeconds?: number;
  /** Of a whole account, which other apps search too: 5 are allowed. Default 4. */
  readonly searchesPerSecond?: number;
}

/** The budget of one portal in one process. */
export function createPortalBudget({
  clock = systemClock,
  perTenSeconds = 100,
  searchesPerSecond = 4,
}: PortalBudgetOptions = {}): RequestBudget {
  const lanes = {
    general: createLane(perTenSeconds, 10_000),
    search: createLane(searchesPerSecond, 1000),
  };

  async function wait(lane: Lane, patienceMs: number, signal: AbortSignal | undefined): Promise<number> {
    const now = clock.now();
    const slot = lane.next(now);
    if (slot - now > patienceMs)
      throw new CrmError("rate-limited", "This portal's requests are used up for the moment.", {
        retryAfterMs: slot - now,
      });
    lane.reserve(slot);
    // Timers fire late: what counts is when requests are really sent.
    for (let free = slot; free > clock.now(); free = lane.free())
      await clock.sleep(free - clock.now(), signal);
    lane.send(clock.now());
    return clock.now() - now;
  }

  return {
    async take(kind, { patienceMs, signal }) {
      signal?.throwIfAborted();
      // One after the other: a search that waits for its turn must not keep other requests waiting.
      const waited = kind === "search" ? await wait(lanes.search, patienceMs, signal) : 0;
      await wait(lanes.general, patienceMs - waited, signal);
    },
    hold: (kind, ms) => lanes[kind].hold(clock.now() + ms),
  };
}

type Lane = ReturnType<typeof createLane>;

/**
 * HubSpot's windows roll, so a bucket that refills while it empties would let nearly twice the limit pass. The last turns
 * are remembered instead: a turn is free when the one `most` places before it has left the window.
 */
function createLane(most: number, spanMs: number) {
  const planned: number[] = [];
  const sent: number[] = [];
  let heldUntil = 0;

  const freeAfter = (turns: readonly number[]): number =>
    Math.max(heldUntil, (turns.at(-most) ?? -spanMs) + spanMs);
  const push = (turns: number[], at: number): void => {
    turns.push(at);
    if (turns.length > most) turns.shift();
  };

  return {
    /** When the next to ask may send, behind all who have asked before. */
    next: (now: number): number => Math.max(now, planned.at(-1) ?? 0, freeAfter(planned)),
    reserve: (at: number): void => push(planned, at),
    /** When the next one to be sent may be, as far as was sent. */
    free: (): number => freeAfter(sent),
    send: (at: number): void => push(sent, at),
    hold(until: number): void {
      heldUntil = Math.max(heldUntil, until);
    },
  };
}
