// The whole proof, or with --fast the part that needs no browser. Every stage runs even if an earlier one failed;
// the last line counts what passed and failed.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { ensureHeadlessBrowser, ensurePostgres } from "./browser.mjs";
import { playwrightFailures, vitestFailures } from "./failures.mjs";
import { ensureHubspot, hubspotFolder } from "./hubspot.mjs";

const fast = process.argv.includes("--fast");
const root = path.resolve(import.meta.dirname, "..");
const scratch = mkdtempSync(path.join(tmpdir(), "sweetspot-test-"));
const total = { passed: 0, failed: 0, skipped: 0 };
/** Tests that start databases, servers and compilers; the fast part leaves them out. */
const HEAVY = [
  "packages/crm-sql/**",
  "apps/gateway/src/gateway.test.ts",
  "apps/gateway/src/import/*.test.ts",
  "apps/gateway/src/lifecycle/process.test.ts",
  "apps/gateway/src/jobs/jobs.test.ts",
  "apps/gateway/src/operation/tracing.test.ts",
  "apps/salesforce/**",
  "e2e/soak/soak.test.ts",
];
/** Named again at the end: the first lines of a long run are out of sight by then. */
const failedStages = [];
const failures = [];

await gate("format", "pnpm", ["exec", "oxfmt", "--check", "."]);
await gate("lint", "pnpm", ["exec", "oxlint", "--deny-warnings"]);
await gate("types", "pnpm", ["exec", "turbo", "run", "types", "--output-logs=errors-only"]);
await gate("boundaries", "pnpm", ["exec", "turbo", "boundaries"]);
await gate("architecture", "pnpm", [
  "exec",
  "depcruise",
  "--config",
  ".dependency-cruiser.mjs",
  "packages",
  "shared",
  "apps",
  "--output-type",
  "err",
]);

if (!fast) ensurePostgres();
await counted("unit, property and conformance tests", () => vitest());
if (!fast) await hubspot();

if (!fast) {
  await gate("build", "pnpm", ["exec", "turbo", "run", "build", "--output-logs=errors-only"]);
  await gate("containers", "node", ["scripts/check-containers.mjs"]);
  await gate("catalogue", "node", ["scripts/catalogue.mjs", "--add", "apps/widgets/dist"]);
  await counted("journeys in the browser", playwright);
}

rmSync(scratch, { recursive: true, force: true });
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
if (failures.length > 0) console.log(`\n${failures.join("\n\n")}`);
if (failedStages.length > 0) console.log(`\nFailed: ${failedStages.join(" · ")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed === 0 ? 0 : 1);

/** A tool that is right or wrong as a whole counts as one test. */
async function gate(name, file, parameters) {
  const started = Date.now();
  const code = await run(file, parameters);
  total[code === 0 ? "passed" : "failed"] += 1;
  report(name, code === 0, started);
}

async function counted(name, stage) {
  const started = Date.now();
  const counts = await stage();
  for (const key of ["passed", "failed", "skipped"]) total[key] += counts[key];
  report(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
    counts.failed === 0,
    started,
  );
}

/** The cards, against HubSpot's own parser, renderer and build; React 18, so they stand apart. */
async function hubspot() {
  if (!ensureHubspot()) {
    total.failed += 1;
    return report("HubSpot: npm ci in apps/hubspot", false, Date.now());
  }
  await counted("HubSpot cards and settings", () => vitest("--root", hubspotFolder));
  await gate("HubSpot types", "pnpm", ["exec", "tsc", "-p", hubspotFolder]);
}

async function vitest(...place) {
  const file = path.join(scratch, place.length > 0 ? "vitest-hubspot.json" : "vitest.json");
  const leaveOut = fast && place.length === 0 ? HEAVY.flatMap((pattern) => ["--exclude", pattern]) : [];
  const code = await run("pnpm", [
    "exec",
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...place,
    ...leaveOut,
  ]);
  const result = readReport(file);
  if (!result) return { passed: 0, failed: 1, skipped: 0 };
  failures.push(...vitestFailures(result, root));
  const failed = result.numFailedTests + (code !== 0 && result.numFailedTests === 0 ? 1 : 0);
  return {
    passed: result.numPassedTests,
    failed,
    skipped: result.numPendingTests + (result.numTodoTests ?? 0),
  };
}

async function playwright() {
  const file = path.join(scratch, "playwright.json");
  // CI: one second try, named in the output.
  const environment = { CI: "1", CHROME_PATH: ensureHeadlessBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const code = await run(
    "pnpm",
    ["--filter", "@sweetspot/e2e", "exec", "playwright", "test", "--reporter=line,json"],
    environment,
  );
  const result = readReport(file);
  const stats = result?.stats;
  if (!stats) return { passed: 0, failed: 1, skipped: 0 };
  failures.push(...playwrightFailures(result));
  const failed = stats.unexpected + (code !== 0 && stats.unexpected === 0 ? 1 : 0);
  if (stats.flaky > 0) console.log(`${stats.flaky} journeys needed a second try; the lines above name them.`);
  return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped };
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

function run(file, parameters, extra = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, parameters, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...extra },
    });
    child.on("error", () => resolve(127));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function report(name, good, started) {
  if (!good) failedStages.push(name);
  console.log(`${good ? "✓" : "✗"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}
