// Builds what is out of date, lists the widgets in the catalogue, then runs the gateway until it is stopped.
//   npm start                the first start loads an invented demo company
//   npm start -- --empty     the first start loads nothing
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";

const root = path.resolve(import.meta.dirname, "..");
const parameters = process.argv.slice(2);

console.error("Building what has changed (the first time takes a minute) …");
step("pnpm", ["exec", "turbo", "run", "build", "--filter=./apps/*", "--output-logs=errors-only"], {
  remedy: "The build failed; the lines above say where.",
  // Turbo's own summary says nothing to somebody who wants to start the program.
  quiet: true,
});
const containers = path.join(root, "apps/widgets/dist");
if (existsSync(containers))
  step(process.execPath, ["scripts/catalogue.mjs", "--add", containers], {
    remedy: "The catalogue of widgets could not be written.",
    quiet: true,
  });

const gateway = spawn(process.execPath, ["apps/gateway/src/main.ts", ...parameters], {
  cwd: root,
  stdio: "inherit",
});
// A terminal sends Ctrl-C to both processes; a service manager signals only this one.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => gateway.kill(signal));
gateway.on("exit", (code, signal) => {
  process.exit(signal ? 1 : (code ?? 1));
});

function step(file, words, { remedy, quiet }) {
  const result = spawnSync(file, words, {
    cwd: root,
    stdio: ["ignore", quiet ? "pipe" : "inherit", "inherit"],
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (result.status === 0) return;
  process.stdout.write(result.stdout ?? "");
  console.error(result.error ? `${file}: ${result.error.message}` : remedy);
  process.exit(1);
}
