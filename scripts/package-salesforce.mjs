// Writes apps/salesforce/dist/package, the project that `sf project deploy start` takes as it is.
//   npm run package:salesforce                         with our own widgets
//   npm run package:salesforce -- apps/sample-widget   another container's package comes along
//   npm run package:salesforce -- --gateway https://sweetspot.example.com
//                                                      with components that show widgets from that gateway
//   npm run package:salesforce -- --out some/folder    into some/folder/package
import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { describeContainer } from "../shared/config/src/index.ts";

const root = path.resolve(import.meta.dirname, "..");
const { values, positionals } = parseArgs({
  options: { gateway: { type: "string" }, out: { type: "string", default: "apps/salesforce/dist" } },
  allowPositionals: true,
});
const out = path.resolve(root, values.out);
const containers = path.join(out, "containers");
const packages = ["apps/widgets", ...positionals];
for (const folder of packages)
  if (!existsSync(path.resolve(root, folder, "container.config.ts"))) {
    console.error(
      `${folder} holds no container of widgets: it has no container.config.ts. Name its folder as seen from ${root}.`,
    );
    process.exit(2);
  }

// Built anew with a source map beside: Salesforce's security review reads the source of what is minified.
rmSync(containers, { recursive: true, force: true });
build("apps/salesforce", "vite.page.config.ts");
for (const folder of packages) {
  build(folder, "vite.var.config.ts");
  const { container } = await import(pathToFileURL(path.resolve(root, folder, "container.config.ts")).href);
  const description = JSON.stringify(
    describeContainer(container, () => []),
    null,
    2,
  );
  writeFileSync(path.join(containers, `${container.name}.container.json`), description);
}
const gateway = values.gateway === undefined ? [] : [values.gateway];
run(process.execPath, ["src/main.ts", out, ...gateway], path.join(root, "apps/salesforce"));

function build(folder, config) {
  const options = [
    "--sourcemap",
    "hidden",
    "--outDir",
    containers,
    "--emptyOutDir=false",
    "--logLevel",
    "warn",
  ];
  run("pnpm", ["exec", "vite", "build", "-c", config, ...options], path.resolve(root, folder));
}

function run(file, parameters, cwd) {
  const { status } = spawnSync(file, parameters, { cwd, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
