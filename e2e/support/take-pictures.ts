import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, type Locator, type Page } from "@playwright/test";
import config from "../playwright.config.ts";
import { savePicture } from "./save-picture.ts";
import { startSweetspot } from "./start-sweetspot.ts";
import { whiteSpaceOn } from "./white-space-page.ts";

interface Picture {
  readonly widget: string;
  readonly account: string;
  /** Pixels of the window; a widget that is higher is shown to there. */
  readonly size: { readonly width: number; readonly height: number };
  /** What a person does until it looks as in the picture. */
  readonly prepare: (widget: Locator, page: Page) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  {
    widget: "strategy-overlap",
    account: "account-kryolind",
    size: { width: 1360, height: 900 },
    prepare: (widget) => widget.locator(".so-card").first().waitFor(),
  },
  {
    widget: "value-proposition",
    account: "account-haver",
    size: { width: 1360, height: 860 },
    prepare: (widget) => widget.getByRole("button", { name: /^Sustainable stores/ }).click(),
  },
  {
    widget: "buying-centre",
    account: "account-kryolind",
    size: { width: 1360, height: 760 },
    prepare: (widget) => widget.getByRole("listitem").first().waitFor(),
  },
  {
    widget: "referral-bridge",
    account: "account-haver",
    size: { width: 1360, height: 900 },
    prepare: async (widget, page) => {
      await widget.getByRole("button", { name: "Katarzyna Pietruszkowiak" }).first().click();
      await page.getByRole("button", { name: /^Marlies Ottenhövel/ }).click();
      await widget.getByRole("heading", { name: /ways to Marlies/ }).waitFor();
      await widget.getByRole("button", { name: /^Marlies Ottenhövel, Target, knows/ }).waitFor();
    },
  },
  {
    widget: "customer-voice",
    account: "account-haver",
    size: { width: 1360, height: 760 },
    prepare: (widget) => widget.getByRole("button").nth(3).waitFor(),
  },
  {
    widget: "meeting-sheet",
    account: "account-kryolind",
    size: { width: 1360, height: 860 },
    prepare: (widget) =>
      widget
        .getByRole("button", { name: /Lower personnel costs/ })
        .first()
        .click(),
  },
  {
    widget: "account-plan",
    account: "account-kryolind",
    size: { width: 1360, height: 900 },
    prepare: (widget) => widget.getByRole("article").first().waitFor(),
  },
];

// Takes the pictures of the documentation anew, from the demo company:
//   node e2e/support/take-pictures.ts                     all
//   node e2e/support/take-pictures.ts account-plan …      these
const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
const folder = await mkdtemp(path.join(tmpdir(), "sweetspot-pictures-"));
const sweetspot = await startSweetspot({ dataFolder: folder });
const browser = await chromium.launch(config.use?.launchOptions);
try {
  const context = await browser.newContext({
    viewport: { width: 1680, height: 1080 },
    deviceScaleFactor: 1.25,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
  });
  if (isWanted("white-space")) await takeWhiteSpace(await context.newPage());
  for (const picture of PICTURES) if (isWanted(picture.widget)) await takeWidget(context, picture);
} finally {
  await browser.close();
  await sweetspot.stop();
  await rm(folder, { recursive: true, force: true });
}

/** The record page with the grid, and a suggested cell open beside it. */
async function takeWhiteSpace(page: Page): Promise<void> {
  await openAt(page, "account-haver", "white-space");
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await space.open("Bucharest", "Plug-in cabinets");
  await rest(page);
  await savePicture("white-space.png", await page.screenshot());
}

/** One widget alone, as far as the window shows it. */
async function takeWidget(context: BrowserContext, picture: Picture): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize(picture.size);
  await openAt(page, picture.account, picture.widget);
  const place = page.locator(`[data-widget="${picture.widget}"]`);
  const widget = place.locator("section.ss-widget");
  await widget.waitFor();
  await picture.prepare(widget, page);
  await rest(page);
  const box = await widget.boundingBox();
  if (!box) throw new Error(`${picture.widget} is not on the screen.`);
  const height = Math.min(box.height, picture.size.height - box.y);
  await savePicture(`${picture.widget}.png`, await page.screenshot({ clip: { ...box, height } }));
  await page.close();
}

async function openAt(page: Page, account: string, widget: string): Promise<void> {
  const settings = JSON.stringify({
    member: "member-lena",
    language: "en",
    skin: "lightning",
    theme: "light",
    widget,
  });
  await page.addInitScript((text) => localStorage.setItem("sweetspot:settings", text), settings);
  await page.goto(`${sweetspot.url}/#/accounts/${account}`);
}

async function rest(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
}
