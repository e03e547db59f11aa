import { type Browser, chromium, type Page } from "@playwright/test";
import { type BenchServer, startBenchServer } from "../host-bench/server.ts";
import { ACCOUNT, openRecordPage } from "../host-bench/record-page.ts";
import { newOrg, openHosted, startHostedBench } from "../hosted/hosted-page.ts";
import config from "../playwright.config.ts";
import { type RecordPageSketch, sketchRecordPage } from "./record-page-sketch.ts";
import { savePicture } from "./save-picture.ts";
import { whiteSpaceOn } from "./white-space-page.ts";

// Takes the pictures of the Salesforce guide anew, from the host bench and the demo company:
//   pnpm --filter @sweetspot/e2e run build && node e2e/support/take-salesforce-pictures.ts
const SKETCH: RecordPageSketch = {
  object: "Account",
  name: "Haver Markt",
  facts: [
    ["Industry", "Food retail"],
    ["Account owner", "Lena Brandtwerder"],
    ["Country", "Germany"],
  ],
  details: [
    ["Account name", "Haver Markt"],
    ["Type", "Customer"],
    ["Website", "haver.example"],
    ["Employees", "64,000"],
  ],
};
const DESK = { width: 1440, height: 1000 };
const PHONE = { width: 390, height: 780 };

const server: BenchServer = await startBenchServer();
const browser = await chromium.launch(config.use?.launchOptions);
try {
  await takeRecordPage(await openPage(browser, DESK));
  await takeFirstPlan(await openPage(browser, { width: 1200, height: 640 }));
  await takeAppBuilder(await openPage(browser, { width: 1200, height: 430 }));
  await takePhone(await openPage(browser, PHONE));
  await takeHosted(await openPage(browser, { width: 1280, height: 860 }));
} finally {
  await browser.close();
  await server.close();
}

async function openPage(where: Browser, viewport: { width: number; height: number }): Promise<Page> {
  const context = await where.newContext({
    viewport,
    deviceScaleFactor: 1.25,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
  });
  return context.newPage();
}

/** The example page: the grid across, the sample widget beside the details. */
async function takeRecordPage(page: Page): Promise<void> {
  const { lightning } = await openRecordPage(page, server);
  await lightning.place("sweetspotWhiteSpace");
  await sketchRecordPage(page, SKETCH);
  await lightning.place("sweetspotAccountPulse");
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await space.open("Warsaw", "Cold rooms");
  await take(page, "salesforce-record-page.png");
}

/** An account nobody has planned for. */
async function takeFirstPlan(page: Page): Promise<void> {
  const { lightning } = await openRecordPage(page, server, { plans: [] });
  await lightning.place("sweetspotWhiteSpace");
  await sketchRecordPage(page, { ...SKETCH, details: [] });
  await page.getByRole("region", { name: "White space" }).waitFor();
  await take(page, "salesforce-first-plan.png");
}

/** What an admin sees while arranging the page. */
async function takeAppBuilder(page: Page): Promise<void> {
  await openRecordPage(page, server);
  await page.goto(`${server.origin}/flexipageEditor/surface.app/synthetic`);
  await page.evaluate(
    (record) => {
      const { lightning } = window as unknown as {
        lightning: { showRecord(record: object): void; place(placement: object): void };
      };
      lightning.showRecord(record);
      lightning.place({ component: "sweetspotWhiteSpace" });
    },
    { objectApiName: "Account", recordId: ACCOUNT },
  );
  await sketchRecordPage(page, SKETCH);
  await page.evaluate(() => {
    const { lightning } = window as unknown as { lightning: { place(placement: object): void } };
    lightning.place({ component: "sweetspotAccountPulse" });
  });
  await take(page, "salesforce-app-builder.png");
}

async function takePhone(page: Page): Promise<void> {
  const { lightning } = await openRecordPage(page, server, { context: { formFactor: "Small" } });
  await lightning.place("sweetspotWhiteSpace");
  await sketchRecordPage(page, { ...SKETCH, details: [] });
  await whiteSpaceOn(page).isDrawn();
  await take(page, "salesforce-phone.png");
}

/** Hosted mode, for a German rep: the frame of a gateway. */
async function takeHosted(page: Page): Promise<void> {
  const hosted = await startHostedBench();
  try {
    const org = await newOrg(hosted, { language: "de", locale: "de-DE" });
    const { frame } = await openHosted(page, hosted, org);
    await sketchRecordPage(page, {
      ...SKETCH,
      facts: [
        ["Branche", "Lebensmittelhandel"],
        ["Accountinhaber", "Lena Brandtwerder"],
        ["Land", "Deutschland"],
      ],
      details: [],
    });
    await frame.getByRole("treegrid").waitFor({ timeout: 30_000 });
    await take(page, "salesforce-hosted.png");
  } finally {
    await hosted.stop();
  }
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(600);
  await savePicture(name, await page.screenshot());
}
