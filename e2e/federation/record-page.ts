import type { Page } from "@playwright/test";
import type { FederationPage } from "./page/main.ts";
import type { Site } from "./site.ts";

type Place = "first" | "second" | "third";

/** What a test does on the page, and what the page would report. */
export interface RecordPage {
  visit(query?: string): Promise<void>;
  mount(id: string, place: Place): Promise<"mounted" | "failed" | undefined>;
  codes(): Promise<readonly string[]>;
  reasons(): Promise<readonly string[]>;
  /** Ids of the hand-written widgets whose code has run. */
  ran(): Promise<readonly string[]>;
  /** Errors nobody caught, and messages the browser printed. */
  readonly complaints: () => Promise<readonly string[]>;
}

export function onPage(page: Page, site: Site): RecordPage {
  const printed: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") printed.push(message.text());
  });
  page.on("pageerror", (error) => printed.push(String(error)));
  const failures = (): Promise<FederationPage["failures"]> =>
    page.evaluate(() => window.sweetspot?.failures ?? []);
  return {
    async visit(query = "") {
      await page.goto(`${site.url}/${query}`);
      await page.locator("html[data-ready]").waitFor();
    },
    mount: (id, place) =>
      page.evaluate(([widget, element]) => window.sweetspot?.mount(widget, element), [id, place] as const),
    codes: async () => (await failures()).map(({ code }) => code),
    reasons: async () => (await failures()).map(({ message }) => message),
    ran: () => page.evaluate(() => (globalThis as { readonly ran?: readonly string[] }).ran ?? []),
    complaints: async () => [...(await page.evaluate(() => window.sweetspot?.unhandled ?? [])), ...printed],
  };
}
