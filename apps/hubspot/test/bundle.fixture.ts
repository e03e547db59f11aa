import { cpSync, existsSync, symlinkSync } from "node:fs";
import path from "node:path";
import { remoteBuild } from "@hubspot/ui-extensions-dev-server/build";

export interface BundleOptions {
  /** The packaged project. */
  readonly project: string;
  readonly folder: "cards" | "settings";
  readonly entry: string;
  /** A folder for what is made on the way. */
  readonly scratch: string;
}

/**
 * Builds one extension as HubSpot does: it installs what the uploaded package names and runs this very build in the
 * extension's own folder. Here it finds the packages installed for the tests, whose versions are the same.
 *
 * @returns path of the bundle
 */
export async function buildBundle({ project, folder, entry, scratch }: BundleOptions): Promise<string> {
  const root = path.join(scratch, "app", folder);
  if (!existsSync(root)) {
    cpSync(path.join(project, "src/app"), path.join(scratch, "app"), { recursive: true });
    symlinkSync(path.resolve(import.meta.dirname, "../node_modules"), path.join(scratch, "node_modules"));
  }
  const outputDir = path.join(scratch, "out", entry);
  const before = process.env["NODE_ENV"];
  // The build puts this into the bundle, and with it the React runtime for development.
  process.env["NODE_ENV"] = "production";
  try {
    await remoteBuild({
      root,
      entryPoint: path.join(root, `${entry}.tsx`),
      outputDir,
      logLevel: "silent",
    });
  } finally {
    if (before === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = before;
  }
  return path.join(outputDir, `${entry}.js`);
}
