// Runs every benchmark, one after the other on a quiet machine, and prints one table. Each bench is a script that ends
// its output with one line of JSON: { "bench": name, "figures": [{ "name", "value", "unit", "aim"? }] }.
//   npm run bench            all       npm run bench -- grid     those whose file name contains "grid"
import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { ensureBrowser } from "./browser.mjs";

const root = path.resolve(import.meta.dirname, "..");
const wanted = process.argv[2] ?? "";
const files = globSync(["packages/*/src/**/*.bench.ts", "e2e/bench/*.bench.ts"], { cwd: root })
  .filter((file) => file.includes(wanted))
  .toSorted();

spawnSync("pnpm", ["exec", "turbo", "run", "build", "--output-logs=errors-only"], {
  cwd: root,
  stdio: "inherit",
});
const environment = { ...process.env, CHROME_PATH: ensureBrowser() };
const results = files.map((file) => {
  console.log(`\n${file}`);
  const run = spawnSync(process.execPath, ["--expose-gc", file], {
    cwd: root,
    encoding: "utf8",
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const last = run.stdout.trim().split("\n").at(-1) ?? "";
  if (run.status !== 0 || !last.startsWith("{")) return { bench: file, failed: true, figures: [] };
  const result = JSON.parse(last);
  for (const figure of result.figures) console.log(`  ${line(figure)}`);
  return result;
});

const folder = path.join(root, "bench-results");
mkdirSync(folder, { recursive: true });
const report = path.join(folder, `${new Date().toISOString().replaceAll(":", "-").slice(0, 19)}.json`);
writeFileSync(report, `${JSON.stringify(results, null, 2)}\n`);
const failed = results.filter((result) => result.failed);
console.log(
  `\n${results.length} benchmarks, ${failed.length} did not run${failed.map((result) => ` (${result.bench})`).join("")}. Written to ${path.relative(root, report)}`,
);
process.exit(failed.length === 0 ? 0 : 1);

function line({ name, value, unit, aim }) {
  const shown = typeof value === "number" ? Number(value.toPrecision(4)) : value;
  return `${name.padEnd(56)} ${String(shown).padStart(12)} ${unit ?? ""}${aim === undefined ? "" : `   (aim ${aim})`}`;
}
