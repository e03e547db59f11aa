// First widget painted and bytes: the federated page beside the same widgets imported statically and as single-spa
// parcels with an import map. Cold cache each time, variants interleaved, medians; local and over a slow line.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { type Browser, chromium } from "playwright-core";
import { buildPages } from "./federation/build-pages.ts";
import { type BenchServer, serveFolder } from "./federation/bench-server.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 9);
const LINES = [
  { name: "local", throttle: undefined },
  {
    name: "40 ms, 10 Mbit/s",
    throttle: { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 },
  },
] as const;
const PAGES = {
  static: { 1: "static-one.html", 2: "static-all.html" },
  federated: { 1: "federated-1.html?widgets=1", 2: "federated-2.html?widgets=2" },
  "single-spa": { 1: "single-spa-1.html?widgets=1", 2: "single-spa-2.html?widgets=2" },
} as const;
type Variant = keyof typeof PAGES;
const VARIANTS = Object.keys(PAGES) as Variant[];
const COUNTS = [1, 2] as const;

interface Visit {
  readonly first: number;
  readonly last: number;
  readonly script: number;
  readonly all: number;
  readonly requests: number;
}

const folder = mkdtempSync(path.join(tmpdir(), "sweetspot-bench-"));
let server: BenchServer | undefined;
let browser: Browser | undefined;
try {
  await buildPages(folder);
  server = await serveFolder(folder);
  browser = await chromium.launch({
    executablePath: process.env["CHROME_PATH"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });
  report(await measure(browser, server));
} finally {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(browser: Browser, server: BenchServer): Promise<Map<string, Visit[]>> {
  const visits = new Map<string, Visit[]>();
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const line of LINES) {
      for (const count of COUNTS) {
        for (const variant of rotate(VARIANTS, round + 1)) {
          const seen = await visitPatiently(browser, server, PAGES[variant][count], count, line.throttle);
          // The first round warms the browser and the server's compressed copies.
          if (round < 0) continue;
          const key = `${line.name}/${variant}/${count}`;
          visits.set(key, [...(visits.get(key) ?? []), seen]);
        }
      }
    }
  }
  return visits;
}

/** A tab that stalls on a busy machine is opened once more, and said so; a page that cannot paint fails the bench. */
async function visitPatiently(...parameters: Parameters<typeof visit>): Promise<Visit> {
  try {
    return await visit(...parameters);
  } catch (error) {
    console.log(`repeated: ${String(error)}`);
    return visit(...parameters);
  }
}

async function visit(
  browser: Browser,
  server: BenchServer,
  page: string,
  count: number,
  throttle: (typeof LINES)[number]["throttle"],
): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    const problems: string[] = [];
    tab.on("pageerror", (error) => problems.push(String(error)));
    if (throttle) {
      const session = await context.newCDPSession(tab);
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", throttle);
    }
    server.reset();
    await tab.goto(`${server.url}/${page}`, { waitUntil: "commit" });
    const painted = await tab
      .waitForFunction(
        (wanted) => Object.keys(window.painted ?? {}).length === wanted && window.painted,
        count,
      )
      .catch((error: unknown) => {
        throw new Error(`${page} did not paint: ${problems.join("; ")}`, { cause: error });
      });
    const times = Object.values((await painted.jsonValue()) as Record<string, number>);
    return { first: Math.min(...times), last: Math.max(...times), ...server.sent };
  } finally {
    await context.close();
  }
}

function report(visits: ReadonlyMap<string, readonly Visit[]>): void {
  const of = (line: string, variant: Variant, count: 1 | 2, field: keyof Visit): number =>
    median((visits.get(`${line}/${variant}/${count}`) ?? []).map((seen) => seen[field]));
  const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;

  console.log("line               page          widgets  requests  JS KB gz  all KB gz  first ms  all ms");
  for (const { name } of LINES) {
    for (const count of COUNTS) {
      for (const variant of VARIANTS) {
        const numbers = (["requests", "script", "all", "first", "last"] as const).map((field) =>
          of(name, variant, count, field),
        );
        const [requests = 0, script = 0, all = 0, first = 0, last = 0] = numbers;
        console.log(
          `${name.padEnd(18)} ${variant.padEnd(13)} ${String(count).padStart(7)} ${String(requests).padStart(9)} ` +
            `${String(kilobytes(script)).padStart(9)} ${String(kilobytes(all)).padStart(10)} ${first.toFixed(0).padStart(9)} ${last.toFixed(0).padStart(7)}`,
        );
      }
    }
  }

  const above = (count: 1 | 2): number =>
    of("local", "federated", count, "script") - of("local", "static", count, "script");
  const figures = LINES.flatMap(({ name }) => [
    ratio(
      `first widget, federated / static, ${name}`,
      of(name, "federated", 1, "first") / of(name, "static", 1, "first"),
      "<= 1.6, better 1.25",
    ),
    ratio(
      `first widget, federated / single-spa, ${name}`,
      of(name, "federated", 1, "first") / of(name, "single-spa", 1, "first"),
    ),
    ratio(
      `both widgets, federated / static, ${name}`,
      of(name, "federated", 2, "last") / of(name, "static", 2, "last"),
    ),
  ]);
  const bytes = [
    {
      name: "JS above the static page, first widget",
      value: kilobytes(above(1)),
      unit: "KB gz",
      aim: "<= 60",
    },
    {
      name: "JS above the static page, each further widget",
      value: kilobytes(above(2) - above(1)),
      unit: "KB gz",
      aim: "<= 15",
    },
  ];
  console.log(JSON.stringify({ bench: "federation", figures: [...figures, ...bytes] }));
}

function ratio(name: string, value: number, aim?: string) {
  return { name, value: Math.round(value * 100) / 100, unit: "ratio", ...(aim === undefined ? {} : { aim }) };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function rotate<T>(items: readonly T[], by: number): readonly T[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
