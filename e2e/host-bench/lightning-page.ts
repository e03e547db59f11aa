import type { JSHandle, Page } from "@playwright/test";
import type { EmulatedOrg } from "./emulated-org.ts";

/** A component on the page, seen from outside its sandbox. */
export interface PlacedComponent {
  /** Calls one of its public methods. */
  call<T = void>(method: string, ...parameters: readonly unknown[]): Promise<T>;
  set(properties: Readonly<Record<string, unknown>>): Promise<void>;
  remove(): Promise<void>;
  /** Back to where it was before `remove`, the same element: what a console does with a tab. */
  putBack(): Promise<void>;
}

export interface LightningPage {
  /** Goes to a record without a reload; components on the page learn of it. */
  showRecord(objectApiName: string, recordId: string): Promise<void>;
  place(
    component: string,
    properties?: Readonly<Record<string, unknown>>,
    namespace?: string,
  ): Promise<PlacedComponent>;
  /** Page references components wanted to go to. */
  wanted(): Promise<readonly object[]>;
  /** Toasts components asked for. */
  toasts(): Promise<readonly object[]>;
  /** What somebody does who presses the page's own refresh. */
  refresh(): Promise<void>;
  /** How often the page was refreshed, and how many components want to know of it. */
  refreshes(): Promise<{ readonly count: number; readonly handlers: number }>;
  /** Console errors and uncaught errors so far. */
  readonly errors: string[];
}

interface HostWindow {
  readonly lightning: {
    place(placement: object): HTMLElement;
    showRecord(record: object): void;
    readonly wanted: readonly object[];
    readonly toasts: readonly object[];
    readonly refreshes: { readonly count: number; handlers(): number };
    refreshPage(): Promise<void>;
  };
}

type CallableElement = HTMLElement & Record<string, (...parameters: readonly unknown[]) => unknown>;

/** A record page, the control without Lightning, or App Builder that shows a page. */
export type PagePath = "synthetic" | "native" | "plain-record" | "flexipageEditor/surface.app/synthetic";

/** Opens an empty record page of this org. `synthetic` is Lightning's default, `native` the control. */
export async function openLightning(
  page: Page,
  origin: string,
  org: EmulatedOrg,
  path: PagePath = "synthetic",
): Promise<LightningPage> {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    // A request that is meant to fail is no fault of a component.
    if (message.type() === "error" && !/favicon|Failed to load resource/.test(message.text()))
      errors.push(message.text());
  });
  await page.context().addCookies([{ name: "sid", value: org.session, url: origin }]);
  await page.goto(`${origin}/${path}`);
  const read = (name: "wanted" | "toasts"): Promise<readonly object[]> =>
    page.evaluate((name) => (window as unknown as HostWindow).lightning[name], name);
  return {
    errors,
    showRecord: (objectApiName, recordId) =>
      page.evaluate((record) => (window as unknown as HostWindow).lightning.showRecord(record), {
        objectApiName,
        recordId,
      }),
    async place(component, properties = {}, namespace = "c") {
      const element = await page.evaluateHandle(
        (placement) => (window as unknown as HostWindow).lightning.place(placement),
        { component, properties, namespace },
      );
      return toPlaced(element as unknown as JSHandle<CallableElement>);
    },
    wanted: () => read("wanted"),
    toasts: () => read("toasts"),
    refresh: () => page.evaluate(() => (window as unknown as HostWindow).lightning.refreshPage()),
    refreshes: () =>
      page.evaluate(() => {
        const { refreshes } = (window as unknown as HostWindow).lightning;
        return { count: refreshes.count, handlers: refreshes.handlers() };
      }),
  };
}

const toPlaced = (handle: JSHandle<CallableElement>): PlacedComponent => ({
  call: <T>(method: string, ...parameters: readonly unknown[]) =>
    handle.evaluate((element, { method, parameters }) => element[method]?.(...parameters), {
      method,
      parameters,
    }) as Promise<T>,
  set: (properties) =>
    handle.evaluate((element, properties) => void Object.assign(element, properties), properties),
  remove: () => handle.evaluate((element) => element.remove()),
  putBack: () => handle.evaluate((element) => void document.querySelector("main")?.append(element)),
});
