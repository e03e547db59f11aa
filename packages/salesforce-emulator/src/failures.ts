/** How Salesforce comes to fail. */
export type FailureCause =
  | "session-expired"
  | "no-access"
  | "deleted"
  | "precondition"
  | "limit"
  | "locked-row"
  | "bad-request"
  | "maintenance-page"
  | "cut-answer"
  | "line-broken"
  | "graphql-fetching";

const errors = (
  status: number,
  errorCode: string,
  message: string,
  headers: Record<string, string> = {},
): Response => Response.json([{ message, errorCode }], { status, headers });

/** The REST API's error bodies are lists of `{ message, errorCode }` [standard knowledge ?]. */
export const restError = errors;

export const sessionExpired = (): Response => errors(401, "INVALID_SESSION_ID", "Session expired or invalid");

/** Excess of the daily limit is 403, not 429, and without Retry-After. */
export const limitExceeded = (): Response =>
  errors(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");

const ANSWERS: Readonly<Record<FailureCause, () => Response>> = {
  "session-expired": sessionExpired,
  "no-access": () =>
    errors(403, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id"),
  deleted: () => errors(404, "ENTITY_IS_DELETED", "entity is deleted"),
  precondition: () => new Response(null, { status: 412 }),
  limit: limitExceeded,
  "locked-row": () => errors(400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record"),
  "bad-request": () => errors(400, "JSON_PARSER_ERROR", "Unexpected character"),
  "maintenance-page": () =>
    new Response("<!DOCTYPE html><html><body>We are down for maintenance.</body></html>", {
      status: 503,
      headers: { "content-type": "text/html" },
    }),
  "cut-answer": () =>
    new Response('{"data":{"uiapi":{"que', { headers: { "content-type": "application/json" } }),
  "line-broken": () => Response.error(),
  "graphql-fetching": () =>
    Response.json({
      data: { uiapi: { query: null } },
      errors: [
        {
          message: "An error occurred while fetching data.",
          path: ["uiapi", "query", "Account"],
          extensions: { ErrorType: "DataFetchingException" },
        },
      ],
    }),
};

export const toFailure = (cause: FailureCause): Response => ANSWERS[cause]();
