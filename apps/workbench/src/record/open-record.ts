import type {
  CrmFeed,
  HostContext,
  InsightReader,
  PlanSession,
  RecordId,
  RecordType,
  RelationReader,
} from "@sweetspot/contract";
import {
  type BrowserSurface,
  createBrowserSurface,
  createHandOver,
  type PageHandOver,
} from "@sweetspot/host-bridge";
import { browserOnlineSignal, createCrmFeed, createPlanSession } from "@sweetspot/plan-session";
import type { Desk } from "../gateway/desk.ts";

/** One open account: the one session and the one feed that all widgets of its page share. */
export interface OpenRecord {
  readonly session: PlanSession;
  readonly feed: CrmFeed;
  readonly surface: BrowserSurface;
  readonly handOver: PageHandOver;
  readonly relations: RelationReader;
  readonly insights: InsightReader;
  /** Reads anew what others have done. */
  refresh(): void;
  close(): void;
}

export interface OpenRecordOptions {
  readonly desk: Desk;
  readonly account: RecordId;
  readonly context: HostContext;
  readonly navigate: (target: { readonly type: RecordType; readonly id: RecordId }) => void;
}

/** Colleagues' edits are looked for so often while the page is in sight. */
const LOOK_EVERY_MS = 60_000;
/** Coming back to the page looks at once, but not again within this time. */
const LOOK_AGAIN_MS = 15_000;

export function openRecord({ desk, account, context, navigate }: OpenRecordOptions): OpenRecord {
  const { reader, store, relations, insights, member, gateway } = desk;
  const feed = createCrmFeed({ account, reader });
  const handOver = createHandOver();
  const surface = createBrowserSurface({
    context,
    navigate,
    handOver,
    gateway: {
      baseUrl: "",
      token: gateway.token,
      fetch: gateway.fetch,
      onCreated: () => void feed.refresh(),
    },
  });
  const session = createPlanSession({
    account,
    store,
    user: member.id,
    online: browserOnlineSignal(location.href),
    ...(surface.storage ? { storage: surface.storage } : {}),
  });
  const unmark = session.subscribe(() => {
    const { pending, durable } = session.getView().saving;
    surface.markUnsaved?.(pending > 0 && !durable);
  });

  let lookedAt = Date.now();
  const look = (again: number): void => {
    if (document.visibilityState !== "visible" || Date.now() - lookedAt < again) return;
    lookedAt = Date.now();
    void session.refresh();
  };
  const onReturn = (): void => look(LOOK_AGAIN_MS);
  const timer = setInterval(() => look(LOOK_EVERY_MS - 1), LOOK_EVERY_MS);
  addEventListener("focus", onReturn);
  document.addEventListener("visibilitychange", onReturn);

  return {
    session,
    feed,
    surface,
    handOver,
    relations,
    insights,
    refresh: () => {
      lookedAt = Date.now();
      void session.refresh();
      void feed.refresh();
    },
    close: () => {
      clearInterval(timer);
      removeEventListener("focus", onReturn);
      document.removeEventListener("visibilitychange", onReturn);
      unmark();
      feed.dispose();
      void session.dispose().finally(() => surface.dispose());
    },
  };
}
