import { CrmError, type ReadOptions } from "@sweetspot/contract";
import type { Clock } from "./clock.ts";
import type { HubspotClient } from "./hubspot-client.ts";
import type { HubspotError } from "./raw/answers.ts";
import type { RequestBudget, RequestKind } from "./request-budget.port.ts";
import { type Refusal, toCrmError } from "./to-crm-error.ts";
import { attemptsFor, type Failure, limitMs, waitBefore } from "./waiting.ts";
import { within } from "./within.ts";

export interface HubspotRequest {
  /** For metrics and logs: holds no ids, unlike the path. */
  readonly name: string;
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly kind?: RequestKind;
  /** May be sent twice; default true, because most requests read. */
  readonly repeatable?: boolean;
}

/** The one way to a portal as one user: within its limits, cancelled with its caller, failing as one of seven errors. */
export interface Line {
  send<T>(request: HubspotRequest, options?: ReadOptions): Promise<T>;
}

/** One attempt, for metrics. `status` 0: the line broke or the time was over. */
export interface ObservedCall {
  readonly name: string;
  readonly kind: RequestKind;
  readonly status: number;
  readonly attempt: number;
  readonly ms: number;
}

export interface LineOptions {
  readonly client: HubspotClient;
  /** The user's access token, refreshed by whoever keeps it. */
  readonly token: () => string | undefined | Promise<string | undefined>;
  readonly budget: RequestBudget;
  readonly clock: Clock;
  /** The longest a request waits for limits and locks before it fails. Default 12 s: one rolling window. */
  readonly patienceMs?: number;
  /** The longest HubSpot may take for an answer; its client has no limit. Default 10 s. */
  readonly timeoutMs?: number;
  readonly observe?: (call: ObservedCall) => void;
}

export function createLine(options: LineOptions): Line {
  const { client, token, budget, clock, observe, patienceMs = 12_000, timeoutMs = 10_000 } = options;

  /** The answer's body, or what went wrong. */
  async function attempt(request: HubspotRequest, signal: AbortSignal | undefined): Promise<Answer> {
    const bearer = await within(signal, Promise.resolve(token()));
    if (bearer === undefined)
      throw new CrmError("unauthenticated", "There is no access token for this user.");
    const { method = "GET", path, query, body } = request;
    try {
      const answer = client.apiRequest({
        method,
        path,
        headers: { Authorization: `Bearer ${bearer}` },
        ...(query ? { qs: query } : {}),
        ...(body === undefined ? {} : { body }),
      });
      // The client cannot be told to stop: its answer is let go.
      return await within(signal, answer.then(readAnswer), timeoutMs);
    } catch (cause) {
      signal?.throwIfAborted();
      return { status: 0, failure: "line-broken", cause };
    }
  }

  return {
    async send<T>(request: HubspotRequest, { signal }: ReadOptions = {}): Promise<T> {
      const { kind = "general", repeatable = true, name } = request;
      let patience = patienceMs;
      for (let number = 1; ; number += 1) {
        const asked = clock.now();
        await budget.take(kind, { patienceMs: patience, ...(signal ? { signal } : {}) });
        const sent = clock.now();
        patience -= sent - asked;
        const answer = await attempt(request, signal);
        observe?.({ name, kind, status: answer.status, attempt: number, ms: clock.now() - sent });
        if (answer.failure === undefined) return answer.body as T;
        const { failure } = answer;
        const limit = failure !== "line-broken" && failure.status === 429 ? limitMs(failure) : undefined;
        if (limit !== undefined) await budget.hold(kind, limit);
        const wait = waitBefore(failure, repeatable);
        if (wait === undefined || wait > patience || number >= attemptsFor(failure))
          throw toFinalError(failure, wait ?? limit, answer.cause);
        patience -= wait;
        await clock.sleep(wait, signal);
      }
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly failure?: Failure;
  readonly cause?: unknown;
}

async function readAnswer(response: Response): Promise<Answer> {
  const { status } = response;
  const body = parse(await response.text());
  // A success that cannot be read was cut on its way.
  if (response.ok)
    return body === undefined && status !== 204 ? { status, failure: "line-broken" } : { status, body };
  const failure: Refusal = { status, body: body as HubspotError | undefined, retryAfterMs: waitOf(response) };
  return { status, failure };
}

function toFinalError(failure: Failure, waitMs: number | undefined, cause: unknown): CrmError {
  if (failure === "line-broken") return new CrmError("unavailable", "HubSpot cannot be reached.", { cause });
  return toCrmError({ ...failure, retryAfterMs: failure.retryAfterMs ?? waitMs });
}

/** Seconds, or a date [RFC 9110]. */
function waitOf({ headers }: Response): number | undefined {
  const text = headers.get("retry-after");
  if (text === null) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
