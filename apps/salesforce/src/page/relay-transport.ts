import type { SalesforceTransport } from "@sweetspot/crm-salesforce";

/** Lightning takes a component off and puts it back at once when it lays out a page anew. */
const COMEBACK_MS = 2000;

/**
 * One line to the org for all widgets of an account. Each component on the page lends its own way; when one leaves
 * while it reads, another one reads instead, or the same one when it is back. Plans go on being saved over the last way
 * that is left: Apex needs no component.
 */
export interface RelayTransport extends SalesforceTransport {
  lend(way: SalesforceTransport): void;
  takeBack(way: SalesforceTransport): void;
}

export interface RelayOptions {
  /** The user may not call the plan service; said each time it is called. */
  readonly onNoAccess: () => void;
}

export function createRelayTransport({ onNoAccess }: RelayOptions): RelayTransport {
  const ways = new Set<SalesforceTransport>();
  const waiting = new Set<() => void>();
  let last: SalesforceTransport | undefined;

  const current = (): SalesforceTransport => {
    const way = [...ways].at(-1) ?? last;
    if (!way) throw { status: 503, body: { errorCode: "SERVER_UNAVAILABLE" } };
    return way;
  };

  const isAnyBack = (): Promise<boolean> =>
    new Promise((resolve) => {
      const tell = (): void => {
        clearTimeout(timer);
        waiting.delete(tell);
        resolve(ways.size > 0);
      };
      const timer = setTimeout(tell, COMEBACK_MS);
      waiting.add(tell);
      if (ways.size > 0) tell();
    });

  const relay: RelayTransport = {
    async graphql(operation, variables, options) {
      const way = current();
      try {
        return await way.graphql(operation, variables, options);
      } catch (failure) {
        if (ways.has(way) || !(await isAnyBack())) throw failure;
        return relay.graphql(operation, variables, options);
      }
    },
    async apex(operation, request, options) {
      try {
        return await current().apex(operation, request, options);
      } catch (failure) {
        if (isNoAccess(failure)) onNoAccess();
        throw failure;
      }
    },
    lend(way) {
      ways.add(way);
      last = way;
      for (const tell of waiting) tell();
    },
    takeBack(way) {
      ways.delete(way);
    },
  };
  return relay;
}

/** As `c/sweetspotTransport` marks it. */
const isNoAccess = (failure: unknown): boolean =>
  (failure as { readonly body?: { readonly errorCode?: unknown } } | null)?.body?.errorCode ===
  "INSUFFICIENT_ACCESS_TO_PLAN_SERVICE";
