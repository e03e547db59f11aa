// Runs a command with the pinned Node and pnpm, whatever this machine has.
//   node scripts/toolchain.mjs <command> [arguments…]
// Only node: modules and Node 20 syntax here: this file runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, utimesSync } from "node:fs";
import path from "node:path";
import process from "node:process";

const root = path.resolve(import.meta.dirname, "..");
const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const wantedNode = manifest.devEngines.runtime.version;
const wantedPnpm = manifest.devEngines.packageManager.version;
const command = process.argv.slice(2);
if (command.length === 0) fail("Nothing to run. Usage: node scripts/toolchain.mjs <command> [arguments…]");

const [major, minor] = process.versions.node.split(".").map(Number);
const nodeIsFine = major > 22 || (major === 22 && minor >= 12);
const pnpmIsFine = output("pnpm", ["--version"]) === wantedPnpm;

if (nodeIsFine && pnpmIsFine) {
  install();
  process.exit(run(command[0], command.slice(1)));
}
if (process.env.SWEETSPOT_TOOLCHAIN === "bootstrapped") {
  fail(
    `The toolchain could not be prepared: node ${process.version} (22.12 or newer is needed), pnpm ${output("pnpm", ["--version"]) ?? "not found"} (${wantedPnpm} is needed). ` +
      "Check that the npm registry can be reached, then try again.",
  );
}
const packages = [...(nodeIsFine ? [] : ["-p", nodePackage()]), "-p", `pnpm@${wantedPnpm}`];
const again = ["node", "scripts/toolchain.mjs", ...command].map(quote).join(" ");
process.exit(run("npx", ["-y", ...packages, "-c", again], { SWEETSPOT_TOOLCHAIN: "bootstrapped" }));

/** The platform's own Node package: it needs no install script, so it works with ignore-scripts too. */
function nodePackage() {
  const known = ["linux-x64", "linux-arm64", "win-x64"];
  const platform = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  return known.includes(platform) ? `node-${platform}@${wantedNode}` : `node@${wantedNode}`;
}

/** Installs when the lockfile is newer than the last install; otherwise costs a file stat. */
function install() {
  const lockfile = path.join(root, "pnpm-lock.yaml");
  const stamp = path.join(root, "node_modules", ".sweetspot-installed");
  const fresh =
    existsSync(stamp) && existsSync(lockfile) && statSync(stamp).mtimeMs >= statSync(lockfile).mtimeMs;
  if (fresh) return;
  const code = run("pnpm", ["install", "--frozen-lockfile", "--reporter=append-only"]);
  if (code !== 0)
    fail("The packages could not be installed. The lines above say which; is the npm registry reachable?");
  spawnSync(process.execPath, ["-e", "require('fs').writeFileSync(process.argv[1], '')", stamp]);
  const now = new Date();
  utimesSync(stamp, now, now);
}

function run(file, parameters, extra = {}) {
  const result = spawnSync(file, parameters, {
    cwd: root,
    stdio: "inherit",
    env: { ...cleanEnvironment(), ...extra },
    shell: process.platform === "win32",
  });
  if (result.error) fail(`${file} could not be started: ${result.error.message}`);
  return result.status ?? 1;
}

function output(file, parameters) {
  const result = spawnSync(file, parameters, {
    encoding: "utf8",
    cwd: root,
    shell: process.platform === "win32",
  });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** npm's own settings must not leak into pnpm, which reads the same variables. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)_/.test(name)),
  );
}

function quote(word) {
  return /^[\w./:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
