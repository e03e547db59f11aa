/** The closed set of failures. Each has one designed screen in the kit. */
export type CrmErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "rate-limited"
  | "unavailable"
  | "malformed";

export const CRM_ERROR_CODES: readonly CrmErrorCode[] = [
  "unauthenticated",
  "forbidden",
  "not-found",
  "conflict",
  "rate-limited",
  "unavailable",
  "malformed",
];

/** Marks errors across bundle copies, where `instanceof` fails. */
const MARKER = Symbol.for("sweetspot.crm-error");

export interface CrmErrorOptions {
  readonly cause?: unknown;
  /** Milliseconds to wait before trying again, where the CRM says so. */
  readonly retryAfterMs?: number;
  /** Data of the failure that a program needs: stored copies of a conflict, issues of a refused record. */
  readonly detail?: unknown;
}

/** Failure of a port. The message is for developers and logs; users read the kit's text for the code. */
export class CrmError extends Error {
  override readonly name = "CrmError";
  readonly code: CrmErrorCode;
  readonly retryAfterMs: number | undefined;
  readonly detail: unknown;

  constructor(code: CrmErrorCode, message: string, options: CrmErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
    this.detail = options.detail;
    Object.defineProperty(this, MARKER, { value: true });
  }

  static is(error: unknown, code?: CrmErrorCode): error is CrmError {
    if (typeof error !== "object" || error === null || !(MARKER in error)) return false;
    return code === undefined || ("code" in error && error.code === code);
  }
}

/** The form in which a `CrmError` crosses a wire or a message channel. */
export interface CrmErrorMessage {
  readonly code: CrmErrorCode;
  readonly message: string;
  readonly retryAfterMs?: number;
  readonly detail?: unknown;
}

export const toCrmErrorMessage = (error: CrmError): CrmErrorMessage => ({
  code: error.code,
  message: error.message,
  ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
  ...(error.detail === undefined ? {} : { detail: error.detail }),
});

/** An unknown code, which a newer peer may send, reads as `unavailable`. */
export const fromCrmErrorMessage = (message: CrmErrorMessage): CrmError =>
  new CrmError(CRM_ERROR_CODES.includes(message.code) ? message.code : "unavailable", message.message, {
    ...(message.retryAfterMs === undefined ? {} : { retryAfterMs: message.retryAfterMs }),
    ...(message.detail === undefined ? {} : { detail: message.detail }),
  });
