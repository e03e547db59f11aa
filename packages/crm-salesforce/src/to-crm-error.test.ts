import { CrmError, type CrmErrorCode } from "@sweetspot/contract";
import { describe, expect, it } from "vitest";
import { readPlanAnswer, toCrmError } from "./to-crm-error.ts";

const rest = (status: number, errorCode: string) => ({
  status,
  body: [{ errorCode, message: "about Jane Doe" }],
});
const graphql = (ErrorType: string) => ({ errors: [{ message: "…", extensions: { ErrorType } }] });

/** A failure as each way to Salesforce hands it on, and what it is. */
const FAILURES: readonly (readonly [string, unknown, CrmErrorCode])[] = [
  ["REST: the session is over", rest(401, "INVALID_SESSION_ID"), "unauthenticated"],
  ["REST: the day's requests are used up, which is 403", rest(403, "REQUEST_LIMIT_EXCEEDED"), "rate-limited"],
  ["REST: no access", rest(403, "INSUFFICIENT_ACCESS_OR_READONLY"), "forbidden"],
  ["REST: the API is off for this user", rest(403, "API_CURRENTLY_DISABLED"), "forbidden"],
  ["REST: deleted", rest(404, "ENTITY_IS_DELETED"), "not-found"],
  ["REST: never there", rest(404, "NOT_FOUND"), "not-found"],
  ["REST: changed since", { status: 412, body: undefined }, "conflict"],
  ["REST: a locked row, which is 400", rest(400, "UNABLE_TO_LOCK_ROW"), "unavailable"],
  ["REST: a query that took too long, which is 400", rest(400, "QUERY_TIMEOUT"), "unavailable"],
  ["REST: a bad query", rest(400, "MALFORMED_QUERY"), "malformed"],
  ["REST: too many requests at the edge", { status: 429 }, "rate-limited"],
  ["a proxy's page", { status: 503, body: undefined }, "unavailable"],
  ["a status nobody has seen", { status: 418 }, "unavailable"],
  [
    "Lightning Data Service",
    {
      ok: false,
      status: 403,
      statusText: "Forbidden",
      body: { statusCode: 403, errorCode: "INSUFFICIENT_ACCESS", message: "…" },
    },
    "forbidden",
  ],
  [
    "Apex through a host component",
    {
      status: 500,
      body: {
        exceptionType: "System.DmlException",
        message: "Update failed. first error: UNABLE_TO_LOCK_ROW, unable to obtain exclusive access",
      },
    },
    "unavailable",
  ],
  ["GraphQL: bad syntax", graphql("InvalidSyntax"), "malformed"],
  ["GraphQL: not of this schema", graphql("ValidationError"), "malformed"],
  ["GraphQL: fetching failed", graphql("DataFetchingException"), "unavailable"],
  [
    "GraphQL: fetching failed for the limit",
    {
      errors: [
        {
          message: "REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded",
          extensions: { ErrorType: "DataFetchingException" },
        },
      ],
    },
    "rate-limited",
  ],
  ["the line is broken", new TypeError("Failed to fetch"), "unavailable"],
  ["nothing that can be read", undefined, "unavailable"],
];

describe("a failure of Salesforce", () => {
  it.each(FAILURES)("%s", (_, failure, code) => {
    expect(toCrmError(failure).code).toBe(code);
  });

  it("says when a locked row is worth another try", () => {
    expect(toCrmError(rest(400, "UNABLE_TO_LOCK_ROW")).retryAfterMs).toBe(1000);
    expect(toCrmError({ status: 429, retryAfterMs: 30_000 }).retryAfterMs).toBe(30_000);
    expect(toCrmError(rest(403, "REQUEST_LIMIT_EXCEEDED")).retryAfterMs).toBeUndefined();
  });

  it("keeps Salesforce's sentences, which may quote data, out of the message", () => {
    for (const [name, failure] of FAILURES)
      expect(toCrmError(failure).message, name).toMatch(/^Salesforce failed: [\w-]+\.$/);
  });

  it("stays what it is where it is one of ours already", () => {
    const error = new CrmError("not-found", "There is no account 7.");
    expect(toCrmError(error)).toBe(error);
  });
});

describe("an answer of the plan service", () => {
  it("comes as text from Apex and parsed from REST", () => {
    expect(readPlanAnswer('{"value":[1]}')).toEqual([1]);
    expect(readPlanAnswer({ value: null })).toBeNull();
  });

  it("is thrown where it is an error, with stored copies and issues", () => {
    const stored = [{ id: "p", type: "perspective", revision: 2 }];
    const answer = JSON.stringify({
      error: { code: "conflict", message: "1 record changed.", detail: { stored } },
    });
    expect(() => readPlanAnswer(answer)).toThrow(
      expect.objectContaining({ code: "conflict", detail: { stored } }),
    );
  });

  it.each([
    ["cut", '{"value":['],
    ["a page", "<html></html>"],
    ["empty", null],
    ["something else", { items: [] }],
  ])("that is %s is no answer", (_, answer) => {
    expect(() => readPlanAnswer(answer)).toThrow(expect.objectContaining({ code: "unavailable" }));
  });
});
