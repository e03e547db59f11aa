import { http, type HttpHandler } from "msw";
import type { SalesforceEmulator } from "./emulator.ts";

/** The org behind an address, for `setupServer` in Node and `setupWorker` in a browser. */
export const createSalesforceHandlers = (
  emulator: SalesforceEmulator,
  instanceUrl: string,
): HttpHandler[] => [http.all(`${instanceUrl}/services/*`, ({ request }) => emulator.handle(request))];
