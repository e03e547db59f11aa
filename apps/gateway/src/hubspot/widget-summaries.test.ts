import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { container } from "@sweetspot/widgets/container";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readSummaries } from "./widget-summaries.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "sweetspot-summaries-"));
});
afterEach(() => rm(root, { recursive: true }));

/** A widget's package; `exported` is the source of its summary. */
async function makeWidget(id: string, exported?: string) {
  const folder = path.join(root, id);
  await mkdir(folder);
  const exports = { ".": "./index.js", ...(exported === undefined ? {} : { "./summary": "./summary.mjs" }) };
  await writeFile(path.join(folder, "widget.json"), JSON.stringify({ id }));
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ exports }));
  if (exported !== undefined) await writeFile(path.join(folder, "summary.mjs"), exported);
  return { manifest: `${id}/widget.json` };
}

it("every widget we ship that declares a summary brings it along with its entry in the container", async () => {
  const summaries = await readSummaries(container);
  expect(summaries.map(({ widget }) => widget)).toContain("white-space");
  expect(summaries.length).toBeLessThanOrEqual(container.widgets.length);
});

it("a widget without a summary has none, and the others have theirs", async () => {
  const widgets = [
    await makeWidget("bare"),
    await makeWidget("pulse", 'export const summary = { widget: "pulse", compute: () => ({}) };'),
  ];
  const summaries = await readSummaries({ root, widgets });
  expect(summaries.map(({ widget }) => widget)).toEqual(["pulse"]);
});

it("a summary that is missing, or another widget's, is named with its file", async () => {
  for (const source of ["export {};", 'export const summary = { widget: "other" };']) {
    const id = `faulty-${source.length}`;
    const widgets = [await makeWidget(id, source)];
    await expect(readSummaries({ root, widgets })).rejects.toThrow(`${id}/summary.mjs must export "summary"`);
  }
});
