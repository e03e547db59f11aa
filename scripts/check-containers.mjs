// The static gate over built var containers: what cannot run in Lightning Web Security stops here.
//   node scripts/check-containers.mjs [files…]      without files: every app's dist/*.var.js
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { findContainerFaults } from "../shared/config/src/var-container-gate.ts";

const root = path.resolve(import.meta.dirname, "..");
const files =
  process.argv.length > 2 ? process.argv.slice(2) : globSync("apps/*/dist/*.var.js", { cwd: root });
if (files.length === 0) {
  console.error("No var container found under apps/*/dist: build first (pnpm exec turbo run build)");
  process.exit(1);
}

let broken = 0;
for (const file of files) {
  const code = readFileSync(path.resolve(root, file), "utf8");
  const faults = findContainerFaults(code);
  broken += faults.length;
  for (const { rule, line, excerpt } of faults) console.error(`${file}:${line}: ${rule}\n    ${excerpt}`);
  console.log(`${file}: ${faults.length} faults, ${(Buffer.byteLength(code) / 1000).toFixed(0)} kB`);
}
process.exit(broken === 0 ? 0 : 1);
