// Builds the bench: the components of the shipped package and the bench's own by the LWC compiler, pages and the bench's
// widget by Vite, all minified.
//   node host-bench/build.ts                          what the tests need
//   node host-bench/build.ts --keep-package           the package as it was built last
//   node host-bench/build.ts path/to/my-container     a further container's widgets come along
import {
  copyFileSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import process from "node:process";
import { spawnSync } from "node:child_process";
import lwc from "@lwc/rollup-plugin";
import { baseUiPlugin, dndKitPlugin, messagesPlugin } from "@sweetspot/config";
import { rollup } from "rollup";
import { build } from "vite";

const here = import.meta.dirname;
const target = path.join(here, "dist");
// Built beside and put in place at the end, so that nobody opens half a bench.
const dist = mkdtempSync(path.join(here, "dist-"));
process.on("exit", () => rmSync(dist, { recursive: true, force: true }));
const root = path.resolve(here, "../..");
const out = path.join(dist, "salesforce");
const project = path.join(out, "package");
const shipped = path.join(project, "force-app/main/default");

if (process.argv.includes("--keep-package"))
  cpSync(path.join(target, "salesforce"), out, { recursive: true });
else buildPackage();
mkdirSync(path.join(dist, "resources"), { recursive: true });
copyResources();
writeFileSync(path.join(dist, "labels.json"), JSON.stringify(readLabels()));
writeFileSync(path.join(dist, "frame-sources.json"), JSON.stringify(readFrameSources()));
const components = [await compileComponents(path.join(here, "lwc")), await compileComponents(shipped)];
writeFileSync(path.join(dist, "components.js"), components.join("\n"));
for (const [entry, name] of [
  ["host/lightning-page.ts", "lightning-page"],
  ["host/synthetic-shadow.ts", "synthetic-shadow"],
  ["host/plain-page.ts", "plain-page"],
  ["host/plain-record.ts", "plain-record"],
  ["widget/bench.tsx", "bench"],
  ["probes/table.ts", "probes"],
] as const)
  await buildScript(entry, name);
rmSync(target, { recursive: true, force: true });
renameSync(dist, target);

/** What an admin deploys, with the third party's container, so that the bench proves what is shipped. */
function buildPackage(): void {
  const further = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  const parameters = ["apps/sample-widget", ...further, "--gateway", "https://gateway.example", "--out", out];
  const { status } = spawnSync(process.execPath, ["scripts/package-salesforce.mjs", ...parameters], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("The Salesforce package was not built.");
}

function copyResources(): void {
  for (const file of globSync("staticresources/*.js", { cwd: shipped }))
    copyFileSync(path.join(shipped, file), path.join(dist, "resources", path.basename(file)));
}

/** Every bundle is a module of its own, as in an org: what two components import is there once. */
async function compileComponents(folder: string): Promise<string> {
  const files = globSync("{c,lwc}/*/", { cwd: folder }).map((bundle) =>
    path.join(folder, bundle, `${path.basename(bundle)}.js`),
  );
  const modules = await Promise.all(files.map((file) => compileComponent(folder, file)));
  return modules.join("\n");
}

async function compileComponent(folder: string, file: string): Promise<string> {
  const bundle = await rollup({
    input: file,
    external: [/^(lwc$|lightning\/|@salesforce\/|c\/)/],
    plugins: [
      lwc({
        rootDir: folder,
        modules: [{ dir: folder }],
        apiVersion: 66,
        // As the platform compiles components that say so in their metadata.
        enableDynamicComponents: true,
        dynamicImports: { loader: "@salesforce/loader", strictSpecifier: false },
        // Without it `window.location` is the sandbox's own, which is nowhere.
        enableLightningWebSecurityTransforms: true,
      }),
    ],
  });
  const { output } = await bundle.generate({
    format: "amd",
    amd: { id: path.basename(file, ".js") },
    exports: "named",
    esModule: false,
    interop: "esModule",
  });
  return output[0].code;
}

/** Custom labels and their translations, by language and name. */
function readLabels(): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const english = globSync("labels/*.labels-meta.xml", { cwd: shipped }).flatMap((file) =>
    entriesOf(readFileSync(path.join(shipped, file), "utf8"), "labels", "fullName", "value"),
  );
  const others = globSync("translations/**/*.translation*", { cwd: project }).map((file) => [
    path.basename(file).split(".")[0] ?? "",
    Object.fromEntries(
      entriesOf(readFileSync(path.join(project, file), "utf8"), "customLabels", "name", "label"),
    ),
  ]);
  return { ...Object.fromEntries(others), en: Object.fromEntries(english) };
}

function entriesOf(xml: string, element: string, key: string, value: string): [string, string][] {
  const textOf = (block: string, tag: string): string =>
    (new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(block)?.[1] ?? "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&");
  return [...xml.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, "g"))].map(([, block = ""]) => [
    textOf(block, key),
    textOf(block, value),
  ]);
}

/** Origins whose pages may stand in frames, from the package's Trusted URLs. */
function readFrameSources(): readonly string[] {
  return globSync("cspTrustedSites/*.xml", { cwd: shipped })
    .map((file) => readFileSync(path.join(shipped, file), "utf8"))
    .filter((xml) => xml.includes("<isApplicableToFrameSrc>true<"))
    .flatMap((xml) => /<endpointUrl>(.*?)</.exec(xml)?.[1] ?? []);
}

async function buildScript(entry: string, name: string): Promise<void> {
  await build({
    configFile: false,
    root: here,
    logLevel: "error",
    publicDir: false,
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [messagesPlugin(), baseUiPlugin(), dndKitPlugin()],
    build: {
      outDir: dist,
      emptyOutDir: false,
      target: "es2022",
      minify: true,
      lib: {
        entry: path.join(here, entry),
        formats: ["iife"],
        name: name.replaceAll("-", "_"),
        fileName: () => `${name}.js`,
      },
    },
  });
}
