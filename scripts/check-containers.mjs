// The static gate over built containers: what cannot run in Lightning Web Security stops here, and a widget that opens with
// more code of its own than it may.
//   node scripts/check-containers.mjs [files…]      without files: every app's dist/*.var.js
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { gzipSync } from "node:zlib";
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

/** KiB gzip of code and styles, without the kit, texts and what comes later; the aim is 15, and a little room. */
const LARGEST = { "referral-bridge": 16 };

for (const file of process.argv.length > 2 ? [] : globSync("apps/*/dist/container.json", { cwd: root })) {
  const { widgets } = JSON.parse(readFileSync(path.resolve(root, file), "utf8"));
  for (const { id, preload } of widgets) {
    const shared = new Set(widgets.filter((other) => other.id !== id).flatMap((other) => other.preload));
    // What another widget opens with too is the kit's, or shared as the kit is.
    const own = preload.filter((part) => !shared.has(part));
    const packed = own.map(
      (part) => gzipSync(readFileSync(path.resolve(root, path.dirname(file), part)), { level: 9 }).length,
    );
    const size = packed.reduce((sum, bytes) => sum + bytes, 0) / 1024;
    const limit = LARGEST[id] ?? Infinity;
    if (size > limit) broken += 1;
    const most = limit === Infinity ? "" : `, at most ${limit}`;
    if (widgets.length > 1)
      console.log(`${file}: ${id} opens with ${size.toFixed(1)} KiB gzip of its own${most}`);
  }
}
process.exit(broken === 0 ? 0 : 1);
