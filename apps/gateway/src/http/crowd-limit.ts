import { CrmError } from "@sweetspot/contract";
import type { MiddlewareHandler } from "hono";

export interface CrowdLimitOptions {
  /** Requests under way at once; 0 for no limit. */
  readonly most: number;
  /** Told how many are under way now. */
  readonly onChange: (underWay: number) => void;
  readonly onRefused: () => void;
}

const RETRY_MS = 1000;

/**
 * Refuses a request at once while too many others are under way. Without it all of an overload would wait, each until its
 * time is over, and none would be answered; this way those inside are, and a balancer tries the others elsewhere.
 */
export function limitCrowd({ most, onChange, onRefused }: CrowdLimitOptions): MiddlewareHandler {
  let underWay = 0;
  return async (_context, next) => {
    if (most > 0 && underWay >= most) {
      onRefused();
      throw new CrmError("unavailable", "Too many requests are under way here. Try again in a moment.", {
        retryAfterMs: RETRY_MS,
      });
    }
    onChange((underWay += 1));
    try {
      await next();
    } finally {
      onChange((underWay -= 1));
    }
  };
}
