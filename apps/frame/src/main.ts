import { CrmError, type HostContext } from "@sweetspot/contract";
import { createHttpCrm } from "@sweetspot/crm-http";
import { createWidgetHost, loadCatalogue, type WidgetHost } from "@sweetspot/federation-host";
import { createBrowserSurface } from "@sweetspot/host-bridge";
import { browserOnlineSignal, createCrmFeed, createPlanSession } from "@sweetspot/plan-session";
import { type FrameRequest, toFrameRequest, withoutCode } from "./frame-request.model.ts";
import { exchangeLaunchCode, type Launch } from "./launch.ts";
import { type NoticeCode, showNotice } from "./notice.ts";

const element = document.querySelector<HTMLElement>("#widget");
if (!element) throw new Error('The frame page has no <main id="widget">');
const place = element;

const request = toFrameRequest(document.URL, {
  locale: navigator.language,
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
});
// Before anything else: a code must not stay where a reload, a bookmark or a script could find it.
history.replaceState(null, "", withoutCode(document.URL));
document.documentElement.lang = request.locale;
document.documentElement.dataset["theme"] = request.theme;

/** The gateway is where the page came from, unless the page names another (static hosts). */
const gatewayUrl =
  document.querySelector<HTMLMetaElement>('meta[name="sweetspot-gateway"]')?.content ??
  new URL(document.URL).origin;
let token: string | undefined;
const gateway = { baseUrl: gatewayUrl, token: () => token };

let host: Promise<WidgetHost> | undefined;

void start(request);

async function start({ code, widget }: FrameRequest): Promise<void> {
  if (code === undefined) return say("launch-missing");
  host ??= loadCatalogue("../widgets.json").then((found) => createWidgetHost(found));
  try {
    const ready = await host;
    // The widget's code comes while the launch code is exchanged; should it fail, mounting says so.
    ready.load(widget).catch(() => {});
    const launch = await exchangeLaunchCode(gatewayUrl, code);
    place.replaceChildren();
    show(ready, launch);
  } catch (error) {
    if (isRefusal(error)) return say("launch-expired");
    host = undefined;
    say("launch-unreachable", () => void start(request));
  }
}

/** The gateway answered, and the answer was no. */
const isRefusal = (error: unknown): boolean =>
  CrmError.is(error) && error.code !== "unavailable" && error.code !== "rate-limited";

function show(ready: WidgetHost, { account, member, widget, token: bought }: Launch): void {
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
  const surface = createBrowserSurface({ context, gateway });
  const { reader, store } = createHttpCrm(gateway);
  const session = createPlanSession({
    account,
    store,
    user: member.id,
    online: browserOnlineSignal(gatewayUrl),
    ...(surface.storage ? { storage: surface.storage } : {}),
  });
  const feed = createCrmFeed({ account, reader });
  ready.mount(widget, place, { session, feed, surface });
}

function say(code: NoticeCode, onRetry?: () => void): void {
  showNotice(place, request.locale, code, onRetry);
}
