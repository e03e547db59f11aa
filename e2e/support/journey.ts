import { rm } from "node:fs/promises";
import { type BrowserContext, type Page, test as base } from "@playwright/test";
import type { Skin, Theme } from "@sweetspot/contract";
import { type RunningSweetspot, newDataFolder, startSweetspot } from "./start-sweetspot.ts";

/** The people of the demo company. */
export const PEOPLE = {
  lena: { id: "member-lena", name: "Lena Brandtwerder" },
  tobias: { id: "member-tobias", name: "Tobias Überlackner" },
  ratih: { id: "member-ratih", name: "Ratih Wulansekar" },
} as const;

export interface Visit {
  readonly as?: keyof typeof PEOPLE | "administrator";
  /** The place after "#", for example "/accounts/account-haver". */
  readonly place?: string;
  readonly language?: "en" | "de" | "id";
  readonly skin?: Skin;
  readonly theme?: Theme;
  /** The widget the page opens at, as if the person had gone there last; most journeys are about white space. */
  readonly widget?: string;
  readonly width?: number;
  readonly height?: number;
}

interface Journey {
  /** Opens the workbench in a browser of this person's own: nothing is shared with other visits but the gateway. */
  readonly visit: (url: string, visit?: Visit) => Promise<Page>;
}

export const test = base.extend<Journey>({
  visit: async ({ browser }, provide, testInfo) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    const answers: string[] = [];
    await provide(async (url, visit = {}) => {
      const {
        as = "lena",
        place = "/accounts",
        language = "en",
        skin = "lightning",
        theme = "light",
        widget = "white-space",
      } = visit;
      const settings = JSON.stringify({ member: memberId(as), language, skin, theme, widget });
      const context = await browser.newContext({
        viewport: { width: visit.width ?? 1280, height: visit.height ?? 900 },
        reducedMotion: "reduce",
        storageState: {
          cookies: [],
          origins: [{ origin: url, localStorage: [{ name: "sweetspot:settings", value: settings }] }],
        },
      });
      contexts.push(context);
      const page = await context.newPage();
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("response", (response) => {
        if (response.status() >= 500 || response.status() === 429)
          answers.push(`${response.status()} ${response.request().method()} ${response.url()}`);
      });
      page.on("requestfailed", (request) =>
        answers.push(`${request.failure()?.errorText ?? ""} ${request.method()} ${request.url()}`),
      );
      page.on("console", (message) => {
        if (/Content Security Policy|Trusted Type/i.test(message.text())) complaints.push(message.text());
      });
      await page.goto(`${url}/#${place}`);
      return page;
    });
    if (testInfo.status !== testInfo.expectedStatus && answers.length > 0)
      console.log(`Requests that failed:\n${answers.join("\n")}`);
    await Promise.all(contexts.map((context) => context.close()));
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join("\n")}`);
  },
});

const memberId = (as: NonNullable<Visit["as"]>): string =>
  as === "administrator" ? "administrator" : PEOPLE[as].id;

/** A gateway for all tests of a file, which can be stopped and started again where it was. */
export interface Gateway {
  readonly url: string;
  /** Folder of the catalogue it was told of. */
  readonly catalogue: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
  start(): Promise<void>;
}

export interface GatewayOptions {
  /** No demo company. */
  readonly empty?: boolean;
  /** Makes a folder with a catalogue of the file's own. */
  readonly makeCatalogue?: () => Promise<string>;
}

export function gatewayForFile({ empty = false, makeCatalogue }: GatewayOptions = {}): Gateway {
  let folders: { readonly data: string; readonly catalogue: string | undefined } | undefined;
  let running: RunningSweetspot | undefined;
  let port = 0;
  const start = async (): Promise<void> => {
    if (!folders) throw new Error("The data folder is made before the first test.");
    const { data: dataFolder, catalogue } = folders;
    running = await startSweetspot({ empty, dataFolder, port, ...(catalogue ? { catalogue } : {}) });
    port = Number(new URL(running.url).port);
  };
  test.beforeAll(async () => {
    // The first file of a run waits until the demo company is written.
    test.setTimeout(300_000);
    folders = { data: await newDataFolder(empty), catalogue: await makeCatalogue?.() };
    await start();
  });
  test.afterAll(async () => {
    await running?.stop();
    for (const folder of [folders?.data, folders?.catalogue])
      if (folder) await rm(folder, { recursive: true, force: true });
  });
  return {
    get url() {
      return running?.url ?? "";
    },
    get catalogue() {
      return folders?.catalogue ?? "";
    },
    stop: async (signal) => running?.stop(signal),
    start,
  };
}
