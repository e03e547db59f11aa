import type { Clock } from "./clock.ts";

export interface QuickClock extends Clock {
  /** Milliseconds slept so far, one entry a sleep. */
  readonly naps: readonly number[];
  advance(ms: number): void;
}

/** A clock nobody has to wait for: who sleeps moves it on. */
export function createQuickClock(start = 1_000_000): QuickClock {
  let now = start;
  const naps: number[] = [];
  return {
    naps,
    now: () => now,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      const until = now + ms;
      naps.push(ms);
      await Promise.resolve();
      signal?.throwIfAborted();
      now = Math.max(now, until);
    },
    advance(ms) {
      now += ms;
    },
  };
}
