import type { Refusal } from "./to-crm-error.ts";

/** What came of one attempt: an answer that is no success, or a line that broke. */
export type Failure = Refusal | "line-broken";

export interface Attempt {
  readonly failure: Failure;
  /** From 1. */
  readonly number: number;
  /** Sending it again changes nothing: reads, and writes of whole values. */
  readonly repeatable: boolean;
}

const SECOND = 1000;
/** HubSpot asks for at least two seconds after 423 [D error handling]. */
const LOCKED_MS = 2 * SECOND;
const MOST_ATTEMPTS = 3;
/** Statuses of proxies before HubSpot: the request may be fine the next moment. */
const PASSING = new Set([502, 504, 521, 522, 523, 524]);
const PASSING_MS = 250;

/**
 * Milliseconds until the request is worth sending again; undefined where it is not. Retry-After wins where it is sent.
 * Without it the policy decides: a second, ten rolling seconds, or, for the day's limit, no waiting at all.
 */
export function waitBefore({ failure, number, repeatable }: Attempt): number | undefined {
  if (number >= MOST_ATTEMPTS) return undefined;
  if (failure === "line-broken") return repeatable && number === 1 ? PASSING_MS : undefined;
  const { status, retryAfterMs } = failure;
  // A request that was limited, locked out or held up by a migration was not carried out.
  if (status === 429) return limitMs(failure);
  if (status === 423) return Math.max(LOCKED_MS, retryAfterMs ?? 0);
  if (status === 477) return retryAfterMs;
  return PASSING.has(status) && repeatable && number === 1 ? (retryAfterMs ?? PASSING_MS) : undefined;
}

/** How long the limit itself lasts, for everybody who shares it. */
export function limitMs({ body, retryAfterMs }: Refusal): number | undefined {
  if (body?.policyName?.toUpperCase() === "DAILY") return undefined;
  if (retryAfterMs !== undefined) return retryAfterMs;
  return body?.policyName?.toUpperCase() === "SECONDLY" ? SECOND : 10 * SECOND;
}
