// What every variant of the page shares: an account with its plan, places for widgets, and the moment each is painted.
import type { HostContext, WidgetServices } from "@sweetspot/contract";
import { createMemoryCrm } from "@sweetspot/crm-memory";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { createCrmFeed, createPlanSession } from "@sweetspot/plan-session";

declare global {
  interface Window {
    /** Milliseconds from navigation to the paint of each widget, by its id. */
    readonly painted: Record<string, number>;
  }
}

/** The widgets in the order of the page; `?widgets=1` shows the first alone. */
export const WIDGETS: readonly string[] = ["white-space", "account-pulse"];

export const wantedWidgets = (): readonly string[] =>
  WIDGETS.slice(0, Number(new URL(document.URL).searchParams.get("widgets") ?? WIDGETS.length));

export function createServices(): WidgetServices {
  const { reader, store } = createMemoryCrm(conformanceWorld()).as(CONFORMANCE_USERS.rep);
  const [account] = conformanceWorld().accounts;
  const [user] = conformanceWorld().teamMembers;
  if (!account || !user) throw new Error("The world has no account or no user");
  const context: HostContext = {
    record: { type: "account", id: account.id },
    user,
    locale: "en-GB",
    timeZone: "Europe/Berlin",
    currency: "EUR",
    skin: "lightning",
    theme: "light",
  };
  return {
    session: createPlanSession({ account: account.id, store, user: user.id }),
    feed: createCrmFeed({ account: account.id, reader }),
    surface: { context },
    onFailure: (error) => {
      throw error;
    },
  };
}

/** An empty place on the page that notes when its widget's first text is on the screen. */
export function createPlace(id: string): HTMLElement {
  const element = document.createElement("div");
  document.body.append(element);
  const look = (): void => {
    if (hasText(element)) {
      // The frame that draws it ends before the second of these.
      requestAnimationFrame(() => requestAnimationFrame(() => (painted[id] = performance.now())));
    } else requestAnimationFrame(look);
  };
  look();
  return element;
}

const painted: Record<string, number> = {};
Object.assign(window, { painted });

const hasText = (root: Element | ShadowRoot): boolean =>
  root.textContent.trim() !== "" ||
  [...root.querySelectorAll("*")].some(({ shadowRoot }) => shadowRoot !== null && hasText(shadowRoot));
