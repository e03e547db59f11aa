import path from "node:path";
import react from "@vitejs/plugin-react";
import type { Plugin, UserConfig } from "vite";
import { baseUiPlugin } from "./base-ui-plugin.ts";
import { type ContainerOptions, exposesOf, varFile } from "./container.ts";
import { dndKitPlugin } from "./dnd-kit-plugin.ts";
import { messagesPlugin } from "./messages-plugin.ts";
import { pptxgenPlugin } from "./pptxgen-plugin.ts";
import { REACT_RANGE, SHARED_REACT } from "./shared-react.ts";

const ENTRY = "sweetspot:var-container";

/**
 * Vite configuration of the same container as one self-contained classic script that declares
 * `var <name> = { get(expose), init(shareScope) }`: the shape federation's `type: "var"` accepts, for hosts where
 * `import()` and module scripts do not run (Lightning Web Security).
 */
export function varContainerPreset(options: ContainerOptions): UserConfig {
  return {
    root: options.root,
    plugins: [
      messagesPlugin(),
      baseUiPlugin(),
      dndKitPlugin(),
      pptxgenPlugin(),
      react(),
      entryPlugin(exposesOf(options), options.root),
      onePartPlugin(),
      wrapPlugin(options.name),
    ],
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      target: "es2022",
      modulePreload: false,
      emptyOutDir: false,
      // One script is the point; the gate holds it to Salesforce's five megabytes.
      chunkSizeWarningLimit: 5000,
      cssCodeSplit: false,
      rolldownOptions: {
        input: ENTRY,
        external: [...SHARED_REACT],
        output: {
          // CommonJS leaves React to a `require` that the wrapper answers from the page's share scope, when it has it.
          format: "cjs",
          exports: "named",
          entryFileNames: varFile(options.name),
          codeSplitting: false,
        },
        preserveEntrySignatures: "strict",
      },
    },
  };
}

/** One entry for all exposes; each is a property of the exported record. */
function entryPlugin(exposes: Readonly<Record<string, string>>, root: string): Plugin {
  return {
    name: "sweetspot-var-entry",
    resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : undefined),
    load(id) {
      if (id !== `\0${ENTRY}`) return undefined;
      const modules = Object.entries(exposes);
      const imports = modules.map(
        ([, file], index) => `import * as m${index} from ${JSON.stringify(path.join(root, file))};`,
      );
      const record = modules.map(([expose], index) => `${JSON.stringify(expose)}: m${index}`);
      return `${imports.join("\n")}\nexport const exposes = { ${record.join(", ")} };`;
    },
  };
}

/**
 * In one script a module asked for by `import()` is there already and runs at the first call. Vite's way of fetching
 * what it needs from a server has nothing to do here: it asks for `import.meta` and sends events to the page.
 */
function onePartPlugin(): Plugin {
  return {
    name: "sweetspot-var-one-part",
    enforce: "pre",
    load: (id) =>
      id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : undefined,
  };
}

function wrapPlugin(name: string): Plugin {
  return {
    name: "sweetspot-var-wrap",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== "chunk" || !chunk.isEntry) continue;
          chunk.code = wrapContainer(name, chunk.code);
        }
      },
    },
  };
}

/**
 * Wraps CommonJS code as a federation container. The code runs at the first `get`, once, with React resolved from the
 * share scope; a page whose React does not fit is told so and nothing runs.
 */
export function wrapContainer(name: string, code: string): string {
  const minimum = REACT_RANGE.replace("^", "").split(".").map(Number);
  return `var ${name} = (function () {
"use strict";
var shared = ${JSON.stringify(SHARED_REACT)}, minimum = ${JSON.stringify(minimum)}, scope, ready;
function fits(version) {
  var have = version.split("-")[0].split(".").map(Number);
  if (have[0] !== minimum[0]) return false;
  return have[1] !== minimum[1] ? have[1] > minimum[1] : have[2] >= minimum[2];
}
function resolve(name) {
  var offers = (scope && scope[name]) || {};
  var version = Object.keys(offers).filter(fits)[0];
  if (!version) throw new Error("${name} needs " + name + " ${REACT_RANGE}; the page offers " + (Object.keys(offers).join(", ") || "none"));
  var offer = offers[version];
  return Promise.resolve(offer.lib || offer.get()).then(function (factory) { return [name, factory()]; });
}
function evaluate(entries) {
  var libraries = Object.fromEntries(entries), module = { exports: {} };
  (function (require, module, exports) {
${code}
  })(function (name) { return libraries[name]; }, module, module.exports);
  return module.exports.exposes;
}
return {
  init: function (shareScope) { scope = shareScope; },
  get: function (expose) {
    ready = ready || Promise.resolve().then(function () { return Promise.all(shared.map(resolve)); }).then(evaluate);
    ready.catch(function () { ready = undefined; });
    return ready.then(function (exposes) {
      if (!exposes[expose]) throw new Error("${name} has no " + expose);
      return function () { return exposes[expose]; };
    });
  },
};
})();
`;
}
