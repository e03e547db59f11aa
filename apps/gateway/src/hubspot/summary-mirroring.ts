import type { PlanStore, RecordId } from "@sweetspot/contract";

/** Brings the figures of a plan to its company in HubSpot, some time after it was changed. */
export interface SummaryMirroring {
  /** The store, telling of each commit to an account's plan. `write` is called once for many of them. */
  watch(store: PlanStore, place: string, write: (account: RecordId) => Promise<void>): PlanStore;
  /** Writes now what waits. */
  flush(): void;
}

export interface SummaryMirroringOptions {
  /** Runs work nobody waits for. */
  readonly start: (work: () => Promise<void>) => void;
  /** Default 10 s: a rep's edits come one after the other, and each write costs HubSpot two requests. */
  readonly delayMs?: number;
}

export function createSummaryMirroring({
  start,
  delayMs = 10_000,
}: SummaryMirroringOptions): SummaryMirroring {
  const waiting = new Map<string, { readonly timer: NodeJS.Timeout; readonly work: () => Promise<void> }>();

  function fire(key: string): void {
    const found = waiting.get(key);
    if (!found) return;
    clearTimeout(found.timer);
    waiting.delete(key);
    start(found.work);
  }

  return {
    watch: (store, place, write) => ({
      ...store,
      async commit(commit, options) {
        const result = await store.commit(commit, options);
        if (commit.scope.kind === "account") {
          const { account } = commit.scope;
          const key = JSON.stringify([place, account]);
          clearTimeout(waiting.get(key)?.timer);
          // Not what was committed but the plan as it is then: the last one who writes is right.
          const timer = setTimeout(() => fire(key), delayMs).unref();
          waiting.set(key, { timer, work: () => write(account) });
        }
        return result;
      },
    }),
    flush() {
      for (const key of waiting.keys()) fire(key);
    },
  };
}
