import { CrmError } from "@sweetspot/contract";
import type { MiddlewareHandler } from "hono";
import { dropOldest } from "../sessions/sessions.ts";

/** Whose request it is. */
export interface Caller {
  readonly tenant: string;
  /** Undefined for strangers: they have shown nothing they could be told apart by, and share what a tenant has. */
  readonly user: string | undefined;
}

/** How much of the gateway one user, and one tenant with all its users, may have. */
export interface RateLimits {
  /** @throws CrmError `rate-limited` with the time after which the request would pass */
  take(caller: Caller): void;
}

export interface RateLimitOptions {
  /** Requests a minute; 0 for no limit. A minute's worth may come at once. */
  readonly perUser: number;
  readonly perTenant: number;
  readonly now?: () => number;
}

const MINUTE_MS = 60_000;
const MOST_CALLERS = 50_000;

/** Counted in this process alone: a tenant served by three gateways has three times as much. */
export function createRateLimits({ perUser, perTenant, now = Date.now }: RateLimitOptions): RateLimits {
  const users = createBuckets(perUser, now);
  const tenants = createBuckets(perTenant, now);
  return {
    take({ tenant, user }) {
      const name = user === undefined ? undefined : `${tenant}\n${user}`;
      const wait = Math.max(name === undefined ? 0 : users.waitOf(name), tenants.waitOf(tenant));
      if (wait > 0)
        throw new CrmError("rate-limited", "Too many requests. Wait a moment.", { retryAfterMs: wait });
      if (name !== undefined) users.spend(name);
      tenants.spend(tenant);
    },
  };
}

/** Takes each request from its caller's share. */
export const limitRate =
  (limits: RateLimits, callerOf: (request: Request) => Caller): MiddlewareHandler =>
  async (context, next) => {
    limits.take(callerOf(context.req.raw));
    await next();
  };

interface Bucket {
  /** In sixty-thousandths of a request, so that a millisecond fills it by a whole number and nothing is lost in rounding. */
  left: number;
  at: number;
}

const REQUEST = MINUTE_MS;

/** Buckets of a minute's worth that fill evenly. */
function createBuckets(perMinute: number, now: () => number) {
  const full = perMinute * REQUEST;
  const buckets = new Map<string, Bucket>();
  const open = (name: string): Bucket => {
    const at = now();
    const { left, at: before } = buckets.get(name) ?? { left: full, at };
    return { left: Math.min(full, left + Math.max(0, at - before) * perMinute), at };
  };
  return {
    /** Milliseconds until there is something to spend; 0 at once. */
    waitOf(name: string): number {
      if (perMinute === 0) return 0;
      return Math.max(0, Math.ceil((REQUEST - open(name).left) / perMinute));
    },
    spend(name: string): void {
      if (perMinute === 0) return;
      const { left, at } = open(name);
      // The one used last goes to the end: whoever was longest away has a full bucket again, or a crowd before it.
      buckets.delete(name);
      if (buckets.size >= MOST_CALLERS) dropOldest(buckets);
      buckets.set(name, { left: left - REQUEST, at });
    },
  };
}
