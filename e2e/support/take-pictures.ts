import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import config from "../playwright.config.ts";
import { savePicture } from "./save-picture.ts";
import { startSweetspot } from "./start-sweetspot.ts";
import { whiteSpaceOn } from "./white-space-page.ts";

// Takes the pictures of the documentation anew, from the demo company:
//   node e2e/support/take-pictures.ts
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
  await takeWhiteSpace(await context.newPage());
} finally {
  await browser.close();
  await sweetspot.stop();
  await rm(folder, { recursive: true, force: true });
}

/** The record page with the grid, and a suggested cell open beside it. */
async function takeWhiteSpace(page: Page): Promise<void> {
  await page.goto(`${sweetspot.url}/#/accounts/account-haver`);
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await space.open("Bucharest", "Plug-in cabinets");
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  await savePicture("white-space.png", await page.screenshot());
}
