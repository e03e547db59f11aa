import { http, type HttpHandler } from "msw";
import type { HubspotEmulator } from "./emulator.ts";

/** A portal, or a cloud of them, behind an address, for `setupServer` in Node; HubSpot's own is the default. */
export const createHubspotHandlers = (
  emulator: Pick<HubspotEmulator, "handle">,
  basePath = "https://api.hubapi.com",
): HttpHandler[] => [http.all(`${basePath}/*`, ({ request }) => emulator.handle(request))];
