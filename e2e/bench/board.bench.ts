// A strategy board of 6 levels × 400 insights, in Lightning Web Security and on a plain page: the main thread's own time for
// a key and the frame that shows it, and how often the ports are asked until the board stands. It is the thread's time
// and not the clock's, so that whatever else runs on the machine does not count.
import process from "node:process";
import { type CDPSession, chromium, type Page } from "@playwright/test";
import config from "../playwright.config.ts";
import { HOSTS, type HostName, type OpenScene, openScene } from "../host-bench/hosts.ts";
import { startBenchServer } from "../host-bench/server.ts";

const SIZE = { levels: 6, insights: 400 };
const ROUNDS = Number(process.env["SWEETSPOT_BENCH_ROUNDS"] ?? 3);
/** A sandboxed frame has a process of its own, whose time the page does not know. */
const MEASURED = HOSTS.filter((host) => host !== "iframe");
/** What a rep does, by name: a walk, a wording typed in place, kinds and confirmations that change the board. */
const DEEDS = {
  /** What pressing and measuring cost by themselves; taken off the others. */
  nothing: times("F8", 10),
  walking: [
    ...times("ArrowDown", 12),
    ...times("ArrowUp", 4),
    ...times("ArrowRight", 2),
    ...times("ArrowLeft", 2),
  ],
  typing: ["F2", "End", ..." by a half", "Escape"],
  changing: ["2", "3", "1", "c", "Alt+ArrowDown", "Alt+ArrowUp"],
} as const;
type Deed = keyof typeof DEEDS;

function times(key: string, count: number): readonly string[] {
  return Array.from({ length: count }, () => key);
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

interface Sample {
  readonly mount: number[];
  readonly calls: number[];
  readonly work: Map<Deed, number[]>;
}

/** Milliseconds the page's main thread has worked so far. */
async function threadTime(page: CDPSession): Promise<number> {
  const { metrics } = await page.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
}

interface OpenBoard {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly scene: OpenScene;
}

/** Presses a key; answers what it cost until the frame after its last keydown, the `shown`th, was painted. */
async function costOf(key: string, shown: number, { page, cdp, scene }: OpenBoard): Promise<number> {
  const before = await threadTime(cdp);
  await page.keyboard.press(key);
  await scene.probe("keys-shown", shown);
  return (await threadTime(cdp)) - before;
}

const server = await startBenchServer();
const browser = await chromium.launch(config.use?.launchOptions ?? {});
const samples = new Map<HostName, Sample>(
  MEASURED.map((host) => [host, { mount: [], calls: [], work: new Map() }]),
);

for (let round = 0; round < ROUNDS; round += 1)
  for (const [host, sample] of samples) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const scene = await openScene(page, server.origin, host, { kind: "board", size: SIZE });
    await scene.probe("painted-after");
    sample.mount.push(await threadTime(cdp));
    sample.calls.push(((await scene.probe("port-calls")) as string[]).length);
    await scene.widget.locator("button[data-key]").first().focus();
    await scene.probe("watch-frames");
    // A key with Alt is two keydowns, Alt's own first.
    let shown = 0;
    for (const deed of Object.keys(DEEDS) as Deed[])
      for (const key of DEEDS[deed]) {
        shown += key.split("+").length;
        const cost = await costOf(key, shown, { page, cdp, scene });
        sample.work.set(deed, [...(sample.work.get(deed) ?? []), cost]);
      }
    await page.close();
  }
await browser.close();
await server.close();

const short = (value: number): number => Math.round(value * 10) / 10;
const figures = [...samples].flatMap(([host, { mount, calls, work }]) => {
  const idle = at(work.get("nothing") ?? [], 0.5);
  const deeds = [...work].filter(([deed]) => deed !== "nothing");
  const net = deeds.map(([deed, found]) => [deed, found.map((cost) => Math.max(0, cost - idle))] as const);
  const all = net.flatMap(([, found]) => found);
  return [
    { name: `${host}: page and board until it stands`, value: short(at(mount, 0.5)), unit: "ms" },
    { name: `${host}: port calls of opening`, value: Math.max(...calls), unit: "calls", aim: "<= 2" },
    {
      name: `${host}: work of a key and its frame, p95 of ${all.length}`,
      value: short(at(all, 0.95)),
      unit: "ms",
      aim: "<= 16.7",
    },
    { name: `${host}: a key that does nothing`, value: short(idle), unit: "ms" },
    ...net.flatMap(([deed, found]) => [
      { name: `${host}: ${deed}, median`, value: short(at(found, 0.5)), unit: "ms" },
      { name: `${host}: ${deed}, p95 of ${found.length}`, value: short(at(found, 0.95)), unit: "ms" },
    ]),
  ];
});
process.stdout.write(`${JSON.stringify({ bench: "board", figures })}\n`);
