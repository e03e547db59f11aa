import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { buildBundle } from "./bundle.fixture.ts";
import { GATEWAY } from "./package-project.setup.ts";
import { createProxy } from "./proxy.fixture.ts";
import { ready, SETTINGS } from "./summaries.fixture.ts";
import { runBundle } from "./worker.fixture.ts";

/** Bytes; a card is 21 KB today, three languages included. A worker is started for each card of each record. */
const BUDGET = 26_000;

const EXTENSIONS = [
  { folder: "cards", entry: "company-tab" },
  { folder: "cards", entry: "company-sidebar" },
  { folder: "cards", entry: "deal-tab" },
  { folder: "cards", entry: "deal-sidebar" },
  { folder: "settings", entry: "settings" },
] as const;

const scratch = mkdtempSync(path.join(tmpdir(), "sweetspot-bundles-"));
const fileOf = (entry: string): string => path.join(scratch, "out", entry, `${entry}.js`);
const warnings: string[] = [];

beforeAll(async () => {
  vi.spyOn(console, "warn").mockImplementation((...words) => void warnings.push(words.join(" ")));
  for (const extension of EXTENSIONS)
    await buildBundle({ project: inject("project"), scratch, ...extension });
}, 60_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.each(EXTENSIONS)("HubSpot’s own build of $entry", ({ entry }) => {
  test("is small, holds React 18’s elements alone, and brings no second React", () => {
    const source = readFileSync(fileOf(entry), "utf8");
    expect(statSync(fileOf(entry)).size).toBeLessThan(BUDGET);
    expect(source).toContain('Symbol.for("react.element")');
    expect(source).not.toMatch(/react\.transitional\.element|react-dom|19\.\d+\.\d+/);
    // The hooks come from the worker's React, not from a copy.
    expect(source).not.toMatch(/react\.production\.min\.js|useState is not/);
  });

  test("runs in a worker without a document", async () => {
    const proxy = createProxy({
      permitted: [GATEWAY],
      backend: async (request) => Response.json(request.url.includes("settings") ? SETTINGS : ready()),
    });
    const running = runBundle({
      file: fileOf(entry),
      context: {
        user: { locale: "id" },
        portal: { id: 1 },
        crm: { objectId: 5, objectTypeId: "0-2" },
      },
      actions: {},
      hsFetch: proxy,
    });
    expect(running.nodes("LoadingSpinner")).toHaveLength(1);
    await vi.waitFor(() => expect(running.nodes("LoadingSpinner")).toHaveLength(0), { timeout: 30_000 });
    expect(running.nodes("ErrorState")).toEqual([]);
    expect(running.nodes("LoadingButton").length).toBeGreaterThan(0);
    expect([...running.missed]).toEqual([]);
  });
});

test("HubSpot’s build finds nothing to warn about: no file from outside an extension’s folder", () => {
  expect(warnings).toEqual([]);
});
