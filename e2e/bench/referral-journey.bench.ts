// A rep by keyboard in Chromium over 100,000 invented people: the real gateway and workbench, the referral bridge of an account
// with a dozen contacts. From the key that chooses a target to the last way and the picture on the screen.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { readConfig, startGateway } from "@sweetspot/gateway";
import { type Browser, chromium, type Page } from "playwright-core";
import { ACCOUNT, fill, GRAPH, hasGraph, readWorld } from "./relations/large-register.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Their places in the register. */
const CONTACTS = Array.from({ length: 12 }, (_, place) => 500 + place * 8000);
const ROUNDS = 3;

async function openBridge(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  page.setDefaultTimeout(120_000);
  const settings = { member: "p0", language: "en", theme: "light", widget: "referral-bridge" };
  await page.addInitScript(
    (value) => localStorage.setItem("sweetspot:settings", value),
    JSON.stringify(settings),
  );
  await page.goto(`${url}/#/accounts/${ACCOUNT}`);
  return page;
}

/** By keyboard alone: the search field, a name, down to the person, Enter. Milliseconds from Enter to what it brings. */
async function choose(page: Page, name: string): Promise<number> {
  const search = page.getByRole("textbox", { name: "Find a person" });
  await search.focus();
  await search.press("ControlOrMeta+a");
  await page.keyboard.type(name);
  const target = page.getByRole("button", { name: new RegExp(`^${name}`) }).first();
  await target.focus();
  const start = performance.now();
  await page.keyboard.press("Enter");
  const there = page.getByRole("heading", { name: new RegExp(`ways? to ${name}|No way`) });
  await there.first().waitFor();
  return performance.now() - start;
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(share * values.length))
  ] ?? Number.NaN;

async function measure(folder: string) {
  const world = readWorld(CONTACTS);
  await fill(folder, world);
  const limits = { SWEETSPOT_USER_REQUESTS: "0", SWEETSPOT_TENANT_REQUESTS: "0" };
  const none = () => {};
  const gateway = await startGateway({
    config: readConfig({ PORT: "0", SWEETSPOT_DATA: folder, ...limits }, [], folder),
    version: "bench",
    folders: {
      workbench: path.join(ROOT, "apps/workbench/dist"),
      frame: path.join(ROOT, "apps/frame/dist"),
      catalogue: path.join(ROOT, "dist"),
    },
    log: { debug: none, info: none, warn: none, error: none },
  });
  const browser = await chromium.launch({
    executablePath: process.env["CHROME_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const start = performance.now();
    const page = await openBridge(browser, gateway.url);
    await page.locator(".rb-way").first().waitFor();
    const first = performance.now() - start;
    const names = world.crm.contacts.map(({ name }) => name);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++)
      for (const name of names) times.push(await choose(page, name));
    return [
      { name: "page opened, book made, first ways shown", value: first, unit: "ms" },
      { name: "targets chosen by keyboard", value: times.length, unit: "" },
      { name: "a target chosen, its ways shown: p50", value: quantile(times, 0.5), unit: "ms" },
      { name: "a target chosen, its ways shown: p95", value: quantile(times, 0.95), unit: "ms" },
    ];
  } finally {
    await browser.close();
    await gateway.close();
  }
}

const folder = await mkdtemp(path.join(tmpdir(), "sweetspot-bench-"));
try {
  const figures = hasGraph() ? await measure(folder) : [];
  if (figures.length === 0) console.log(`The invented graph is not at ${GRAPH}: nothing is measured.`);
  console.log(JSON.stringify({ bench: "referral bridge over 100,000 people in Chromium", figures }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
