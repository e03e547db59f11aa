import { createWidgetHost, loadCatalogue, type WidgetHost } from "@sweetspot/federation-host";
import {
  ChannelFailure,
  createChannelInsights,
  createChannelRelations,
  createChannelSurface,
  createHandOver,
  type JoinedHost,
} from "@sweetspot/host-bridge";
import {
  browserOnlineSignal,
  createCrmFeed,
  createPlanSession,
  watchColleagues,
} from "@sweetspot/plan-session";
import type { FrameRequest } from "./frame-request.model.ts";
import { type HostSnapshot, toContext, toHostSnapshot } from "./host-snapshot.model.ts";
import { reportHeight } from "./report-height.ts";
import { HOST_NOTICES, showNotice } from "./notice.ts";
import type * as salesforcePorts from "./salesforce-ports.ts";
import { createWidgetTurns } from "./widget-turns.ts";

export interface HostedPlace {
  readonly element: HTMLElement;
  readonly request: FrameRequest;
}

type Join = (onLost: (failure: ChannelFailure) => void) => Promise<JoinedHost>;

/** Shows the widget over what the page around the frame gives: data, identity and what it can do. */
export function showHosted({ element, request }: HostedPlace, join: Join): void {
  let leave = (): void => {};
  let over = false;

  function sayWhy(failure: unknown): void {
    // The first reason is the true one; what follows from it is noise.
    if (over) return;
    over = true;
    leave();
    const code = failure instanceof ChannelFailure ? failure.code : undefined;
    if (code === undefined) {
      const onRetry = (): void => document.location.reload();
      return showNotice(element, request.locale, { code: "launch-unreachable", onRetry });
    }
    const detail = code === "wrong-origin" ? hostOf(document.URL) : "";
    showNotice(element, request.locale, { code: HOST_NOTICES[code], detail });
  }

  async function start(): Promise<void> {
    const joining = join(sayWhy);
    // Both come while host and frame greet each other; neither is needed to greet.
    const ports = import("./salesforce-ports.ts");
    const widgets = loadCatalogue("../widgets.json").then((found) => createWidgetHost(found));
    void widgets.then((host) => host.load(request.widget)).catch(() => {});
    ports.catch(() => {});
    const joined = await joining;
    const snapshot = toHostSnapshot(joined.channel.snapshot);
    if (!snapshot) {
      joined.channel.close();
      throw new ChannelFailure("version");
    }
    leave = show({
      element,
      widget: request.widget,
      joined,
      snapshot,
      host: await widgets,
      ports: await ports,
    });
  }

  void start().catch(sayWhy);
}

interface Shown {
  readonly element: HTMLElement;
  readonly widget: string;
  readonly joined: JoinedHost;
  readonly snapshot: HostSnapshot;
  readonly host: WidgetHost;
  readonly ports: Pick<typeof salesforcePorts, "createSalesforcePorts" | "createSalesforceRelationReader">;
}

/** Answers how to take everything down again. */
function show({ element, widget, joined, snapshot, host, ports }: Shown): () => void {
  const { channel, origin } = joined;
  const { account, user, currency, options } = snapshot;
  let latest = snapshot;
  const { reader, store } = ports.createSalesforcePorts(channel, user, currency);
  const feed = createCrmFeed({ account, reader });
  const context = () => toContext(latest, feed.getView().teamMembers);
  const handOver = createHandOver();
  const surface = createChannelSurface({
    channel,
    handOver,
    context: context(),
    hostOrigin: origin,
    onCreated: () => void refresh(),
  });
  const session = createPlanSession({
    account,
    store,
    user,
    online: browserOnlineSignal(document.URL),
    ...(surface.storage ? { storage: surface.storage } : {}),
  });
  /** The page is told of what was created too, and asks for the same: both wait for one reading. */
  let refreshing: Promise<void> | undefined;
  async function readAnew(): Promise<void> {
    await Promise.allSettled([feed.refresh(), session.refresh()]);
    refreshing = undefined;
  }
  const refresh = (): Promise<void> => (refreshing ??= readAnew());
  element.replaceChildren();
  // Its height is what it shows, no longer at least the window's: the host makes the window as high.
  document.documentElement.dataset["hosted"] = "";
  const relations =
    createChannelRelations(channel) ?? ports.createSalesforceRelationReader(channel, user, reader, session);
  const insights = createChannelInsights(channel);
  const services = { session, feed, surface, relations, ...(insights ? { insights } : {}) };
  const turns = createWidgetTurns({
    element,
    widget,
    entries: host.entries,
    handOver,
    context: surface.context,
    // What the page says about its widget is not about another one.
    mount: (id, place) => host.mount(id, place, services, id === widget ? options : undefined),
  });

  function update(): void {
    const [before, now] = [surface.context, context()];
    if (JSON.stringify(before) === JSON.stringify(now)) return;
    document.documentElement.lang = now.locale;
    document.documentElement.dataset["theme"] = now.theme;
    surface.update(now);
    turns.update(now);
  }
  const ends = [
    feed.subscribe(update),
    session.subscribe(() => {
      const { pending, durable } = session.getView().saving;
      surface.markUnsaved?.(pending > 0 && !durable);
    }),
    reportHeight(element, channel),
    watchColleagues(session),
  ];
  channel.onSnapshot((value) => {
    const next = toHostSnapshot(value);
    // Another record is another frame: a host that says otherwise is not believed.
    if (!next || next.account !== account || next.user !== user) return;
    if (next.refreshes !== latest.refreshes) void refresh();
    latest = next;
    update();
  });
  return () => {
    for (const end of ends) end();
    turns.unmount();
    feed.dispose();
    void session.dispose();
  };
}

/** Who says that it shows the frame; for an admin who has to allow it. */
const hostOf = (url: string): string => {
  const { searchParams: query } = new URL(url);
  try {
    const meta = JSON.parse(query.get("hostMetaData") ?? "{}") as { readonly hostAppOrigin?: unknown };
    return String(meta.hostAppOrigin ?? query.get("host") ?? "");
  } catch {
    return "";
  }
};
