import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { expect, test } from "@playwright/test";
import { openScene } from "./hosts.ts";
import { type Outcomes, toProbeTable } from "./probes/probe-table.ts";
import { type BenchServer, startBenchServer } from "./server.ts";

const FILE = path.join(import.meta.dirname, "probe-table.json");
const sandbox = createRequire(import.meta.url).resolve("@locker/sandbox");
const { version } = JSON.parse(readFileSync(path.join(path.dirname(sandbox), "../package.json"), "utf8")) as {
  readonly version: string;
};

let server: BenchServer;
test.beforeAll(async () => {
  server = await startBenchServer();
});
test.afterAll(() => server.close());

// Written anew with UPDATE_PROBES=1: the diff is what an upgrade of the sandbox changes for widgets.
test("the sandbox lets scripts do what it did, and refuses what it refused", async ({ browser }) => {
  const outcomes: Record<string, Outcomes> = {};
  for (const host of ["plain", "synthetic", "mixed", "native"] as const) {
    const page = await browser.newPage();
    const scene = await openScene(page, server.origin, host, {}, "probes");
    outcomes[host] = (await scene.probe("all")) as Outcomes;
    await page.close();
  }
  const { plain = {}, ...modes } = outcomes;
  const found = { "@locker/sandbox": version, probes: toProbeTable(plain, modes) };
  expect(plain["import() of an address"], "the control").toBe("works");
  if (process.env["UPDATE_PROBES"]) writeFileSync(FILE, toText(found));
  const written: unknown = existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : {};
  expect(found, "write it anew with UPDATE_PROBES=1 and read the diff").toEqual(written);
});

/** A line for each probe, so that a diff reads as a list. */
const toText = ({ probes, ...rest }: { readonly probes: object }): string => {
  const lines = Object.entries(probes).map(
    ([name, row]) => `${JSON.stringify(name)}: ${JSON.stringify(row)}`,
  );
  return `{${JSON.stringify(rest).slice(1, -1)},\n"probes": {\n${lines.join(",\n")}\n}}\n`;
};
