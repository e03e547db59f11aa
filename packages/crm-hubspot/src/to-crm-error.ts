import { CrmError, type CrmErrorCode } from "@sweetspot/contract";
import type { HubspotError } from "./raw/answers.ts";

/** An answer that is no success. */
export interface Refusal {
  readonly status: number;
  /** Undefined where the body was no JSON: a proxy's page. */
  readonly body: HubspotError | undefined;
  /** Of the header Retry-After, where there is one. */
  readonly retryAfterMs: number | undefined;
}

const STATUSES: Readonly<Record<number, CrmErrorCode>> = {
  400: "malformed",
  401: "unauthenticated",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
  413: "malformed",
  414: "malformed",
  415: "malformed",
  423: "unavailable",
  429: "rate-limited",
  477: "unavailable",
};

/** Words of batch errors, which have no status of their own [D error handling]. */
const CATEGORIES: Readonly<Record<string, CrmErrorCode>> = {
  OBJECT_NOT_FOUND: "not-found",
  MISSING_SCOPES: "forbidden",
  FORBIDDEN: "forbidden",
  RATE_LIMITS: "rate-limited",
  VALIDATION_ERROR: "malformed",
  CONFLICT: "conflict",
  EXPIRED_AUTHENTICATION: "unauthenticated",
  INVALID_AUTHENTICATION: "unauthenticated",
};

/** `detail` of a `forbidden`: what the app was not granted, so that an admin can be told. */
export interface MissingScopes {
  readonly missingScopes: readonly string[];
}

/** `detail` of a `malformed`: this portal has no such object. */
export interface MissingObject {
  readonly missingObject: true;
}

/** HubSpot's sentences stay out of the message: they may quote data. Its category and correlation id do not. */
export function toCrmError({ status, body, retryAfterMs }: Refusal): CrmError {
  const category = body?.category ?? undefined;
  const code = STATUSES[status] ?? (status >= 500 ? "unavailable" : "malformed");
  const detail = detailOf(status, body);
  const words = [`HubSpot answered ${status}`, category, body?.policyName, body?.correlationId];
  return new CrmError(code, `${words.filter((word) => word != null).join(", ")}.`, {
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(detail === undefined ? {} : { detail }),
  });
}

/** An error inside a 207. */
export function fromBatchError(error: HubspotError): CrmError {
  const category = error.category ?? "unknown";
  return new CrmError(
    CATEGORIES[category] ?? "unavailable",
    `HubSpot refused a part of a batch: ${category}.`,
  );
}

function detailOf(status: number, body: HubspotError | undefined): MissingScopes | MissingObject | undefined {
  if (body?.category === "MISSING_SCOPES") return { missingScopes: scopesOf(body) };
  return status === 400 && body?.message?.startsWith("Unable to infer object type") === true
    ? { missingObject: true }
    : undefined;
}

const scopesOf = (body: HubspotError | undefined): readonly string[] =>
  (body?.errors ?? []).flatMap((error) => error.context?.["requiredGranularScopes"] ?? []);

const hasDetail = (error: unknown, name: string): boolean =>
  CrmError.is(error) && typeof error.detail === "object" && error.detail !== null && name in error.detail;

export const isMissingScope = (error: unknown): boolean => hasDetail(error, "missingScopes");
export const isMissingObject = (error: unknown): boolean => hasDetail(error, "missingObject");
