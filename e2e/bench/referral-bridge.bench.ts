// `bridge.paint`: a cold card of the referral bridge in Chromium. From the moment the ways arrive at the widget until their
// picture is on the screen, in a new context each time; and the script that card needs beyond what all widgets share.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { gzipSync } from "node:zlib";
import { baseUiPlugin, dndKitPlugin, messagesPlugin, PAGE_DEFINES, pptxgenPlugin } from "@sweetspot/config";
import { type Browser, chromium } from "playwright-core";
import { build } from "vite";
import { type BenchServer, serveFolder } from "./federation/bench-server.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 9);
const SHARED =
  /\/node_modules\/|\/shared\/|\/packages\/(?:widget-kit|plan-session|crm-memory|relation-book)\//u;
const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>card</title><link rel="icon" href="data:,">
<script type="module" src="/card.js"></script></head><body></body></html>
`;

/** Of what was built; files that are no script have neither code nor imports. */
interface Part {
  readonly fileName: string;
  readonly code?: string;
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
  readonly facadeModuleId?: string | null;
}

interface Visit {
  readonly toPaint: number;
  readonly fromNavigation: number;
  readonly edges: number;
}

const folder = mkdtempSync(path.join(tmpdir(), "sweetspot-bench-"));
let server: BenchServer | undefined;
let browser: Browser | undefined;
try {
  const built = await build({
    configFile: false,
    logLevel: "error",
    root: path.join(import.meta.dirname, "referral-bridge"),
    base: "./",
    plugins: [messagesPlugin(), baseUiPlugin(), dndKitPlugin(), pptxgenPlugin()],
    define: { "process.env.NODE_ENV": '"production"', ...PAGE_DEFINES },
    build: {
      target: "es2022",
      modulePreload: false,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: path.join(import.meta.dirname, "referral-bridge/card.ts"),
        output: {
          entryFileNames: "card.js",
          chunkFileNames: "[name]-[hash].js",
          codeSplitting: { groups: [{ name: "shared", test: SHARED }] },
        },
      },
    },
  });
  const script = opening(
    Array.isArray(built) ? built[0]?.output : "output" in built ? built.output : undefined,
  );
  writeFileSync(path.join(folder, "card.html"), PAGE);
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
  const visits: Visit[] = [];
  // The first warms the browser and the server's compressed copies.
  for (let round = -1; round < ROUNDS; round += 1) {
    const seen = await visit(browser, server);
    if (round >= 0) visits.push(seen);
  }
  report(visits, script);
} finally {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Kilobytes, gzipped, of what a card opens with: itself, its picture and one language; the rest comes when idle or asked for. */
function opening(output: readonly Part[] = []): number {
  const parts = new Map(output.map((part) => [part.fileName, part]));
  const needed = new Set<string>();
  const need = (file: string): void => {
    if (needed.has(file) || file.startsWith("shared-")) return;
    needed.add(file);
    parts.get(file)?.imports?.forEach(need);
  };
  for (const { fileName, isEntry, facadeModuleId } of output)
    if (
      isEntry ||
      /(?:view\/picture\.view\.tsx|widget-referral-bridge\/locales\/en\.json)$/u.test(facadeModuleId ?? "")
    )
      need(fileName);
  return [...needed].reduce(
    (sum, file) => sum + gzipSync(parts.get(file)?.code ?? "", { level: 9 }).length / 1024,
    0,
  );
}

async function visit(browser: Browser, server: BenchServer): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  try {
    const tab = await context.newPage();
    const problems: string[] = [];
    tab.on("pageerror", (error) => problems.push(String(error)));
    await tab.goto(`${server.url}/card.html`, { waitUntil: "commit" });
    const card = await tab
      .waitForFunction(() => window.card?.painted !== undefined && window.card)
      .catch((error: unknown) => {
        throw new Error(`The card did not paint: ${problems.join("; ")}`, { cause: error });
      });
    const {
      arrived = Number.NaN,
      painted = Number.NaN,
      edges = 0,
    } = (await card.jsonValue()) as Window["card"];
    return {
      toPaint: painted - arrived,
      fromNavigation: painted,
      edges,
    };
  } finally {
    await context.close();
  }
}

function report(visits: readonly Visit[], script: number): void {
  const middle = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  const figure = (name: string, values: readonly number[], unit: string, aim?: string) => ({
    name,
    value: Number(middle(values).toPrecision(4)),
    unit,
    ...(aim === undefined ? {} : { aim }),
  });
  const times = visits.map(({ toPaint }) => toPaint);
  console.log(
    JSON.stringify({
      bench: "bridge.paint",
      figures: [
        figure("ways arrived to painted, cold card", times, "ms", "<= 100"),
        figure("ways arrived to painted, the quickest", [Math.min(...times)], "ms"),
        figure(
          "navigation to painted, local",
          visits.map(({ fromNavigation }) => fromNavigation),
          "ms",
        ),
        figure(
          "edges of the picture",
          visits.map(({ edges }) => edges),
          "edges",
        ),
        figure("script beyond what widgets share", [script], "KB gz", "<= 15"),
      ],
    }),
  );
}
