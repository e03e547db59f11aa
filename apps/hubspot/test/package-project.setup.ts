import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import type { TestProject } from "vitest/node";

export const GATEWAY = "https://gateway.sweetspot.example";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the project as it would be uploaded. */
    readonly project: string;
  }
}

/** Packages the project once, by the same command an admin uses. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), "sweetspot-hubspot-"));
  const script = path.resolve(import.meta.dirname, "../../../scripts/package-hubspot.mjs");
  const run = spawnSync(process.execPath, [script, "--gateway", GATEWAY, "--out", folder], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`Packaging failed:\n${run.stdout}${run.stderr}`);
  project.provide("project", path.join(folder, "project"));
  return () => rmSync(folder, { recursive: true, force: true });
}
