import type { Plugin } from "vite";

const CORE = /[\\/]@dnd-kit[\\/]core[\\/].*\.m?js$/;
const WATCHES_PAGE = "mutationObserver.observe(document.body, {";
const WATCHES_ROOT = "mutationObserver.observe(element.getRootNode(), {";

/**
 * Lets dnd-kit wait for changes in the root its list stands in, instead of the whole page: Lightning Web Security
 * refuses to have `document.body` observed, and a widget has no business in the rest of the page. A version of dnd-kit
 * that is written differently fails the build.
 */
export function dndKitPlugin(): Plugin {
  return {
    name: "sweetspot-dnd-kit",
    transform(code, id) {
      if (!CORE.test(id.split("?")[0] ?? "") || !code.includes("document.body")) return undefined;
      if (!code.includes(WATCHES_PAGE)) {
        throw new Error(
          `${id}: dnd-kit observes document.body in another way; adapt shared/config/src/dnd-kit-plugin.ts.`,
        );
      }
      return { code: code.replace(WATCHES_PAGE, WATCHES_ROOT), map: null };
    },
  };
}
