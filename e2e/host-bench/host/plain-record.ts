// The control for record pages: the shipped scripts without Lightning and its sandbox, over the same org.
import { createRestTransport } from "@sweetspot/crm-salesforce";
import { readPageContext } from "../lightning/page-context.ts";
import { loadScript } from "../lightning/platform-resource-loader.ts";

/** What the generated components know of their widgets. */
const WIDGETS: Readonly<Record<string, { id: string; container: string; expose: string }>> = {
  sweetspotWhiteSpace: {
    id: "white-space",
    container: "sweetspot_widgets",
    expose: "./white-space",
  },
  sweetspotReferralBridge: {
    id: "referral-bridge",
    container: "sweetspot_widgets",
    expose: "./referral-bridge",
  },
  sweetspotAccountPulse: {
    id: "account-pulse",
    container: "account_pulse",
    expose: "./account-pulse",
  },
};

interface PageScript {
  placeWidget(request: object): { remove(): void };
}

const context = readPageContext();
// The bench's server signs requests in by cookie.
const transport = createRestTransport({ instanceUrl: window.location.origin, token: () => "cookie" });
let shown = "";

async function draw(element: HTMLElement, component: string): Promise<void> {
  const widget = WIDGETS[component];
  if (!widget) throw new Error(`No plain ${component}.`);
  const script = loadScript(undefined, `/resource/0/${widget.container}`);
  await loadScript(undefined, "/resource/0/sweetspot_page");
  const { sweetspot_page: page } = window as unknown as { readonly sweetspot_page: PageScript };
  const { userId: id, ...user } = context;
  page.placeWidget({
    element,
    widget: { ...widget, contract: "widget/1", react: "^19.3.0" },
    script,
    options: {},
    record: { type: "account", id: shown },
    account: shown,
    user: { ...user, id },
    theme: "light",
    transport,
    functions: { navigate: () => {}, notify: () => {}, createRecord: () => {}, firstStage: () => {} },
    onReady: () => {},
    onFailure: (code: string, error: unknown) => console.error(code, error),
  });
}

Object.assign(window, {
  lightning: {
    showRecord: ({ recordId }: { readonly recordId: string }) => {
      shown = recordId;
    },
    place: ({ component }: { readonly component: string }) => {
      const element = document.createElement("div");
      document.querySelector("main")?.append(element);
      void draw(element, component);
      return element;
    },
  },
});
