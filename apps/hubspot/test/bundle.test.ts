import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { buildBundle } from "./bundle.fixture.ts";
import { GATEWAY } from "./package-project.setup.ts";
import { WIDGETS } from "../src/common/widgets.gen.ts";
import { createProxy } from "./proxy.fixture.ts";
import { PROPERTIES, ready, SETTINGS } from "./summaries.fixture.ts";
import { runBundle } from "./worker.fixture.ts";

/** Bytes; a worker runs for each card. What every widget adds are its title and the words of its figures, three times. */
const CARD = 22_000 + 3_500 * WIDGETS.length;
/** Opened by an admin now and then; 49 KB today, two thirds of them texts that say what a decision means. */
const PAGE = 54_000;

const EXTENSIONS = [
  { folder: "cards", entry: "company-tab", budget: CARD },
  { folder: "cards", entry: "company-sidebar", budget: CARD },
  { folder: "cards", entry: "deal-tab", budget: CARD },
  { folder: "cards", entry: "deal-sidebar", budget: CARD },
  { folder: "settings", entry: "settings", budget: PAGE },
] as const;

const answerTo = (url: string): object => {
  if (url.includes("settings/properties")) return PROPERTIES;
  return url.includes("settings") ? SETTINGS : ready();
};

const scratch = mkdtempSync(path.join(tmpdir(), "sweetspot-bundles-"));
const fileOf = (entry: string): string => path.join(scratch, "out", entry, `${entry}.js`);
const warnings: string[] = [];

beforeAll(async () => {
  vi.spyOn(console, "warn").mockImplementation((...words) => void warnings.push(words.join(" ")));
  for (const extension of EXTENSIONS)
    await buildBundle({ project: inject("project"), scratch, ...extension });
}, 60_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.each(EXTENSIONS)("HubSpot’s own build of $entry", ({ entry, budget }) => {
  test("is small, holds React 18’s elements alone, and brings no second React", () => {
    const source = readFileSync(fileOf(entry), "utf8");
    expect(statSync(fileOf(entry)).size).toBeLessThan(budget);
    expect(source).toContain('Symbol.for("react.element")');
    expect(source).not.toMatch(/react\.transitional\.element|react-dom|19\.\d+\.\d+/);
    // The hooks come from the worker's React, not from a copy.
    expect(source).not.toMatch(/react\.production\.min\.js|useState is not/);
  });

  test("runs in a worker without a document", async () => {
    const proxy = createProxy({
      permitted: [GATEWAY],
      backend: async (request) => Response.json(answerTo(request.url)),
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
