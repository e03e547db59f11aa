import type { CrmFeed, PlanSession, RecordId, RelationReader } from "@sweetspot/contract";
import {
  createOrgMemory,
  createSalesforceCrm,
  createSalesforceRelations,
  type SalesforceTransport,
} from "@sweetspot/crm-salesforce";
import { createBrowserStorage, createHandOver, type PageHandOver } from "@sweetspot/host-bridge";
import {
  browserOnlineSignal,
  createCrmFeed,
  createPlanSession,
  watchColleagues,
} from "@sweetspot/plan-session";
import { createRelayTransport, type RelayTransport } from "./relay-transport.ts";

/** A widget's hold on an account: one plan and one feed, shared by all widgets of the page that show it. */
export interface Lease {
  readonly session: PlanSession;
  readonly feed: CrmFeed;
  /** Nothing of them is read before a widget asks. */
  readonly relations: RelationReader;
  /** Between the account's widgets on this page. */
  readonly handOver: PageHandOver;
  /** Says where a widget stands, until the answer is called: another one may ask to see it. */
  stand(widget: string, element: HTMLElement): () => void;
  /** Reads both anew; who asks while that is under way waits for the same answer. */
  refresh(): Promise<void>;
  /** Lets go. The account stays open a while longer: whoever comes back finds their undo and needs no new reading. */
  release(): void;
}

export interface LeaseRequest {
  readonly account: RecordId;
  readonly user: RecordId;
  /** ISO 4217. */
  readonly currency: string;
  /** The component's own way to the org, while it is on the page. */
  readonly transport: SalesforceTransport;
  readonly onNoAccess: () => void;
}

interface Entry {
  readonly session: PlanSession;
  readonly feed: CrmFeed;
  readonly relations: RelationReader;
  readonly handOver: PageHandOver;
  readonly places: Map<string, HTMLElement>;
  readonly relay: RelayTransport;
  readonly holders: Set<LeaseRequest>;
  closing?: ReturnType<typeof setTimeout>;
  refresh(): Promise<void>;
  close(): void;
}

/** Lightning takes components off and puts them back when tabs are switched and pages are laid out anew. */
const KEPT_OPEN_MS = 60_000;

/** Every look is an Apex call, of which an org runs but a few at a time. */
const GENTLE = { everyMs: 5 * 60_000, againMs: 60_000 };

const entries = new Map<string, Entry>();
/** A page has one user and one org: what the first account learns of it costs the others no request. */
const memory = createOrgMemory();

/** Opens an account, or joins who has opened it on this page before. */
export function leaseAccount(request: LeaseRequest): Lease {
  const entry = entries.get(request.account) ?? openAccount(request);
  clearTimeout(entry.closing);
  entry.holders.add(request);
  entry.relay.lend(request.transport);
  if (entry.session.getView().status === "failed") void entry.session.refresh();
  if (entry.feed.getView().status === "failed") void entry.feed.refresh();
  return {
    session: entry.session,
    feed: entry.feed,
    relations: entry.relations,
    handOver: entry.handOver,
    stand(widget, element) {
      entry.places.set(widget, element);
      return () => {
        if (entry.places.get(widget) === element) entry.places.delete(widget);
      };
    },
    refresh: entry.refresh,
    release() {
      if (!entry.holders.delete(request)) return;
      entry.relay.takeBack(request.transport);
      if (entry.holders.size === 0) entry.closing = setTimeout(entry.close, KEPT_OPEN_MS);
    },
  };
}

/** Starts reading at once, so the first way must be there already. */
function openAccount({ account, user, currency, transport }: LeaseRequest): Entry {
  const holders = new Set<LeaseRequest>();
  const relay = createRelayTransport({
    onNoAccess: () => {
      for (const holder of holders) holder.onNoAccess();
    },
  });
  relay.lend(transport);
  const { reader, store } = createSalesforceCrm({ transport: relay, userId: user, currency, memory });
  const storage = createBrowserStorage(window);
  const session = createPlanSession({
    account,
    store,
    user,
    online: browserOnlineSignal(document.URL),
    ...(storage ? { storage } : {}),
  });
  const feed = createCrmFeed({ account, reader });
  const relations = createSalesforceRelations({
    transport: relay,
    reader,
    user,
    library: () => session.getView().library,
  });
  const handOver = createHandOver();
  const places = new Map<string, HTMLElement>();
  handOver.bringBy((widget) => {
    const place = places.get(widget);
    // Behind another tab of the page it cannot be brought into sight from here.
    if (place?.checkVisibility() !== true) return false;
    place.scrollIntoView({ block: "start" });
    return true;
  });
  const unwatch = watchColleagues(session, window, GENTLE);
  let refreshing: Promise<void> | undefined;
  async function readAnew(): Promise<void> {
    await Promise.allSettled([feed.refresh(), session.refresh()]);
    refreshing = undefined;
  }
  const entry: Entry = {
    refresh() {
      refreshing ??= readAnew();
      return refreshing;
    },
    session,
    feed,
    relations,
    handOver,
    places,
    relay,
    holders,
    close: () => {
      entries.delete(account);
      unwatch();
      feed.dispose();
      void session.dispose();
    },
  };
  entries.set(account, entry);
  return entry;
}
