// The shipped components on an emulated record page, inside Lightning Web Security, against the same scripts and the same
// org on a plain page: first paint, first interaction, key to paint, scroll, stroke; calls of the org; bytes to load.
// Hosts take turns in fresh contexts, so that load on the machine hits all of them alike.
import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import config from "../playwright.config.ts";
import { type LightningPage, openLightning, type PagePath } from "../host-bench/lightning-page.ts";
import { type BenchServer, startBenchServer } from "../host-bench/server.ts";
import { ACCOUNT, openRecordPage, OTHER_ACCOUNT } from "../host-bench/record-page.ts";
import { readResources } from "../host-bench/shipped-package.ts";
import { gridWorld } from "../host-bench/widget/grid-world.ts";
import { addStopwatch, type Stopwatch, stopwatchOn } from "./lightning/stopwatch.ts";

const SIZE = { areas: 40, offerings: 20 };
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 5);
const HOSTS = { plain: "plain-record", synthetic: "synthetic", native: "native" } as const satisfies Record<
  string,
  PagePath
>;
type Host = keyof typeof HOSTS;
/** What a person waits for; the name is the figure's. */
type Measure =
  | "first paint"
  | "first click"
  | "key to paint"
  | "frame of a scroll"
  | "frame of a stroke"
  | "pulse: first paint";
const AIMS: Partial<Record<Measure, string>> = { "key to paint": "<= 100" };

const LEVELS = { 1: "Weak", 2: "Present", 3: "Strong" } as const;
const KEYS = [1, 2, 3, 1, 2, 3, 1, 2] as const;
const cell = (area: number, offering: number, level = ""): string =>
  `td[aria-label^="area ${area}, offering ${offering}, ${level}"]`;

const samples = new Map<string, number[]>();
const note = (host: Host, measure: Measure, values: readonly number[]): void => {
  const key = `${host}/${measure}`;
  samples.set(key, [...(samples.get(key) ?? []), ...values]);
};

const server = await startBenchServer();
const browser = await chromium.launch(config.use?.launchOptions ?? {});
const calls = await countCalls(browser, server);
for (let round = -1; round < ROUNDS; round += 1)
  for (const host of Object.keys(HOSTS) as Host[]) await visit(browser, server, host, round >= 0);
await browser.close();
await server.close();
process.stdout.write(`${JSON.stringify({ bench: "lightning", figures: toFigures() })}\n`);

/** The first round warms the browser and is not counted. */
async function visit(browser: Browser, server: BenchServer, host: Host, counts: boolean): Promise<void> {
  const keep = counts ? note : () => {};
  const { world, plans, account } = gridWorld(SIZE);
  const rep = world.teamMembers.find((member) => member.role === "rep");
  if (!rep) throw new Error("The world has no rep.");
  const org = await server.createOrg({ world, plans, user: rep.id });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await addStopwatch(page);
  const lightning = await openLightning(page, server.origin, org, HOSTS[host]);
  const watch = stopwatchOn(page);
  await lightning.showRecord("Account", account);
  keep(host, "first paint", [await place(page, watch, lightning, "sweetspotWhiteSpace", cell(1, 2))]);
  await workInGrid(page, watch, (measure, values) => keep(host, measure, values));
  await page.reload();
  await lightning.showRecord("Account", account);
  keep(host, "pulse: first paint", [await place(page, watch, lightning, "sweetspotAccountPulse", "dd")]);
  if (lightning.errors.length > 0) throw new Error(`${host}: ${lightning.errors.join("; ")}`);
  await context.close();
}

