/** How HubSpot comes to fail. */
export type FailureCause =
  | "token-expired"
  | "no-permission"
  | "missing-scope"
  | "gone"
  | "conflict"
  | "secondly-limit"
  | "ten-secondly-limit"
  | "daily-limit"
  | "locked"
  | "migrating"
  | "bad-request"
  | "server-error"
  | "bad-gateway"
  | "unavailable-page"
  | "cut-answer"
  | "line-broken";

interface ErrorBody {
  readonly category: string;
  readonly message: string;
  readonly [extra: string]: unknown;
}

let correlations = 0;

/** HubSpot's one form of an error; every field of it is optional [D error handling]. */
export function errorAnswer(
  status: number,
  { category, message, ...extra }: ErrorBody,
  headers: Record<string, string> = {},
): Response {
  correlations += 1;
  const correlationId = `00000000-0000-4000-8000-${String(correlations).padStart(12, "0")}`;
  return Response.json(
    { status: "error", message, correlationId, category, ...extra },
    { status, headers: { "x-hubspot-correlation-id": correlationId, ...headers } },
  );
}

export const tokenExpired = (): Response =>
  errorAnswer(401, {
    category: "EXPIRED_AUTHENTICATION",
    message: "The OAuth token used to make this call expired.",
  });

export const missingScope = (scope: string): Response =>
  errorAnswer(403, {
    category: "MISSING_SCOPES",
    message: "This app hasn't been granted all required scopes to make this call.",
    errors: [
      {
        message: "One or more of the following scopes are required.",
        context: { requiredGranularScopes: [scope] },
      },
    ],
  });

/** Existing and invisible records look the same. */
export const notFound = (): Response =>
  errorAnswer(404, { category: "OBJECT_NOT_FOUND", message: "Object not found." });

export const badRequest = (message: string, category = "VALIDATION_ERROR"): Response =>
  errorAnswer(400, { category, message });

/** No Retry-After is promised [2nd]; tests may ask for one. */
export const limited = (policyName: string, retryAfter?: string): Response =>
  errorAnswer(
    429,
    {
      category: "RATE_LIMITS",
      errorType: "RATE_LIMIT",
      message: `You have reached your ${policyName.toLowerCase()} limit.`,
      policyName,
    },
    retryAfter === undefined ? {} : { "retry-after": retryAfter },
  );

const page = (status: number): Response =>
  new Response("<!DOCTYPE html><html><body>We'll be right back.</body></html>", {
    status,
    headers: { "content-type": "text/html" },
  });

const ANSWERS: Readonly<Record<FailureCause, (retryAfter?: string) => Response>> = {
  "token-expired": tokenExpired,
  "no-permission": () =>
    errorAnswer(403, { category: "FORBIDDEN", message: "The user does not have permission to do this." }),
  "missing-scope": () => missingScope("crm.objects.companies.read"),
  gone: notFound,
  conflict: () => errorAnswer(409, { category: "CONFLICT", message: "It already exists." }),
  "secondly-limit": (retryAfter) => limited("SECONDLY", retryAfter),
  "ten-secondly-limit": (retryAfter) => limited("TEN_SECONDLY_ROLLING", retryAfter),
  "daily-limit": (retryAfter) => limited("DAILY", retryAfter),
  locked: () => errorAnswer(423, { category: "LOCKED", message: "This resource is locked; wait 2 seconds." }),
  migrating: (retryAfter = "3600") =>
    errorAnswer(
      477,
      { category: "MIGRATION_IN_PROGRESS", message: "This portal is being migrated." },
      { "retry-after": retryAfter },
    ),
  "bad-request": () => badRequest("Invalid input JSON on line 1, column 1."),
  "server-error": () => errorAnswer(500, { category: "INTERNAL_ERROR", message: "internal error" }),
  "bad-gateway": () => page(502),
  "unavailable-page": () => page(503),
  "cut-answer": () =>
    new Response('{"results":[{"id":"51', { headers: { "content-type": "application/json" } }),
  "line-broken": () => Response.error(),
};

export const toFailure = (cause: FailureCause, retryAfter?: string): Response => ANSWERS[cause](retryAfter);
