import type { Refusal } from "./to-crm-error.ts";

/** What came of one attempt: an answer that is no success, or a line that broke. */
export type Failure = Refusal | "line-broken";

const SECOND = 1000;
/** HubSpot asks for at least two seconds after 423 [D error handling]. */
const LOCKED_MS = 2 * SECOND;
/** Statuses of proxies before HubSpot: the request may be fine the next moment. */
const PASSING = new Set([502, 504, 521, 522, 523, 524]);
const PASSING_MS = 250;

/**
 * Milliseconds until a request is worth sending again; undefined where it is not. Retry-After wins where it is sent.
 * Without it the policy decides: a second, ten rolling seconds, or, for the day's limit, no waiting at all.
 *
 * @param repeatable sending it again changes nothing: reads, and writes of whole values
 */
export function waitBefore(failure: Failure, repeatable: boolean): number | undefined {
  if (failure === "line-broken") return repeatable ? PASSING_MS : undefined;
  const { status, retryAfterMs } = failure;
  // A request that was limited, locked out or held up by a migration was not carried out.
  if (status === 429) return limitMs(failure);
  if (status === 423) return Math.max(LOCKED_MS, retryAfterMs ?? 0);
  if (status === 477) return retryAfterMs;
  return PASSING.has(status) && repeatable ? (retryAfterMs ?? PASSING_MS) : undefined;
}

/** How often a request is sent in all, as far as this failure goes. */
export const attemptsFor = (failure: Failure): number =>
  failure === "line-broken" || PASSING.has(failure.status) ? 2 : 3;

/** How long the limit itself lasts, for everybody who shares it. */
export function limitMs({ body, retryAfterMs }: Refusal): number | undefined {
  if (body?.policyName?.toUpperCase() === "DAILY") return undefined;
  if (retryAfterMs !== undefined) return retryAfterMs;
  return body?.policyName?.toUpperCase() === "SECONDLY" ? SECOND : 10 * SECOND;
}
