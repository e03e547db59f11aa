import path from "node:path";
import { build } from "vite";
import type { GeneratedFile } from "./generated-file.ts";
import { toBundleDescription } from "./lwc-bundle.ts";

const BANNER = "// Generated from packages/crm-salesforce: the reads this package may run, and no others.";

/**
 * The module `c/sweetspotDocuments`: the very code with which `crm-salesforce` writes its documents, so that a
 * document depends on a name of the allow-list and on the parts an org lacks, and on nothing a page could say.
 */
export async function buildDocuments(): Promise<GeneratedFile[]> {
  const result = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      minify: false,
      lib: {
        entry: path.join(import.meta.dirname, "query-documents.ts"),
        formats: ["es"],
        fileName: "sweetspotDocuments",
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && "output" in output ? output.output[0] : undefined;
  if (!chunk) throw new Error("The query documents were not built.");
  return [
    { path: "lwc/sweetspotDocuments/sweetspotDocuments.js", content: `${BANNER}\n${chunk.code}` },
    toBundleDescription("sweetspotDocuments", {
      description: "Sweetspot: the GraphQL reads its components may run, by name.",
    }),
  ];
}