/** Two widgets on the page of an account, then the same page for another one. */
async function countCalls(browser: Browser, server: BenchServer): Promise<readonly number[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const { org, lightning, grid } = await openRecordPage(page, server);
  const counts: number[] = [];
  for (const account of [ACCOUNT, OTHER_ACCOUNT]) {
    const before = org.emulator.requests.length;
    await lightning.showRecord("Account", account);
    if (account === ACCOUNT) {
      await lightning.place("sweetspotWhiteSpace");
      await lightning.place("sweetspotAccountPulse");
    }
    await grid.getByRole("gridcell").first().waitFor();
    await page.waitForTimeout(1500);
    const asked = org.emulator.requests.slice(before);
    console.log(`${account}: ${asked.join(", ")}`);
    counts.push(asked.length);
  }
  await context.close();
  return counts;
}

async function place(
  page: Page,
  watch: Stopwatch,
  lightning: LightningPage,
  component: string,
  selector: string,
): Promise<number> {
  await watch.arm("bench-start", selector);
  await page.evaluate(() => void window.dispatchEvent(new Event("bench-start")));
  await lightning.place(component);
  return watch.readTime();
}

async function workInGrid(
  page: Page,
  watch: Stopwatch,
  keep: (measure: Measure, values: readonly number[]) => void,
): Promise<void> {
  const at = (area: number, offering: number) =>
    page.getByRole("gridcell", { name: new RegExp(`^area ${area}, offering ${offering}, `) });
  await watch.arm("pointerdown", ".ws-panel");
  await at(1, 2).click();
  keep("first click", [await watch.readTime()]);
  await page.keyboard.press("Escape");
  for (const key of KEYS) {
    await watch.arm("keydown", cell(1, 2, LEVELS[key]));
    await page.keyboard.press(String(key));
    keep("key to paint", [await watch.readTime()]);
  }
  await page.mouse.move(600, 500);
  const scrolled = await watch.frames(async () => {
    for (const by of [...Array(12).fill(180), ...Array(12).fill(-180)] as number[]) {
      await page.mouse.wheel(0, by);
      await page.waitForTimeout(30);
    }
  });
  keep("frame of a scroll", slowestTenth(scrolled));
  await page.getByRole("button", { name: "Paint" }).click();
  const [from, to] = [await at(2, 1).boundingBox(), await at(6, 5).boundingBox()];
  if (!from || !to) throw new Error("The cells to paint are not on the screen.");
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  const painted = await watch.frames(() => page.mouse.move(to.x + 10, to.y + 10, { steps: 30 }));
  await page.mouse.up();
  keep("frame of a stroke", slowestTenth(painted));
}

/** What is felt of an animation is its slow frames. */
function slowestTenth(frames: readonly number[]): readonly number[] {
  const sorted = frames.toSorted((a, b) => b - a);
  return [sorted[Math.floor(sorted.length / 10)] ?? 0];
}

function toFigures(): readonly object[] {
  const of = (host: Host, measure: Measure): number => median(samples.get(`${host}/${measure}`) ?? []);
  const measures = [...new Set([...samples.keys()].map((key) => key.split("/")[1] as Measure))];
  const times = measures.flatMap((measure) =>
    (Object.keys(HOSTS) as Host[]).flatMap((host) => {
      const aim = AIMS[measure];
      const time = { name: `${host}: ${measure}`, value: of(host, measure), unit: "ms" };
      const ratio = { name: `${host}: ${measure} against plain`, unit: "ratio" };
      return [
        { ...time, ...(aim === undefined ? {} : { aim }) },
        ...(host === "plain" ? [] : [{ ...ratio, value: of(host, measure) / of("plain", measure) }]),
      ];
    }),
  );
  const [first, next] = calls;
  const bytes = readResources().map((name) => {
    const file = path.join(import.meta.dirname, `../host-bench/dist/resources/${name}.js`);
    return {
      name: `static resource ${name}, gzip`,
      value: gzipSync(readFileSync(file)).length / 1000,
      unit: "KB",
    };
  });
  return [
    ...times,
    { name: "calls of the org, first page", value: first, unit: "calls", aim: "<= 2" },
    { name: "calls of the org, each further page", value: next, unit: "calls", aim: "<= 2" },
    ...bytes,
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
