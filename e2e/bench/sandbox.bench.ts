// The white-space grid inside Lightning Web Security against the same script on a plain page: mount, and key to paint.
// Hosts take turns in fresh pages, so that load on the machine hits all of them alike.
import process from "node:process";
import { chromium } from "@playwright/test";
import config from "../playwright.config.ts";
import { HOSTS, type HostName, openScene } from "../host-bench/hosts.ts";
import { startBenchServer } from "../host-bench/server.ts";

const SIZE = { areas: 40, offerings: 20 };
const ROUNDS = 5;
/** Levels set by hand, one after the other, in the focused cell. */
const KEYS = ["1", "2", "3", "0", "1", "2", "3", "0", "1", "2"];

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const server = await startBenchServer();
const browser = await chromium.launch(config.use?.launchOptions ?? {});
const samples = new Map<HostName, { mount: number[]; key: number[] }>(
  HOSTS.map((host) => [host, { mount: [], key: [] }]),
);

for (let round = 0; round < ROUNDS; round += 1)
  for (const host of HOSTS) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const scene = await openScene(page, server.origin, host, { kind: "grid", size: SIZE });
    const sample = samples.get(host);
    sample?.mount.push((await scene.probe("painted-after")) as number);
    await scene.widget.getByRole("gridcell", { name: /^area 1, offering 2\b/ }).click();
    await page.keyboard.press("Escape");
    await scene.probe("watch-keys");
    for (const key of KEYS) {
      await page.keyboard.press(key);
      await page.waitForTimeout(120);
    }
    const keys = (await scene.probe("key-to-paint")) as number[];
    if (keys.length < KEYS.length - 1)
      throw new Error(`${host}: only ${keys.length} of ${KEYS.length} keys changed a cell.`);
    sample?.key.push(...keys);
    await page.close();
  }
await browser.close();
await server.close();

const plain = samples.get("plain") ?? { mount: [], key: [] };
const figures = HOSTS.flatMap((host) => {
  const { mount, key } = samples.get(host) ?? plain;
  return [
    { name: `${host}: mount of ${SIZE.areas} × ${SIZE.offerings}`, value: median(mount), unit: "ms" },
    { name: `${host}: mount against plain`, value: median(mount) / median(plain.mount), unit: "ratio" },
    { name: `${host}: key to paint`, value: median(key), unit: "ms", aim: "<= 100" },
    { name: `${host}: key to paint, slowest of ${key.length}`, value: Math.max(...key), unit: "ms" },
    { name: `${host}: key to paint against plain`, value: median(key) / median(plain.key), unit: "ratio" },
  ];
});
process.stdout.write(`${JSON.stringify({ bench: "sandbox", figures })}\n`);
