// Runs a command with the pinned Node and pnpm, whatever this machine has.
//   node scripts/toolchain.mjs <command> [arguments…]
// Only node: modules and Node 20 syntax here: this file runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

const root = path.resolve(import.meta.dirname, "..");
const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const wantedNode = manifest.devEngines.runtime.version;
const wantedPnpm = manifest.devEngines.packageManager.version;
const command = process.argv.slice(2);
if (command.length === 0) fail("Nothing to run. Usage: node scripts/toolchain.mjs <command> [arguments…]");

// 22.18 is the first Node that runs our TypeScript as it is.
const [major, minor] = process.versions.node.split(".").map(Number);
const nodeIsFine = major > 22 || (major === 22 && minor >= 18);
const pnpmIsFine = output("pnpm", ["--version"]) === wantedPnpm;

if (nodeIsFine && pnpmIsFine) {
  await install();
  process.exit(await run(command[0], command.slice(1)));
}
if (process.env.SWEETSPOT_TOOLCHAIN === "bootstrapped")
  fail(
    `The toolchain could not be prepared: node ${process.version} (22.18 or newer is needed), ` +
      `pnpm ${output("pnpm", ["--version"]) ?? "not found"} (${wantedPnpm} is needed). ` +
      "Check that the npm registry can be reached, then try again.",
  );
const packages = [...(nodeIsFine ? [] : ["-p", nodePackage()]), "-p", `pnpm@${wantedPnpm}`];
const again = ["node", "scripts/toolchain.mjs", ...command].map(quote).join(" ");
process.exit(await run("npx", ["-y", ...packages, "-c", again], { SWEETSPOT_TOOLCHAIN: "bootstrapped" }));

/** The platform's own Node package: it needs no install script, so it works with ignore-scripts too. */
function nodePackage() {
  const known = ["linux-x64", "linux-arm64", "win-x64"];
  const platform = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  return known.includes(platform) ? `node-${platform}@${wantedNode}` : `node@${wantedNode}`;
}

/** Installs when the lockfile has changed since the last install; otherwise costs two file stats. */
async function install() {
  const lockfile = path.join(root, "pnpm-lock.yaml");
  const stamp = path.join(root, "node_modules", ".sweetspot-installed");
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lockfile).mtimeMs) return;
  const code = await run("pnpm", ["install", "--frozen-lockfile", "--reporter=append-only"], {}, [
    "ignore",
    2,
    2,
  ]);
  if (code !== 0)
    fail("The packages could not be installed; the lines above say which. Can the npm registry be reached?");
  writeFileSync(stamp, "");
}

/** Runs in the foreground; a signal sent to this process alone reaches the child too. */
function run(file, parameters, extra = {}, stdio = "inherit") {
  return new Promise((resolve) => {
    const child = spawn(file, parameters, {
      cwd: root,
      stdio,
      // npx would put its own folder in place of the one the user called from.
      env: { SWEETSPOT_CALLED_FROM: process.env.INIT_CWD ?? process.cwd(), ...cleanEnvironment(), ...extra },
      shell: process.platform === "win32",
    });
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    child.on("error", (error) => fail(`${file} could not be started: ${error.message}`));
    child.on("close", (code, signal) => resolve(code ?? (signal ? 130 : 1)));
  });
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
