import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

const CATALOG = /[\\/]locales[\\/][\w-]+\.json$/;

/**
 * Compiles the ICU messages of `locales/<language>.json` at build time, so that no parser ships. A message that does
 * not parse fails the build and names its key.
 */
export function messagesPlugin(): Plugin {
  return {
    name: "sweetspot-messages",
    enforce: "pre",
    transform(source, file) {
      if (!CATALOG.test(file.split("?")[0] ?? "")) return undefined;
      return {
        code: `export default ${JSON.stringify(compileCatalog(source, file))};`,
        map: null,
        moduleType: "js",
      };
    },
  };
}

/** Compiled messages by key. */
export function compileCatalog(source: string, file: string): Record<string, unknown> {
  const messages = JSON.parse(source) as Record<string, string>;
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => {
      try {
        return [key, compileMessage(message)];
      } catch (error) {
        throw new Error(`${file}: message "${key}" is no valid ICU message: ${String(error)}`, {
          cause: error,
        });
      }
    }),
  );
}
