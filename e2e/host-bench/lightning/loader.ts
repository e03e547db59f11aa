// @salesforce/loader: what `import()` of a name that is no literal becomes in a compiled component.
import type { ModuleExports } from "../host/module-loader.ts";
import { type EmbeddingWindow, uiEmbedding } from "./ui-embedding.ts";

/** Rejects where this org has no such module. */
export async function load(name: string): Promise<ModuleExports> {
  const isMissing = (window as unknown as EmbeddingWindow).emulatedEmbedding?.missing === true;
  if (name !== "lightning/uiEmbedding" || isMissing) throw new Error(`There is no module ${name}.`);
  return { default: uiEmbedding };
}
