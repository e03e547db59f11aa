// Builds the bench: components by the LWC compiler, pages and the widget's script by Vite, all minified.
import { mkdirSync } from "node:fs";
import path from "node:path";
import lwc from "@lwc/rollup-plugin";
import { baseUiPlugin, dndKitPlugin, messagesPlugin } from "@sweetspot/config";
import { rollup } from "rollup";
import { build } from "vite";

const here = import.meta.dirname;
const dist = path.join(here, "dist");
mkdirSync(dist, { recursive: true });

await Promise.all(["benchHost", "benchHostNative"].map(compileComponent));
for (const [entry, name] of [
  ["host/lightning-page.ts", "lightning-page"],
  ["host/synthetic-shadow.ts", "synthetic-shadow"],
  ["host/plain-page.ts", "plain-page"],
  ["widget/bench.tsx", "bench"],
] as const)
  await buildScript(entry, name);

async function compileComponent(name: string): Promise<void> {
  const modules = path.join(here, "lwc");
  const bundle = await rollup({
    input: path.join(modules, "c", name, `${name}.js`),
    external: ["lwc", /^lightning\//],
    plugins: [lwc({ rootDir: modules, modules: [{ dir: modules }] })],
  });
  await bundle.write({
    file: path.join(dist, `${name}.js`),
    format: "amd",
    amd: { id: `c/${name}` },
    esModule: false,
  });
}

async function buildScript(entry: string, name: string): Promise<void> {
  await build({
    configFile: false,
    root: here,
    logLevel: "warn",
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
