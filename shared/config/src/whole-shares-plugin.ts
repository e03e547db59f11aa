import path from "node:path";
import type { Plugin } from "vite";

/**
 * The federation plugin leaves out exports of shared modules that it has not seen used by the time the build pauses for
 * 10 ms. On a busy machine the pause comes before all modules are read, and the build fails for a "missing export" of
 * React. A namespace import in each exposed module, which is always read first, makes it keep all of them; the import
 * itself is dropped.
 */
export function wholeSharesPlugin(
  root: string,
  modules: readonly string[],
  shares: readonly string[],
): Plugin {
  const exposed = new Set(modules.map((module) => path.resolve(root, module)));
  const names = shares.map((_share, index) => `__whole_share_${index}`);
  const imports = shares.map((share, index) => `import * as ${names[index]} from ${JSON.stringify(share)};`);
  return {
    name: "sweetspot-whole-shares",
    enforce: "pre",
    apply: "build",
    transform: {
      order: "pre",
      handler(code, id) {
        if (!exposed.has(path.normalize(id))) return undefined;
        // On the last line: the places of everything above stay as they are.
        return { code: `${code}\n${imports.join(" ")} void [${names.join(", ")}];`, map: null };
      },
    },
  };
}
