import { describe, expect, it } from "vitest";
import { type Refusal, toCrmError } from "./to-crm-error.ts";
import { attemptsFor, waitBefore } from "./waiting.ts";

const refusal = (status: number, body: Refusal["body"] = {}, retryAfterMs?: number): Refusal => ({
  status,
  body,
  retryAfterMs,
});
describe("before it asks again, the adapter waits", () => {
  it.each([
    ["a second for the limit of a second", refusal(429, { policyName: "SECONDLY" }), 1000],
    ["ten seconds for the rolling one", refusal(429, { policyName: "TEN_SECONDLY_ROLLING" }), 10_000],
    ["ten seconds for a limit without a name", refusal(429), 10_000],
    ["as long as Retry-After says", refusal(429, { policyName: "TEN_SECONDLY_ROLLING" }, 3000), 3000],
    ["two seconds for a lock, at least", refusal(423, {}, 500), 2000],
    ["as long as a migration says", refusal(477, {}, 60_000), 60_000],
    ["a moment for a proxy that lost HubSpot", refusal(502, undefined), 250],
    ["a moment for a line that broke", "line-broken" as const, 250],
  ])("%s", (_, failure, ms) => {
    expect(waitBefore(failure, true)).toBe(ms);
  });

  it.each([
    ["the limit of the day", refusal(429, { policyName: "DAILY" })],
    ["the limit of the day, even with Retry-After", refusal(429, { policyName: "DAILY" }, 1000)],
    ["a migration without an end", refusal(477)],
    ["a failure HubSpot itself reports", refusal(500)],
    ["HubSpot's own word that it is away", refusal(503)],
    ["what is wrong with the request", refusal(400)],
    ["a token that is over", refusal(401)],
    ["a missing scope", refusal(403)],
  ])("not at all for %s", (_, failure) => {
    expect(waitBefore(failure, true)).toBeUndefined();
  });

  it("never before it repeats what must not be done twice, unless HubSpot says that it was not done", () => {
    expect(waitBefore("line-broken", false)).toBeUndefined();
    expect(waitBefore(refusal(502), false)).toBeUndefined();
    expect(waitBefore(refusal(429, { policyName: "SECONDLY" }), false)).toBe(1000);
    expect(waitBefore(refusal(423), false)).toBe(2000);
  });

  it("twice at most, and once where nothing but luck could help", () => {
    expect(attemptsFor(refusal(423))).toBe(3);
    expect(attemptsFor(refusal(429))).toBe(3);
    expect(attemptsFor(refusal(502))).toBe(2);
    expect(attemptsFor("line-broken")).toBe(2);
  });
});

describe("a refusal of HubSpot", () => {
  it.each([
    [400, "malformed"],
    [401, "unauthenticated"],
    [403, "forbidden"],
    [404, "not-found"],
    [409, "conflict"],
    [414, "malformed"],
    [423, "unavailable"],
    [429, "rate-limited"],
    [477, "unavailable"],
    [500, "unavailable"],
    [521, "unavailable"],
    [418, "malformed"],
  ])("with status %s is %s", (status, code) => {
    expect(toCrmError(refusal(status, undefined)).code).toBe(code);
  });

  it("names the scopes an admin has to grant", () => {
    const body = {
      category: "MISSING_SCOPES",
      errors: [{ context: { requiredGranularScopes: ["crm.objects.deals.read"] } }],
    };
    expect(toCrmError(refusal(403, body)).detail).toEqual({ missingScopes: ["crm.objects.deals.read"] });
  });

  it("keeps HubSpot's sentences, which may quote data, out of its message, and its correlation id in", () => {
    const body = { category: "VALIDATION_ERROR", message: "Jane Doe is no number", correlationId: "c-1" };
    expect(toCrmError(refusal(400, body)).message).toBe("HubSpot answered 400, VALIDATION_ERROR, c-1.");
  });
});
