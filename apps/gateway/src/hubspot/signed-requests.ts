import { CrmError, type RecordId, toRecordId } from "@sweetspot/contract";
import { createMiddleware } from "hono/factory";
import type { PortalUser } from "./grant-store.ts";
import type { HubspotConfig } from "./hubspot-config.model.ts";
import { isSigned } from "./request-signature.ts";

/** What a signed request proves, for the routes behind. */
export interface SignedVariables {
  /** The signature itself: the same again where the request is repeated. */
  readonly signature: string;
  /** The body as it was signed. */
  readonly body: string;
}

/**
 * Lets in only what HubSpot has signed with the app's secret within the last minutes. The address that was signed is the
 * public one, whatever proxy stands between.
 */
export const requireSignature = (
  config: Pick<HubspotConfig, "clientSecret" | "redirectUrl">,
  now: () => number = Date.now,
) =>
  createMiddleware<{ Variables: SignedVariables }>(async (context, next) => {
    const { raw, method } = context.req;
    const body = await context.req.text();
    const signature = context.req.header("x-hubspot-signature-v3");
    const request = {
      method,
      url: `${config.redirectUrl.origin}${raw.url.replace(/^[a-z]+:\/\/[^/?]*/i, "")}`,
      body,
      signature,
      timestamp: context.req.header("x-hubspot-request-timestamp"),
    };
    if (signature === undefined || !isSigned(request, config.clientSecret, now()))
      throw new CrmError("unauthenticated", "HubSpot has not signed this request, or did so long ago.");
    context.set("signature", signature);
    context.set("body", body);
    return next();
  });

/**
 * Pure. Who asks, by what HubSpot's proxy has appended to the signed address. What a card says of itself counts for nothing:
 * a parameter that stands there twice is refused, because one of the two is not HubSpot's.
 *
 * @throws CrmError `unauthenticated`
 */
export function userOf(url: string): PortalUser {
  const { searchParams } = new URL(url);
  const numberOf = (name: string): string => {
    const values = searchParams.getAll(name);
    const [value = ""] = values;
    if (values.length === 1 && /^\d{1,20}$/.test(value)) return value;
    throw new CrmError("unauthenticated", `The signed address must name one ${name}.`);
  };
  return { portal: numberOf("portalId"), user: numberOf("userId") };
}

/** HubSpot's ids are numbers; a card sends them as numbers or as text. */
export const toHubspotId = (id: string | number): RecordId => toRecordId(String(id));
