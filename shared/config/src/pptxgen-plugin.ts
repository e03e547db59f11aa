import type { Plugin } from "vite";

const LIBRARY = /[\\/]pptxgenjs[\\/].*pptxgen\.es\.js$/;
const WRITES_BODY = /document\.body\.(appendChild|removeChild)\((\w+)\);?/g;
const PLACES = 2;

/**
 * Takes the way out of the presentation library that hangs a link into the page: a widget hands its files to the host,
 * and Lightning Web Security refuses the page's body. A version that is written differently fails the build.
 */
export function pptxgenPlugin(): Plugin {
  return {
    name: "sweetspot-pptxgen",
    transform(code, id) {
      if (!LIBRARY.test(id.split("?")[0] ?? "")) return undefined;
      const found = [...code.matchAll(WRITES_BODY)].length;
      const named = code.split("document.body").length - 1;
      if (found !== PLACES || named !== PLACES) {
        throw new Error(
          `${id}: pptxgenjs touches document.body in another way; adapt shared/config/src/pptxgen-plugin.ts.`,
        );
      }
      return { code: code.replaceAll(WRITES_BODY, ""), map: null };
    },
  };
}
