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
    if (slot > now) await clock.sleep(slot - now, signal);
    return slot - now;
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
 * HubSpot's windows roll, so a bucket that refills while it empties would let nearly twice the limit pass. The last
 * slots given are remembered instead: a slot is free when the one `most` places before it has left the window.
 */
function createLane(most: number, spanMs: number) {
  const slots: number[] = [];
  let heldUntil = 0;
  return {
    next: (now: number): number =>
      Math.max(now, heldUntil, slots.at(-1) ?? 0, (slots.at(-most) ?? -spanMs) + spanMs),
    reserve(slot: number): void {
      slots.push(slot);
      if (slots.length > most) slots.splice(0, slots.length - most);
    },
    hold(until: number): void {
      heldUntil = Math.max(heldUntil, until);
    },
  };
}
