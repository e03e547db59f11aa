import { Signature } from "@hubspot/api-client";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSigned, type SignedRequest, signatureOf } from "./request-signature.ts";

const SECRET = "secret";
const NOW = 1_700_000_000_000;
const VECTOR: SignedRequest = {
  method: "POST",
  url: "https://example.com/webhook",
  body: '{"k":"é"}',
  timestamp: String(NOW),
  signature: "YvdV9TacUEf5ZYZ4gvYM1ghvKK8SkaueiKBbDysnSno=",
};
const sign = (request: Omit<SignedRequest, "signature">): SignedRequest => ({
  ...request,
  signature: signatureOf(request, SECRET),
});
const theirs = ({ method, url, body, timestamp }: SignedRequest): string =>
  Signature.getSignature(method, "v3", {
    clientSecret: SECRET,
    requestBody: body,
    signature: "",
    url,
    timestamp: Number(timestamp),
  });

describe("a signature of HubSpot's", () => {
  it("is known by the published example, letters beyond ASCII included", () => {
    expect(isSigned(VECTOR, SECRET, NOW)).toBe(true);
  });

  it("is the one HubSpot's own library makes, for any body and any address without escapes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("GET", "POST", "PUT"),
        fc.webUrl({ withQueryParameters: true }).filter((url) => !url.includes("%")),
        fc.string({ unit: "grapheme" }),
        (method, url, body) => {
          const request = sign({ method, url, body, timestamp: String(NOW) });
          expect(request.signature).toBe(theirs(request));
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each([
    [":", "%3A"],
    ["/", "%2F"],
    ["?", "%3F"],
    ["@", "%40"],
    ["!", "%21"],
    ["$", "%24"],
    ["'", "%27"],
    ["(", "%28"],
    [")", "%29"],
    ["*", "%2A"],
    [",", "%2C"],
    [";", "%3B"],
  ])("is made over %s where the address says %s", (sign, escaped) => {
    for (const form of [escaped, escaped.toLowerCase()]) {
      const arrived = { ...VECTOR, url: `https://example.com/a?q=${form}` };
      const signature = theirs({ ...arrived, url: `https://example.com/a?q=${sign}` });
      expect(isSigned({ ...arrived, signature }, SECRET, NOW)).toBe(true);
    }
  });

  it.each(["%20", "%26", "%3D", "%23", "%25", "%2B", "%C3%A9", "%7E"])(
    "is made over %s as it stands in the address",
    (escaped) => {
      const arrived = { ...VECTOR, url: `https://example.com/a?q=${escaped}` };
      expect(isSigned({ ...arrived, signature: theirs(arrived) }, SECRET, NOW)).toBe(true);
    },
  );

  it("holds for an empty body", () => {
    expect(isSigned(sign({ ...VECTOR, body: "" }), SECRET, NOW)).toBe(true);
  });
});

describe("a request is turned away", () => {
  it.each<[string, Partial<SignedRequest>]>([
    ["with another body", { body: '{"k":"e"}' }],
    ["with another method", { method: "PUT" }],
    ["with another path", { url: "https://example.com/webhook2" }],
    ["that was signed for another host", { url: "https://gateway.internal/webhook" }],
    ["that was signed for plain http", { url: "http://example.com/webhook" }],
    ["with a parameter appended", { url: "https://example.com/webhook?userId=1" }],
    ["with another time", { timestamp: String(NOW + 1) }],
    ["without a time", { timestamp: undefined }],
    ["with a time that is no number", { timestamp: "now" }],
    ["without a signature", { signature: undefined }],
    ["with an empty signature", { signature: "" }],
    ["with a longer signature", { signature: `${VECTOR.signature}=` }],
  ])("%s", (_words, change) => {
    expect(isSigned({ ...VECTOR, ...change }, SECRET, NOW)).toBe(false);
  });

  it("when it is older than five minutes, or from the future", () => {
    expect(isSigned(VECTOR, SECRET, NOW + 300_000)).toBe(true);
    expect(isSigned(VECTOR, SECRET, NOW + 300_001)).toBe(false);
    expect(isSigned(VECTOR, SECRET, NOW - 60_000)).toBe(true);
    expect(isSigned(VECTOR, SECRET, NOW - 60_001)).toBe(false);
  });

  it("when another app's secret signed it", () => {
    expect(isSigned(VECTOR, "secret2", NOW)).toBe(false);
  });
});
