import { CrmError, type HostContext } from "@sweetspot/contract";
import { createHttpCrm } from "@sweetspot/crm-http";
import { createWidgetHost, loadCatalogue, type WidgetHost } from "@sweetspot/federation-host";
import { createBrowserSurface, createHandOver } from "@sweetspot/host-bridge";
import { browserOnlineSignal, createCrmFeed, createPlanSession } from "@sweetspot/plan-session";
import type { FrameRequest } from "./frame-request.model.ts";
import { exchangeLaunchCode, type Launch } from "./launch.ts";
import { type NoticeCode, showNotice } from "./notice.ts";
import { createWidgetTurns } from "./widget-turns.ts";

export interface LaunchedPlace {
  readonly element: HTMLElement;
  readonly request: FrameRequest;
  readonly gatewayUrl: string;
}

/** Trades the launch code of the address for a session with the gateway and shows the widget over it. */
export function showLaunched({ element, request, gatewayUrl }: LaunchedPlace): void {
  let token: string | undefined;
  const gateway = { baseUrl: gatewayUrl, token: () => token };
  let host: Promise<WidgetHost> | undefined;

  const say = (code: NoticeCode, onRetry?: () => void): void =>
    showNotice(element, request.locale, { code, ...(onRetry ? { onRetry } : {}) });

  async function start({ code, widget }: FrameRequest): Promise<void> {
    if (code === undefined) return say("launch-missing");
    host ??= loadCatalogue("../widgets.json").then((found) => createWidgetHost(found));
    try {
      const ready = await host;
      // The widget's code comes while the launch code is exchanged; should it fail, mounting says so.
      ready.load(widget).catch(() => {});
      const launch = await exchangeLaunchCode(gatewayUrl, code);
      element.replaceChildren();
      show(ready, launch);
    } catch (error) {
      if (isRefusal(error)) return say("launch-expired");
      host = undefined;
      say("launch-unreachable", () => void start(request));
    }
  }

  function show(
    ready: WidgetHost,
    { account, member, widget, makes, insights: compares, token: bought }: Launch,
  ): void {
    token = bought;
    const context: HostContext = {
      record: { type: "account", id: account },
      user: member,
      locale: request.locale,
      timeZone: request.timeZone,
      currency: request.currency,
      skin: request.skin,
      theme: request.theme,
    };
    const { reader, store, relations, insights } = createHttpCrm(gateway);
    const feed = createCrmFeed({ account, reader });
    const handOver = createHandOver();
    const surface = createBrowserSurface({
      context,
      handOver,
      gateway: { ...gateway, onCreated: () => void feed.refresh(), ...(makes ? { makes } : {}) },
    });
    const session = createPlanSession({
      account,
      store,
      user: member.id,
      online: browserOnlineSignal(gatewayUrl),
      ...(surface.storage ? { storage: surface.storage } : {}),
    });
    createWidgetTurns({
      element,
      widget,
      entries: ready.entries,
      handOver,
      context,
      mount: (id, place) =>
        ready.mount(id, place, { session, feed, surface, relations, ...(compares ? { insights } : {}) }),
    });
  }

  void start(request);
}

/** The gateway answered, and the answer was no. */
const isRefusal = (error: unknown): boolean =>
  CrmError.is(error) && error.code !== "unavailable" && error.code !== "rate-limited";
