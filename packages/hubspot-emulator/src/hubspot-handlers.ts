import { http, type HttpHandler } from "msw";
import type { HubspotEmulator } from "./emulator.ts";

/** The portal behind an address, for `setupServer` in Node; HubSpot's own is the default. */
export const createHubspotHandlers = (
  emulator: HubspotEmulator,
  basePath = "https://api.hubapi.com",
): HttpHandler[] => [http.all(`${basePath}/*`, ({ request }) => emulator.handle(request))];
