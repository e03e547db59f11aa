import { CrmError, type CrmErrorCode } from "@sweetspot/contract";

/** The vendor's client, signed in as one user. */
export type TinyFetch = (path: string, body: TinyBody, signal?: AbortSignal) => Promise<TinyAnswer>;
export type TinyBody = Readonly<Record<string, unknown>>;
export interface TinyAnswer {
  readonly status: number;
  readonly body: TinyBody;
}

/** A call of the vendor that either answers or fails as one of the seven errors. */
export type Line = (path: string, body: TinyBody, signal: AbortSignal | undefined) => Promise<TinyBody>;

const CODES: Readonly<Record<number, CrmErrorCode>> = {
  400: "malformed",
  401: "unauthenticated",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
  429: "rate-limited",
};

/** The one place that calls the vendor. */
export const createLine =
  (fetch: TinyFetch): Line =>
  async (path, body, signal) => {
    signal?.throwIfAborted();
    const answer = await fetch(path, body, signal).catch((cause: unknown) => {
      signal?.throwIfAborted();
      throw new CrmError("unavailable", "TinyCRM cannot be reached.", { cause });
    });
    signal?.throwIfAborted();
    const { code } = answer.body;
    // Not what the status says: "not signed in" comes as 403 here, and the rate limit as 200.
    if (code === "NOT_SIGNED_IN") throw new CrmError("unauthenticated", "TinyCRM knows no such user.");
    if (code === "LIMIT_REACHED")
      throw new CrmError("rate-limited", "TinyCRM is busy.", { retryAfterMs: 2000 });
    if (answer.status >= 400)
      throw new CrmError(
        CODES[answer.status] ?? "unavailable",
        `TinyCRM answered ${answer.status} to ${path}.`,
      );
    return answer.body;
  };
