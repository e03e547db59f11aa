import { isFinal, type JobData, type JobKind, type Jobs } from "./jobs.port.ts";

/** Jobs of a test: nothing runs before `settle`, and nothing by itself. */
export function createMemoryJobs(): Jobs {
  interface Waiting {
    readonly kind: JobKind<JobData>;
    readonly data: JobData;
    left: number;
  }
  const waiting = new Map<string, Waiting>();
  const clockwork: (() => Promise<void>)[] = [];
  return {
    define(kind) {
      const { name, every, retries = 5 } = kind;
      if (every !== undefined) clockwork.push(() => kind.run({} as Parameters<typeof kind.run>[0]));
      return async (data, { key = "" } = {}) => {
        const place = JSON.stringify([name, key]);
        if (!waiting.has(place))
          waiting.set(place, { kind: kind as unknown as JobKind<JobData>, data, left: retries });
      };
    },
    async start() {},
    async settle() {
      const turn = [...waiting];
      waiting.clear();
      for (const run of clockwork) await run().catch(() => undefined);
      for (const [place, job] of turn)
        await job.kind.run(job.data).catch((error: unknown) => {
          job.left = isFinal(error) ? -1 : job.left - 1;
          if (job.left >= 0 && !waiting.has(place)) waiting.set(place, job);
        });
    },
    async close() {},
  };
}
