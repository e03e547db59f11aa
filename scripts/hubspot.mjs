// HubSpot's React is 18 and must not meet ours: apps/hubspot has its own lock file, installed by npm when that changes.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export const hubspotFolder = path.resolve(import.meta.dirname, "../apps/hubspot");

/** Installs what the cards are tested with, unless exactly that is there. @returns whether it is there now */
export function ensureHubspot() {
  const stamp = path.join(hubspotFolder, "node_modules/.sweetspot-lock");
  const lock = createHash("sha256")
    .update(readFileSync(path.join(hubspotFolder, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return true;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const options = [
    "ci",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--prefer-offline",
    "--loglevel=error",
  ];
  const { status } = spawnSync(npm, options, {
    cwd: hubspotFolder,
    stdio: "inherit",
    shell: npm.endsWith(".cmd"),
  });
  if (status !== 0) return false;
  writeFileSync(stamp, lock);
  return true;
}
