import { federation } from "@module-federation/vite";
import { CONTAINER_DESCRIPTION } from "@sweetspot/catalogue";
import react from "@vitejs/plugin-react";
import type { Plugin, Rolldown, UserConfig } from "vite";
import { baseUiPlugin } from "./base-ui-plugin.ts";
import { type ContainerOptions, describeContainer, exposesOf, REMOTE_ENTRY } from "./container.ts";
import { dndKitPlugin } from "./dnd-kit-plugin.ts";
import { messagesPlugin } from "./messages-plugin.ts";
import { pptxgenPlugin } from "./pptxgen-plugin.ts";
import { REACT_RANGE, SHARED_REACT } from "./shared-react.ts";
import { wholeSharesPlugin } from "./whole-shares-plugin.ts";

/**
 * Vite configuration of a container as ES modules: `dist/remoteEntry.js`, its chunks and `dist/container.json`.
 * React comes from the page; a page with another React refuses the container instead of running it on a wrong one.
 */
export function federationPreset(options: ContainerOptions): UserConfig {
  const exposes = exposesOf(options);
  // No copy to fall back on: every page brings React, and one that does not fit refuses the container before it loads.
  const share = {
    singleton: true,
    requiredVersion: REACT_RANGE,
    strictVersion: true,
    import: false as const,
  };
  return {
    root: options.root,
    // The container may lie under any path: chunks find each other relative to remoteEntry.js.
    base: "./",
    plugins: [
      messagesPlugin(),
      baseUiPlugin(),
      dndKitPlugin(),
      pptxgenPlugin(),
      react(),
      wholeSharesPlugin(options.root, Object.values(exposes), SHARED_REACT),
      federation({
        name: options.name,
        filename: REMOTE_ENTRY,
        manifest: false,
        dts: false,
        exposes,
        shared: Object.fromEntries(SHARED_REACT.map((name) => [name, share])),
        // The page brings the federation runtime; a copy in every container would cost about 20 KB each.
        experiments: { externalRuntime: true },
        dev: { remoteHmr: true },
      }),
      containerDescriptionPlugin(options),
    ],
    build: {
      target: "es2022",
      modulePreload: false,
      emptyOutDir: true,
      // There is no page to start from; the plugin adds remoteEntry.js beside these.
      rolldownOptions: {
        input: Object.values(exposes),
        output: {
          // The plugin's helpers are always loaded together: one small file instead of three.
          codeSplitting: { groups: [{ name: "federation", test: /@module-federation[\\/]/ }] },
          // The plugin's own modules have names of a hundred letters; every page would carry them in its import map.
          chunkFileNames: (chunk) =>
            chunk.name.startsWith("_virtual_mf") ? "assets/[hash].js" : "assets/[name]-[hash].js",
        },
      },
    },
  };
}

function containerDescriptionPlugin(options: ContainerOptions): Plugin {
  return {
    name: "sweetspot-container-description",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const description = describeContainer(options, (module) => filesToLoad(bundle, module));
        const source = `${JSON.stringify(description, null, 2)}\n`;
        this.emitFile({ type: "asset", fileName: CONTAINER_DESCRIPTION, source });
      },
    },
  };
}

/** remoteEntry.js, the share map it always asks for, the widget's chunk, and what these import statically. */
function filesToLoad(
  bundle: Readonly<Record<string, Rolldown.OutputAsset | Rolldown.OutputChunk>>,
  module: string,
): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const entry = byName.get(REMOTE_ENTRY);
  const widget = chunks.find((chunk) => chunk.facadeModuleId === module);
  if (!entry || !widget) throw new Error(`No chunk of ${module} came out of the build`);
  const shareMap = entry.dynamicImports.filter((file) => byName.get(file)?.isEntry !== true);
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const next of byName.get(file)?.imports ?? []) visit(next);
  };
  for (const file of [REMOTE_ENTRY, widget.fileName, ...shareMap]) visit(file);
  return [...found];
}
