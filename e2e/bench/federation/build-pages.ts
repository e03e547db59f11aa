import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildCatalogue, insertHead, renderHead } from "@sweetspot/catalogue";
import {
  baseUiPlugin,
  federationPreset,
  messagesPlugin,
  PAGE_DEFINES,
  SHARED_REACT,
} from "@sweetspot/config";
import * as React from "react";
import * as jsxRuntime from "react/jsx-runtime";
import * as ReactDom from "react-dom";
import * as ReactDomClient from "react-dom/client";
import { build, esmExternalRequirePlugin, type InlineConfig, type Plugin } from "vite";

const here = import.meta.dirname;

/** Builds every variant of the page into one folder; each is a `<name>.html`. */
export async function buildPages(out: string): Promise<void> {
  await build(pageConfig(out, "static-one"));
  await build(pageConfig(out, "static-all"));
  await buildFederated(out);
  await buildSingleSpa(out);
}

function pageConfig(out: string, name: string, more: InlineConfig = {}): InlineConfig {
  return {
    configFile: false,
    logLevel: "error",
    root: here,
    base: "./",
    plugins: [messagesPlugin(), baseUiPlugin()],
    define: { "process.env.NODE_ENV": '"production"', ...PAGE_DEFINES },
    ...more,
    build: {
      target: "es2022",
      modulePreload: false,
      outDir: path.join(out, name),
      emptyOutDir: true,
      rolldownOptions: {
        input: path.join(here, `${name}.ts`),
        output: { entryFileNames: "page.js", chunkFileNames: "[name]-[hash].js" },
        ...more.build?.rolldownOptions,
      },
    },
  };
}

const html = (name: string, head = ""): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">
${head}
<script type="module" src="/${name}/page.js"></script></head><body></body></html>
`;

/** Our container as we ship it, with the second widget exposed beside the first. */
async function buildFederated(out: string): Promise<void> {
  await build(pageConfig(out, "federated"));
  const container = path.join(out, "container");
  const preset = federationPreset({
    root: here,
    name: "bench_widgets",
    version: "1.0.0",
    var: false,
    widgets: [
      { module: "./expose-white-space.ts", manifest: "../../../packages/widget-white-space/widget.json" },
      { module: "./expose-account-pulse.ts", manifest: "../../../apps/sample-widget/widget.json" },
    ],
  });
  const options = preset.build ?? {};
  await build({ ...preset, configFile: false, logLevel: "error", build: { ...options, outDir: container } });
  const catalogue = buildCatalogue({ containers: [container], out });
  for (const { count, preload } of [
    { count: 1, preload: ["white-space"] },
    { count: 2, preload: ["white-space", "account-pulse"] },
  ]) {
    const page = html("federated", "<!-- sweetspot:head -->");
    writeFileSync(
      path.join(out, `federated-${count}.html`),
      insertHead(page, renderHead(catalogue, { preload })),
    );
  }
  for (const name of ["static-one", "static-all"]) writeFileSync(path.join(out, `${name}.html`), html(name));
}

/** Parcels that find React through an import map, as single-spa recommends; preloaded as the federated page is. */
async function buildSingleSpa(out: string): Promise<void> {
  const name = "single-spa";
  await build(pageConfig(out, name));
  const vendor = path.join(out, name, "vendor");
  await build({
    ...pageConfig(out, name),
    plugins: [vendorPlugin()],
    build: {
      target: "es2022",
      outDir: vendor,
      rolldownOptions: {
        input: Object.fromEntries(SHARED_REACT.map((library) => [fileOf(library), `vendor:${library}`])),
        preserveEntrySignatures: "strict",
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
  const parcels = path.join(out, name, "parcels");
  await build({
    ...pageConfig(out, name),
    // Also what a CommonJS dependency requires comes through the import map.
    plugins: [messagesPlugin(), baseUiPlugin(), esmExternalRequirePlugin({ external: [...SHARED_REACT] })],
    build: {
      target: "es2022",
      modulePreload: false,
      outDir: parcels,
      rolldownOptions: {
        input: ["white-space", "account-pulse"].map((id) => path.join(here, `parcel-${id}.ts`)),
        preserveEntrySignatures: "strict",
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
  const imports = Object.fromEntries([
    ...SHARED_REACT.map((library) => [library, `/${name}/vendor/${fileOf(library)}.js`]),
    ...["white-space", "account-pulse"].map((id) => [`@bench/${id}`, `/${name}/parcels/parcel-${id}.js`]),
  ]);
  const shared = readdirSync(vendor).map((file) => `/${name}/vendor/${file}`);
  for (const [count, ids] of [
    [1, ["white-space"]],
    [2, ["white-space", "account-pulse"]],
  ] as const) {
    const own = ids.flatMap((id) => [
      `/${name}/parcels/parcel-${id}.js`,
      ...importsOf(parcels, `parcel-${id}.js`, name),
    ]);
    const links = [...new Set([...shared, ...own])].map(
      (url) => `<link rel="modulepreload" href="${url}" crossorigin>`,
    );
    const head = `<script type="importmap">${JSON.stringify({ imports })}</script>\n${links.join("\n")}`;
    writeFileSync(path.join(out, `single-spa-${count}.html`), html(name, head));
  }
}

const importsOf = (folder: string, file: string, name: string): string[] =>
  [...readFileSync(path.join(folder, file), "utf8").matchAll(/from\s*["']\.\/([^"']+)["']/g)].map(
    ([, chunk]) => `/${name}/parcels/${chunk}`,
  );

const fileOf = (library: string): string => library.replaceAll("/", "-");

/** React is CommonJS: an import map needs modules that name their exports. */
function vendorPlugin(): Plugin {
  const libraries: Readonly<Record<string, object>> = {
    react: React,
    "react/jsx-runtime": jsxRuntime,
    "react-dom": ReactDom,
    "react-dom/client": ReactDomClient,
  };
  return {
    name: "bench-vendor",
    resolveId: (id) => (id.startsWith("vendor:") ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith("\0vendor:")) return undefined;
      const library = id.slice("\0vendor:".length);
      const names = Object.keys(libraries[library] ?? {}).filter(
        (key) => /^[\w$]+$/.test(key) && key !== "default",
      );
      return `export { ${names.join(", ")}, default } from ${JSON.stringify(library)};`;
    },
  };
}
