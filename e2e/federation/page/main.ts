// A record page reduced to what the federation needs: two places for widgets, an account, a way to look inside.
import { createMemoryCrm } from "@sweetspot/crm-memory";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { createWidgetHost, loadCatalogue, type MountedSlot } from "@sweetspot/federation-host";
import { createCrmFeed, createPlanSession } from "@sweetspot/plan-session";
import type { HostContext } from "@sweetspot/contract";

export interface FederationPage {
  /** Mounts into `<div id={place}>` and tells how it ended. */
  mount(id: string, place: string): Promise<"mounted" | "failed">;
  update(place: string, changes: Partial<HostContext>): void;
  unmount(place: string): void;
  readonly failures: readonly { readonly code: string; readonly message: string }[];
  readonly unhandled: readonly string[];
}

declare global {
  interface Window {
    sweetspot?: FederationPage;
  }
}

const unhandled: string[] = [];
addEventListener("unhandledrejection", (event) => unhandled.push(String(event.reason)));
addEventListener("error", (event) => unhandled.push(event.message));

const query = new URL(document.URL).searchParams;
const world = conformanceWorld();
const [account] = world.accounts;
if (!account) throw new Error("The world has no account");
const user = CONFORMANCE_USERS.rep;
const { reader, store } = createMemoryCrm(world).as(user);
const session = createPlanSession({ account: account.id, store, user });
const feed = createCrmFeed({ account: account.id, reader });
const context: HostContext = {
  record: { type: "account", id: account.id },
  user: await reader.whoAmI(),
  locale: query.get("locale") ?? "en-GB",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  skin: "lightning",
  theme: "light",
};

const failures: { code: string; message: string }[] = [];
const slots = new Map<string, MountedSlot>();
const host = createWidgetHost({
  ...(await loadCatalogue("/widgets.json")),
  timeoutMs: Number(query.get("timeout") ?? 3000),
  format: query.get("format") === "var" ? "var" : "module",
  onFailure: ({ code, message, cause }) => failures.push({ code, message: `${message} (${String(cause)})` }),
});

window.sweetspot = {
  failures,
  unhandled,
  mount(id, place) {
    const element = document.getElementById(place);
    if (!element) throw new Error(`No place "${place}" on the page`);
    const slot = host.mount(id, element, { session, feed, surface: { context } });
    slots.set(place, slot);
    return slot.ready;
  },
  update: (place, changes) => slots.get(place)?.update({ ...context, ...changes }),
  unmount: (place) => slots.get(place)?.unmount(),
};
document.documentElement.dataset["ready"] = "true";
