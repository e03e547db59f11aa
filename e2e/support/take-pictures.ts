import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import config from "../playwright.config.ts";
import { startSweetspot } from "./start-sweetspot.ts";
import { whiteSpaceOn } from "./white-space-page.ts";

// Takes the pictures of the documentation anew, from the demo company:
//   node e2e/support/take-pictures.ts
const IMAGES = path.resolve(import.meta.dirname, "../../shared/docs/images");
const MOST_KILOBYTES = 300;

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
  await save("white-space.png", await page.screenshot());
}

/** A picture of few colours is a third as large with a palette, where ImageMagick is at hand to make one. */
async function save(name: string, png: Buffer): Promise<void> {
  await mkdir(IMAGES, { recursive: true });
  const file = path.join(IMAGES, name);
  const reduced = spawnSync("convert", ["png:-", "+dither", "-colors", "200", "-strip", "png8:-"], {
    input: png,
    maxBuffer: 64 * 1024 * 1024,
  });
  await writeFile(file, reduced.status === 0 ? reduced.stdout : png);
  const kilobytes = Math.round((await stat(file)).size / 1024);
  console.log(`${file}: ${kilobytes} KB`);
  if (kilobytes > MOST_KILOBYTES) throw new Error(`${name} is larger than ${MOST_KILOBYTES} KB.`);
}
