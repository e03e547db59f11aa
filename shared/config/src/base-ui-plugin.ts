import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const ORIGINAL = /[\\/]@base-ui[\\/]react[\\/].*[\\/]markOthers\.m?js$/;
/** The parts of Base UI that hide the rest of the page while they are open. */
const OVERLAYS = /[\\/]@base-ui[\\/]react[\\/](alert-dialog|combobox|dialog|menu|popover|select)[\\/]/;
const REPLACEMENT = fileURLToPath(new URL("mark-others.ts", import.meta.url));

/**
 * Puts our `markOthers` in the place of Base UI's, so that an open dialog hides only the rest of its own widget. A new
 * version of Base UI that renames or reshapes the module fails the build instead of losing the fix silently. Builds
 * without Base UI's overlays pass untouched.
 */
export function baseUiPlugin(): Plugin {
  let replaced = false;
  const swap: Plugin = {
    name: "sweetspot-base-ui",
    enforce: "pre",
    async load(id) {
      const file = id.split("?")[0] ?? "";
      if (!ORIGINAL.test(file)) return undefined;
      const source = await readFile(file, "utf8");
      if (!/function markOthers\(avoidElements, options = \{\}\)/.test(source)) {
        throw new Error(
          `${file}: markOthers has another shape; compare it with ${REPLACEMENT} and adapt the check.`,
        );
      }
      replaced = true;
      return { code: `export { markOthers } from ${JSON.stringify(REPLACEMENT)};`, moduleType: "js" };
    },
  };
  return {
    ...swap,
    config: () => ({ optimizeDeps: { rolldownOptions: { plugins: [swap] } } }),
    buildStart() {
      replaced = false;
    },
    generateBundle() {
      if (replaced || ![...this.getModuleIds()].some((id) => OVERLAYS.test(id))) return;
      throw new Error(
        "@base-ui/react has no module markOthers any more: adapt ORIGINAL in shared/config/src/base-ui-plugin.ts, or an open dialog hides itself from screen readers.",
      );
    },
  };
}
