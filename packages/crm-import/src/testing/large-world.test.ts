import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { createFileSource } from "../file-source.ts";
import { DEFAULT_IMPORT_OPTIONS } from "../import-options.model.ts";
import { runImport } from "../run-import.ts";
import { surveyFile } from "../survey-file.ts";
import { type LargeWorldShape, writeLargeWorld } from "./large-world.ts";
import { createMemorySink } from "./memory-sink.ts";

const SMALL = { accounts: 100, contacts: 300, opportunities: 200, lineItems: 600, children: 20 };

async function write(shape: LargeWorldShape) {
  const folder = await mkdtemp(path.join(tmpdir(), "sweetspot-large-"));
  const files = await writeLargeWorld(folder, shape, SMALL);
  const sources = await Promise.all(files.map((file) => createFileSource(file)));
  const surveyed = await Promise.all(
    sources.map(async (source) => ({ source, file: await surveyFile(source) })),
  );
  const sink = createMemorySink();
  const report = await runImport({ files: surveyed, sink, options: DEFAULT_IMPORT_OPTIONS, aliases: [] });
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  await rm(folder, { recursive: true, force: true });
  return { report, texts };
}

test.each(["salesforce-data-loader", "hubspot-en"] as const)(
  "a large company in the shape of %s is imported as it stands, every row, and is the same each time",
  async (shape) => {
    const { report, texts } = await write(shape);
    expect(report.counts.accounts?.created).toBe(SMALL.accounts);
    expect(report.counts.contacts?.created).toBe(SMALL.contacts);
    expect(report.counts.opportunities?.created).toBe(SMALL.opportunities);
    expect(report.counts.lineItems?.created).toBe(SMALL.lineItems);
    expect((await write(shape)).texts).toEqual(texts);
  },
);
