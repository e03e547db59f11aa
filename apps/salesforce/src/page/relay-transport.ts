import type { SalesforceTransport } from "@sweetspot/crm-salesforce";

/**
 * One line to the org for all widgets of an account. Each component on the page lends its own way; when one leaves
 * while it reads, another one reads instead. Plans go on being saved over the last way that is left: Apex needs no
 * component.
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
  let last: SalesforceTransport | undefined;

  const current = (): SalesforceTransport => {
    const way = [...ways].at(-1) ?? last;
    if (!way) throw { status: 503, body: { errorCode: "SERVER_UNAVAILABLE" } };
    return way;
  };

  const relay: RelayTransport = {
    async graphql(operation, variables, options) {
      const way = current();
      try {
        return await way.graphql(operation, variables, options);
      } catch (failure) {
        if (ways.has(way) || ways.size === 0) throw failure;
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
