import { Client } from "@hubspot/api-client";

/** What the adapter needs of HubSpot's client: one request, answered with whatever status. */
export interface HubspotClient {
  apiRequest(request: {
    readonly method?: string;
    readonly path?: string;
    readonly headers?: { [name: string]: string };
    readonly qs?: { [name: string]: string };
    readonly body?: unknown;
  }): Promise<Response>;
}

/**
 * HubSpot's client for all portals and users of a process: it holds no token, each request brings its own. Its retries
 * and its limiter stay off, because they are one for the whole process, repeat creations and ignore Retry-After; make
 * no other `Client` beside it.
 *
 * @param basePath only for tests; HubSpot's own address by default
 */
export const createHubspotClient = (basePath?: string): HubspotClient =>
  new Client({ numberOfApiCallRetries: 0, ...(basePath === undefined ? {} : { basePath }) });
