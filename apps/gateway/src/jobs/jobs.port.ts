import { CrmError } from "@sweetspot/contract";

/** What a job is told: ids alone. Names and texts of a customer would lie in the queue beyond the reach of erasure. */
export type JobData = Readonly<Record<string, string>>;

/** Work that nobody waits for and that must be done all the same. */
export interface JobKind<D extends JobData> {
  /** As operators see it in the tables of jobs. */
  readonly name: string;
  /** Throws to be tried again, unless that is of no use (`isFinal`). May run twice where a gateway died over it. */
  run(data: D): Promise<void>;
  /** Begins by itself too, once among all gateways: minute, hour, day, month and weekday in UTC. */
  readonly every?: string;
  /** How often it is tried again after a failure. Default 5. */
  readonly retries?: number;
  /** Before it is tried again; doubled each time. Default 30. */
  readonly retrySeconds?: number;
  /** How often a gateway looks whether another one has left something to do. Default 2. */
  readonly lookSeconds?: number;
}

export interface JobOptions {
  /** While a job of this key waits, another one is not needed; two of one key never run at once. Default: all are of one key. */
  readonly key?: string;
  readonly afterSeconds?: number;
}

/** Leaves something to do; it is in the database when this resolves. */
export type SendJob<D extends JobData> = (data: D, options?: JobOptions) => Promise<void>;

/** Jobs of all gateways before one database. What one leaves, any may do; what fails comes again. */
export interface Jobs {
  /** Before the start. */
  define<D extends JobData>(kind: JobKind<D>): SendJob<D>;
  /** @throws CrmError `unavailable` where the database has no room for jobs */
  start(): Promise<void>;
  /** Does now what waits, also for a later time, and what begins by itself; failures stay for their next turn. */
  settle(): Promise<void>;
  /** Begins nothing new, and gives what runs a moment to end; the rest is done by others, or after the next start. */
  close(): Promise<void>;
}

/** What a CRM refuses it refuses the next time too. */
export const isFinal = (error: unknown): boolean =>
  CrmError.is(error) && ["forbidden", "not-found", "malformed", "unauthenticated"].includes(error.code);
