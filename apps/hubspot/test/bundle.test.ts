import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { remoteBuild } from "@hubspot/ui-extensions-dev-server/build";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
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

// HubSpot installs what the uploaded package names and runs this very build; here it finds our installed packages.
beforeAll(async () => {
  const app = path.join(scratch, "app");
  cpSync(path.join(inject("project"), "src/app"), app, { recursive: true });
  symlinkSync(path.resolve(import.meta.dirname, "../node_modules"), path.join(scratch, "node_modules"));
  // The build puts this into the bundle, and with it the React runtime for development.
  vi.stubEnv("NODE_ENV", "production");
  vi.spyOn(console, "warn").mockImplementation((...words) => void warnings.push(words.join(" ")));
  for (const { folder, entry } of EXTENSIONS)
    await remoteBuild({
      root: path.join(app, folder),
      entryPoint: path.join(app, folder, `${entry}.tsx`),
      outputDir: path.join(scratch, "out", entry),
      logLevel: "silent",
    });
}, 60_000);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true, force: true });
});

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
    await vi.waitFor(() => expect(running.nodes("LoadingSpinner")).toHaveLength(0));
    expect(running.nodes("ErrorState")).toEqual([]);
    expect(running.nodes("LoadingButton").length).toBeGreaterThan(0);
    expect([...running.missed]).toEqual([]);
  });
});

test("HubSpot’s build finds nothing to warn about: no file from outside an extension’s folder", () => {
  expect(warnings).toEqual([]);
});
