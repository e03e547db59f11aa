import { joinHost } from "@sweetspot/host-bridge";
import { allowedHosts, gatewayUrl } from "./page-meta.ts";
import { isHosted, toFrameRequest, withoutCode } from "./frame-request.model.ts";
import { showHosted } from "./hosted.ts";
import { showLaunched } from "./launched.ts";

const element = document.querySelector<HTMLElement>("#widget");
if (!element) throw new Error('The frame page has no <main id="widget">');

const url = document.URL;
const request = toFrameRequest(url, {
  locale: navigator.language,
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
});
// Before anything else: a code must not stay where a reload, a bookmark or a script could find it.
history.replaceState(null, "", withoutCode(url));
document.documentElement.lang = request.locale;
document.documentElement.dataset["theme"] = request.theme;

// A host that gives us data over a channel; otherwise the gateway gives it for a launch code.
if (isHosted(url)) {
  const place = { element, request };
  // In the first script and before anything is waited for: a host listens for its frame only for a while.
  showHosted(place, (onLost) =>
    joinHost({ page: window, url, allowedHosts: allowedHosts(document), version: "1", onLost }),
  );
} else showLaunched({ element, request, gatewayUrl: gatewayUrl(document) });
