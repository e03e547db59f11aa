import { createHmac } from "node:crypto";
import { CrmError, fromCrmErrorMessage, type RecordId, type CrmErrorMessage } from "@sweetspot/contract";
import { APP, type Hubspot, PUBLIC_ORIGIN } from "./hubspot-orders.ts";
import { memberOf } from "./soak-world.ts";

/** One user of one portal, as gateways know him. */
export interface PortalUser {
  readonly portal: number;
  /** His place in the portal, from 0. */
  readonly number: number;
  readonly userId: string;
}

/** The browser's way to HubSpot and back. The first user of a portal installs the app by it. */
export async function connect(
  url: string,
  hubspot: Hubspot,
  portal: number,
  number: number,
): Promise<PortalUser> {
  const begun = await fetch(`${url}/hubspot/v1/install`, { redirect: "manual" });
  const { searchParams } = new URL(begun.headers.get("location") ?? "");
  const cookie = (begun.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const { code, userId } = await hubspot.authorize(
    portal,
    memberOf(number),
    searchParams.get("code_challenge") ?? "",
  );
  const query = new URLSearchParams({ code, state: searchParams.get("state") ?? "" });
  const done = await fetch(`${url}/hubspot/v1/oauth/callback?${query}`, { headers: { cookie } });
  if (!done.ok) throw new Error(`User ${number} of portal ${portal} could not connect: ${done.status}`);
  await done.arrayBuffer();
  return { portal, number, userId };
}

export interface SignedCall {
  readonly target: string;
  readonly init: RequestInit;
}

/** A card's request as HubSpot's proxy sends it: identity appended to the address, everything signed (v3). */
export function signLaunch(
  { portal, userId }: PortalUser,
  account: RecordId,
  now: number = Date.now(),
): SignedCall {
  const query = new URLSearchParams({ userId, portalId: String(portal), appId: "9" });
  const target = `/hubspot/v1/launch?${query}`;
  const body = JSON.stringify({
    objectType: "company",
    objectId: account,
    widget: "white-space",
    locale: "en",
  });
  const timestamp = String(now);
  const signature = createHmac("sha256", APP.clientSecret)
    .update(`POST${PUBLIC_ORIGIN}${target}${body}${timestamp}`)
    .digest("base64");
  return {
    target,
    init: {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        "x-hubspot-signature-v3": signature,
        "x-hubspot-request-timestamp": timestamp,
      },
    },
  };
}

/** @throws CrmError as the gateway says it; `unavailable` where it says nothing */
export async function askJson<T>(url: string, init: RequestInit): Promise<T> {
  const answer = await fetch(url, init).catch((cause: unknown) => {
    init.signal?.throwIfAborted();
    throw new CrmError("unavailable", "The gateway cannot be reached.", { cause });
  });
  const body = (await answer.json().catch(() => ({}))) as { readonly error?: CrmErrorMessage };
  if (answer.ok) return body as T;
  throw body.error
    ? fromCrmErrorMessage(body.error)
    : new CrmError("unavailable", `The gateway answered ${answer.status}.`);
}

export const codeIn = (uri: string): string =>
  new URLSearchParams(new URL(uri).hash.slice(1)).get("code") ?? "";
