import { type CrmErrorCode, CrmError } from "@sweetspot/contract";

/** Every call is `POST {base}/api/port/<port>/<method>` with `{"arguments":[…]}`. */
export const PORT_PATH = "/api/port/";

export type PortName = "reader" | "store" | "relations" | "insights";

/** The answer's body: the value, or a `CrmErrorMessage`. */
export type PortAnswer = { readonly value: unknown } | { readonly error: unknown };

const STATUS: Readonly<Record<CrmErrorCode, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "rate-limited": 429,
  unavailable: 503,
};

export const toStatus = (code: CrmErrorCode): number => STATUS[code];

/**
 * What a status means whose body is not ours: a proxy, a sign-in page or a broken server answered in the gateway's
 * place. Only what a proxy may truly know is believed; the rest says that the gateway was not reached.
 */
export function fromForeignAnswer(status: number, retryAfterMs: number | undefined): CrmError {
  const options = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 401) return new CrmError("unauthenticated", "The session is not known to the server.");
  if (status === 429) return new CrmError("rate-limited", "The server asks for a pause.", options);
  return new CrmError("unavailable", `The answer (${status}) is not the gateway's.`, options);
}

/** `Retry-After` in milliseconds: seconds, or a date by the clock of this machine. */
export function toRetryAfterMs(header: string | null, now: () => number): number | undefined {
  if (header === null || header.trim() === "") return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now());
}
