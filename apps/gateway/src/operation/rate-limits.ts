import { CrmError } from "@sweetspot/contract";
import type { DatabaseEngine } from "@sweetspot/crm-sql";
import type { MiddlewareHandler } from "hono";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { dropOldest, hashOf } from "../sessions/sessions.ts";

/** Whose request it is. */
export interface Caller {
  readonly tenant: string;
  /** Undefined for strangers: they have shown nothing they could be told apart by, and share what a tenant has. */
  readonly user: string | undefined;
}

/** How much of the gateways one user, and one tenant with all its users, may have. */
export interface RateLimits {
  /** @throws CrmError `rate-limited` with the time after which the request would pass */
  take(caller: Caller): Promise<void>;
}

export interface RateLimitOptions {
  /** Requests in a window, which begins with the first of them; 0 for no limit. */
  readonly perUser: number;
  readonly perTenant: number;
  /** How long a window is. Default a minute. */
  readonly windowSeconds?: number;
  /** Gateways before one PostgreSQL count together; in an embedded database, or without one, each counts for itself. */
  readonly engine?: DatabaseEngine | undefined;
}

const MINUTE_SECONDS = 60;
const MOST_CALLERS = 50_000;
/** A gateway fetches so much of a window's worth at once: a row of the database is not written for each request. */
const PORTION = 1 / 60;
const TABLE = "request_share";
const TRIES = 3;

export function createRateLimits({
  perUser,
  perTenant,
  windowSeconds = MINUTE_SECONDS,
  engine,
}: RateLimitOptions): RateLimits {
  const shareOf = (keyPrefix: string, points: number) =>
    createShares({ keyPrefix, points, duration: windowSeconds }, engine);
  const [users, tenants] = [shareOf("user", perUser), shareOf("tenant", perTenant)];
  return {
    async take({ tenant, user }) {
      const waits = await Promise.all([
        user === undefined ? 0 : users.take(`${tenant}\n${user}`),
        tenants.take(tenant),
      ]);
      const wait = Math.max(...waits);
      if (wait > 0)
        throw new CrmError("rate-limited", "Too many requests. Wait a moment.", { retryAfterMs: wait });
    },
  };
}

/** Takes each request from its caller's share. */
export const limitRate =
  (limits: RateLimits, callerOf: (request: Request) => Caller): MiddlewareHandler =>
  async (context, next) => {
    await limits.take(callerOf(context.req.raw));
    await next();
  };

/** What this gateway has fetched for one caller and not used yet. */
interface Portion {
  left: number;
  /** There is no more until then. */
  readonly isLast: boolean;
  readonly until: number;
}

interface Window {
  readonly keyPrefix: string;
  readonly points: number;
  /** In seconds. */
  readonly duration: number;
}

function createShares(window: Window, engine: DatabaseEngine | undefined) {
  const { points } = window;
  const opened = openLimiter(window, engine);
  const wanted = Math.max(1, Math.floor(points * PORTION));
  const portions = new Map<string, Portion>();
  const fetching = new Map<string, Promise<void>>();

  async function fetchPortion(caller: string): Promise<void> {
    // Refused is told as an error that is none. Ids of people do not stand in the table.
    const limiter = await opened;
    const told: unknown = await limiter.consume(hashOf(caller), wanted).catch((error: unknown) => error);
    if (!(told instanceof RateLimiterRes)) throw told;
    const left = Math.min(wanted, Math.max(0, points - (told.consumedPoints - wanted)));
    portions.delete(caller);
    if (portions.size >= MOST_CALLERS) dropOldest(portions);
    portions.set(caller, { left, isLast: left < wanted, until: Date.now() + told.msBeforeNext });
  }

  return {
    /** @returns milliseconds until there is something to take; 0 where it was taken */
    async take(caller: string): Promise<number> {
      if (points === 0) return 0;
      for (;;) {
        const portion = portions.get(caller);
        const rest = portion === undefined ? 0 : portion.until - Date.now();
        if (portion && rest > 0 && portion.left > 0) {
          portion.left -= 1;
          return 0;
        }
        if (portion?.isLast && rest > 0) return rest;
        const running = fetching.get(caller) ?? fetchPortion(caller).finally(() => fetching.delete(caller));
        fetching.set(caller, running);
        await running;
      }
    },
  };
}

async function openLimiter(
  options: Window,
  engine: DatabaseEngine | undefined,
): Promise<RateLimiterAbstract> {
  const alone = new RateLimiterMemory(options);
  if (engine?.kind !== "postgresql" || options.points === 0) return alone;
  const storeClient = engine.pool;
  const openShared = (tries: number): Promise<RateLimiterAbstract> =>
    new Promise((resolve) => {
      const shared: RateLimiterAbstract = new RateLimiterPostgres(
        // While the database does not answer, each gateway counts for itself.
        { ...options, storeClient, storeType: "pool", tableName: TABLE, insuranceLimiter: alone },
        // Of two gateways that make the table at once PostgreSQL refuses one: then it is there. Where it could not be
        // made at all, what is asked of it fails, and the other one counts.
        (error?: unknown) => resolve(error && tries > 1 ? openShared(tries - 1) : shared),
      );
    });
  return openShared(TRIES);
}
