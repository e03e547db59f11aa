import {
  type HostContext,
  type MountedWidget,
  type Skin,
  type Theme,
  toRecordId,
  type WidgetModule,
} from "@sweetspot/contract";
import { CONTACTS } from "./people-parts.view.tsx";
import { LENA, stubServices, type StubServices, toRecord } from "./stub-services.ts";
import { partsWidget } from "./parts-widget.tsx";
import { failingWidget } from "./failing-widget.tsx";
import { STATES, stateWidget } from "./state-widget.tsx";

declare global {
  interface Window {
    /** For the browser tests. */
    gallery: {
      readonly services: StubServices;
      readonly mounted: MountedWidget[];
      /** The elements the widgets were given, in the same order. */
      readonly places: HTMLElement[];
      mountAgain(): void;
    };
  }
}

/** `?skin=hubspot&theme=dark&locale=de-DE&show=parts|states&shadow=closed` */
const query = new URLSearchParams(window.location.search);
const context: HostContext = {
  record: { type: "account", id: toRecordId("haver") },
  user: { id: LENA, name: "Lena Brandt", email: { state: "empty" }, role: "rep", active: true },
  locale: query.get("locale") ?? "en-GB",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  skin: (query.get("skin") ?? "lightning") as Skin,
  theme: (query.get("theme") ?? "light") as Theme,
};
document.body.dataset["theme"] = context.theme;
document.documentElement.lang = context.locale.slice(0, 2);

const main = document.querySelector("#gallery");
if (!(main instanceof HTMLElement)) throw new Error("index.html has no #gallery");
const mounted: MountedWidget[] = [];
const places: HTMLElement[] = [];

/** As Lightning Web Security shows it to a widget: a host element whose shadow root stays closed. */
class ClosedHost extends HTMLElement {
  readonly inside = this.attachShadow({ mode: "closed" }).appendChild(document.createElement("div"));
}
customElements.define("closed-host", ClosedHost);

function place(name: string, wide: boolean): HTMLElement {
  const slot = document.createElement("div");
  slot.dataset["slot"] = name;
  if (wide) slot.dataset["wide"] = "";
  main?.append(slot);
  if (query.get("shadow") !== "closed") return slot;
  const host = new ClosedHost();
  slot.append(host);
  return host.inside;
}

function show(widget: WidgetModule, name: string, services: StubServices, wide: boolean): void {
  const element = place(name, wide);
  places.push(element);
  mounted.push(widget.mount(element, services));
}

const what = query.get("show") ?? "all";
const plan = new Map(
  [toRecord("ingrid", "buying-centre-member", { name: "Ingrid Solheim", position: "Board member" })].map(
    (record) => [record.id, record],
  ),
);
const services = stubServices(context, { plan }, { contacts: CONTACTS });
if (what === "all" || what === "states") {
  for (const state of STATES) {
    show(stateWidget(state), state.name, stubServices(context, state.plan, state.crm), false);
  }
}
if (what === "failing") show(failingWidget, "failing", services, true);
if (what === "all" || what === "parts") show(partsWidget, "parts", services, true);

window.gallery = { services, mounted, places, mountAgain: () => show(partsWidget, "parts", services, true) };
