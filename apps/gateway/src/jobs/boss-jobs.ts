import { CrmError } from "@sweetspot/contract";
import type { Database } from "@sweetspot/crm-sql";
import { type ConstructorOptions, fromPglite, type Job, type JobResult, PgBoss } from "pg-boss";
import type { Log } from "../operation/log.ts";
import { isFinal, type JobData, type JobKind, type Jobs } from "./jobs.port.ts";

export interface BossJobsOptions {
  readonly database: Database;
  readonly log: Log;
  /** Wraps each job as it runs, for figures and traces. */
  readonly watch?: (name: string, work: () => Promise<void>) => Promise<void>;
}

/** Beside the gateway's own tables, in the same database. */
const SCHEMA = "sweetspot_jobs";
const AT_ONCE = 20;
const KEPT_SECONDS = 3600;
/** Whoever is silent for so long is dead; found out by the next look at all queues. */
const HEARTBEAT_SECONDS = 30;
const LONGEST_SECONDS = 600;
/** Together with the traces within what a gateway that stops allows its background. */
const CLOSING_MS = 1000;

/** pg-boss on whatever database the gateway has: PGlite in its process, or the pool of connections to PostgreSQL. */
export function createBossJobs({ database, log, watch = (_name, work) => work() }: BossJobsOptions): Jobs {
  const boss = new PgBoss({
    ...engineOf(database),
    schema: SCHEMA,
    registerInstance: false,
    // Its spans would hold the words of errors.
    openTelemetry: { enabled: false },
  });
  const warn = (event: string) => (error: unknown) =>
    log.warn(event, { error: error instanceof Error ? error.name : "unknown" });
  boss.on("error", warn("jobs-failed"));
  const kinds = new Map<string, JobKind<JobData>>();
  const workers = new Map<string, string>();
  let started = false;

  const runAll =
    ({ name, run }: JobKind<JobData>) =>
    (jobs: readonly Job<JobData>[]): Promise<JobResult[]> =>
      Promise.all(
        jobs.map(async ({ id, data }) => {
          try {
            await watch(name, () => run(data));
            return { id, status: "completed" as const };
          } catch (error) {
            log.warn("job-failed", { job: name, error: CrmError.is(error) ? error.code : nameOf(error) });
            // Without a queue of dead letters that is a failure like others, but the last one.
            return { id, status: isFinal(error) ? ("deadletter" as const) : ("failed" as const) };
          }
        }),
      );

  async function open(kind: JobKind<JobData>): Promise<void> {
    const { name, every, retries = 5, retrySeconds = 30, lookSeconds = 2 } = kind;
    const settings = {
      retryLimit: retries,
      retryDelay: retrySeconds,
      retryBackoff: true,
      expireInSeconds: LONGEST_SECONDS,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      deleteAfterSeconds: KEPT_SECONDS,
    };
    await boss.createQueue(name, { policy: "stately", ...settings });
    // It may be there already, with the settings of an earlier version.
    await boss.updateQueue(name, settings);
    await (every === undefined ? boss.unschedule(name) : boss.schedule(name, every, {}, { missed: "once" }));
    const options = {
      batchSize: AT_ONCE,
      burstWhenBatchFull: true,
      perJobResults: true,
      pollingIntervalSeconds: lookSeconds,
    } as const;
    workers.set(name, await boss.work<JobData, void, typeof options>(name, options, runAll(kind)));
  }

  return {
    define(kind) {
      kinds.set(kind.name, kind as unknown as JobKind<JobData>);
      return async (data, { key, afterSeconds } = {}) => {
        await boss.send(kind.name, data, {
          ...(key === undefined ? {} : { singletonKey: key }),
          ...(afterSeconds === undefined ? {} : { startAfter: afterSeconds }),
        });
        const worker = workers.get(kind.name);
        if (worker !== undefined && afterSeconds === undefined) boss.notifyWorker(worker);
      };
    },
    async start() {
      try {
        // One gateway after the other: of two that make the schema at once PostgreSQL refuses one.
        await database.alone("jobs-opened", async () => {
          await boss.start();
          started = true;
          for (const kind of kinds.values()) await open(kind);
        });
      } catch (error) {
        throw new CrmError("unavailable", `The database has no room for jobs (schema ${SCHEMA}).`, {
          cause: error,
        });
      }
    },
    async settle() {
      for (const kind of kinds.values()) {
        if (kind.every !== undefined) await boss.send(kind.name, {});
        const failed: string[] = [];
        for (;;) {
          const jobs = await boss.fetch<JobData>(kind.name, { batchSize: AT_ONCE, ignoreStartAfter: true });
          if (jobs.length === 0) break;
          for (const { id, status } of await runAll(kind)(jobs))
            if (status === "failed") failed.push(id);
            else await boss.complete(kind.name, id);
        }
        // Told in the end: what has failed waits for its next turn, and would be found again.
        for (const id of failed) await boss.fail(kind.name, id);
      }
    },
    async close() {
      if (!started) return;
      started = false;
      await boss.stop({ graceful: true, timeout: CLOSING_MS });
    },
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

function engineOf({ engine }: Database): Pick<ConstructorOptions, "db" | "backend"> {
  return engine.kind === "pglite"
    ? { db: fromPglite(engine.pglite), backend: "pglite" }
    : {
        // The pool closes a connection whose statement failed: nobody gets one with half a transaction.
        db: { executeSql: (text, values) => engine.pool.query(text, values) },
        backend: "postgres",
      };
}
