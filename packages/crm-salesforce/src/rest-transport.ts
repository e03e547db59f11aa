import { toQueryDocument } from "./documents/operations.ts";
import type { SalesforceTransport } from "./salesforce-transport.port.ts";
import { createSetupKeeper } from "./setup-keeper.ts";

export interface RestTransportOptions {
  /** For example "https://example.my.salesforce.com". */
  readonly instanceUrl: string;
  /** Access token; a call without one fails as Salesforce fails it. */
  readonly token: () => string | undefined;
  readonly fetch?: typeof fetch;
}

const API_VERSION = "v66.0";
/** Where the plan service of `apps/salesforce` listens. */
const PLAN_PATH = "/services/apexrest/sweetspot/plan";

/**
 * The transport over Salesforce's REST endpoints, for a server that holds a token, and for tests. A failure is thrown
 * as `{ status, body, retryAfterMs }`, the form in which Lightning hosts hand theirs on too.
 */
export function createRestTransport({
  instanceUrl,
  token,
  fetch = globalThis.fetch,
}: RestTransportOptions): SalesforceTransport {
  async function post(path: string, body: unknown, signal: AbortSignal | undefined): Promise<unknown> {
    const response = await fetch(`${instanceUrl}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token() ?? ""}` },
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw toFailure(response, text);
    return parse(text) ?? { status: response.status, body: text };
  }

  const setup = createSetupKeeper(() => post(`${PLAN_PATH}/setup`, {}, undefined));
  return {
    graphql: async (operation, variables, { lacks = [], signal } = {}) =>
      post(
        `/services/data/${API_VERSION}/graphql`,
        {
          query: toQueryDocument(operation, { lacks, mapping: await setup.mapping() }),
          operationName: operation,
          variables,
        },
        signal,
      ),
    apex: (operation, request, { signal } = {}) =>
      operation === "setup" ? setup.answer() : post(`${PLAN_PATH}/${operation}`, request, signal),
  };
}

/** The body where it is JSON; a proxy's page or a cut answer is neither shown nor kept. */
function toFailure(response: Response, text: string) {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    status: response.status,
    body: parse(text),
    ...(Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {}),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
