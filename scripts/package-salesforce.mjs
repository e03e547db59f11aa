// Writes apps/salesforce/dist/package, the project that `sf project deploy start` takes as it is.
//   npm run package:salesforce                         with our own widgets
//   npm run package:salesforce -- apps/sample-widget   another container's package comes along
import { spawnSync } from "node:child_process";
import path from "node:path";
import process from "node:process";

const root = path.resolve(import.meta.dirname, "..");
const containers = path.join(root, "apps/salesforce/dist/containers");
const packages = ["apps/widgets", ...process.argv.slice(2)];

// Built anew with a source map beside: Salesforce's security review reads the source of what is minified.
for (const [index, folder] of packages.entries()) {
  const options = [
    "--sourcemap",
    "hidden",
    "--outDir",
    containers,
    index === 0 ? "--emptyOutDir" : "--emptyOutDir=false",
  ];
  run(
    "pnpm",
    ["exec", "vite", "build", "-c", "vite.var.config.ts", "--logLevel", "warn", ...options],
    path.resolve(root, folder),
  );
}
run(process.execPath, ["src/main.ts", containers], path.join(root, "apps/salesforce"));

function run(file, parameters, cwd) {
  const { status } = spawnSync(file, parameters, { cwd, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
