// The referral bridge on an emulated record page with more and more ties around the account: from placing the
// component to the first way on the screen, and from one target to the next, inside Lightning Web Security against the same
// script on a plain page. Hosts take turns in fresh contexts, so that load on the machine hits all of them alike.
import process from "node:process";
import { type Browser, chromium } from "@playwright/test";
import {
  createRestTransport,
  createSalesforceCrm,
  createSalesforceRelations,
} from "@sweetspot/crm-salesforce";
import { createSalesforceEmulator } from "@sweetspot/salesforce-emulator";
import config from "../playwright.config.ts";
import { openLightning, type PagePath } from "../host-bench/lightning-page.ts";
import { type BenchServer, startBenchServer } from "../host-bench/server.ts";
import { relationWorld } from "../host-bench/widget/relation-world.ts";
import { addStopwatch, stopwatchOn } from "./lightning/stopwatch.ts";

/** The last one is more than a page takes: it is cut off. */
const SIZES = [2000, 4900, 19_900];
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 3);
const HOSTS = { plain: "plain-record", synthetic: "synthetic", native: "native" } as const satisfies Record<
  string,
  PagePath
>;
type Host = keyof typeof HOSTS;

const samples = new Map<string, number[]>();
const note = (key: string, value: number): void =>
  void samples.set(key, [...(samples.get(key) ?? []), value]);
const median = (key: string): number =>
  (samples.get(key) ?? []).toSorted((one, other) => one - other)[(samples.get(key)?.length ?? 0) >> 1] ??
  Number.NaN;

const server = await startBenchServer();
const browser = await chromium.launch(config.use?.launchOptions ?? {});
for (let round = 0; round < ROUNDS; round += 1)
  for (const size of SIZES) {
    for (const host of Object.keys(HOSTS) as Host[]) await visit(browser, server, host, size);
    await workInNode(size);
  }
await browser.close();
await server.close();

const figures = SIZES.flatMap((size) => [
  ...(Object.keys(HOSTS) as Host[]).flatMap((host) =>
    ["first way", "next target"].flatMap((measure) => [
      { name: `${size} ties, ${host}: ${measure}`, value: median(`${size}/${host}/${measure}`), unit: "ms" },
      ...(host === "plain"
        ? []
        : [
            {
              name: `${size} ties, ${host}: ${measure} against plain`,
              value: median(`${size}/${host}/${measure}`) / median(`${size}/plain/${measure}`),
              unit: "ratio",
              aim: "<= 2",
            },
          ]),
    ]),
  ),
  { name: `${size} ties: calls of the service`, value: median(`${size}/calls`), unit: "calls" },
  { name: `${size} ties: answers of the service`, value: median(`${size}/bytes`) / 1e6, unit: "MB" },
  {
    name: `${size} ties: the org emulated, and read, in this process`,
    value: median(`${size}/node`),
    unit: "ms",
  },
]);
process.stdout.write(`${JSON.stringify({ bench: "lightning-relations", figures })}\n`);

async function visit(browser: Browser, server: BenchServer, host: Host, size: number): Promise<void> {
  const { world, account, user } = relationWorld(size);
  const org = await server.createOrg({ world, user });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await addStopwatch(page);
  const lightning = await openLightning(page, server.origin, org, HOSTS[host]);
  await lightning.showRecord("Account", account);
  const watch = stopwatchOn(page);
  await watch.arm("bench-start", ".rb-way");
  await page.evaluate(() => void window.dispatchEvent(new Event("bench-start")));
  await lightning.place("sweetspotReferralBridge");
  note(`${size}/${host}/first way`, await watch.readTime());
  const next = page.locator(".rb-target").nth(1);
  await watch.arm("pointerdown", '[data-bench-next][aria-current="true"]');
  await next.evaluate((element) => element.setAttribute("data-bench-next", ""));
  await next.click();
  note(`${size}/${host}/next target`, await watch.readTime());
  if (lightning.errors.length > 0) throw new Error(`${host}: ${lightning.errors.join("; ")}`);
  await context.close();
}

/** The same questions without a browser; what remains of the page's time is the page's. */
async function workInNode(size: number): Promise<void> {
  const { world, account, user } = relationWorld(size);
  const emulator = createSalesforceEmulator(world);
  const token = emulator.signIn(user);
  let bytes = 0;
  const transport = createRestTransport({
    instanceUrl: "https://org.example",
    token: () => token,
    fetch: async (url, init) => {
      const response = await emulator.handle(new Request(url as string, init));
      if (String(url).endsWith("/relations")) bytes += (await response.clone().text()).length;
      return response;
    },
  });
  const { reader } = createSalesforceCrm({ transport, userId: user, currency: "EUR" });
  const relations = createSalesforceRelations({ transport, reader, user });
  const started = performance.now();
  const { items } = await relations.listTargets(account);
  note(`${size}/node`, performance.now() - started);
  if (!items[0]?.best) throw new Error("Nobody is reached.");
  note(`${size}/calls`, emulator.requests.filter((request) => request.endsWith("/relations")).length);
  note(`${size}/bytes`, bytes);
}
