import { createHmac, timingSafeEqual } from "node:crypto";

export interface SignedRequest {
  readonly method: string;
  /** As HubSpot called it: the public address, not the one behind the proxy. */
  readonly url: string;
  /** Exactly as received; "" without one. */
  readonly body: string;
  /** Headers `X-HubSpot-Signature-v3` and `X-HubSpot-Request-Timestamp`. */
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
}

const LONGEST_AGE_MS = 5 * 60_000;
/** How far HubSpot's clock may be ahead of ours. */
const LONGEST_LEAD_MS = 60_000;

/** Signs that HubSpot does not escape when it signs [request validation]. */
const DECODED = /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi;

/** Pure. The text that HubSpot hashes (signature v3), base64. */
export const signatureOf = (request: Omit<SignedRequest, "signature">, clientSecret: string): string =>
  createHmac("sha256", clientSecret)
    .update(`${request.method}${decodeUrl(request.url)}${request.body}${request.timestamp ?? ""}`)
    .digest("base64");

/** Pure. Is this a request HubSpot has signed with the app's secret within the last five minutes? */
export function isSigned(request: SignedRequest, clientSecret: string, now: number): boolean {
  const { signature, timestamp } = request;
  if (signature === undefined || timestamp === undefined || !/^\d{1,15}$/.test(timestamp)) return false;
  const age = now - Number(timestamp);
  if (age > LONGEST_AGE_MS || age < -LONGEST_LEAD_MS) return false;
  const expected = Buffer.from(signatureOf(request, clientSecret));
  const shown = Buffer.from(signature);
  return expected.length === shown.length && timingSafeEqual(expected, shown);
}

const decodeUrl = (url: string): string => url.replaceAll(DECODED, (sign) => decodeURIComponent(sign));
