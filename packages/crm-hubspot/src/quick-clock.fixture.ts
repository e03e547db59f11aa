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
      // What is under way is done before time goes on, as it would be in the long milliseconds of a real clock.
      for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      now = Math.max(now, until);
    },
    advance(ms) {
      now += ms;
    },
  };
}
