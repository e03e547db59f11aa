import { buildModule } from "./build-module.ts";
import type { GeneratedFile } from "./generated-file.ts";

/**
 * The module `c/sweetspotDocuments`: the very code with which `crm-salesforce` writes its documents, so that a
 * document depends on a name of the allow-list and on the parts an org lacks, and on nothing a page could say.
 */
export const buildDocuments = (): Promise<GeneratedFile[]> =>
  buildModule({
    name: "sweetspotDocuments",
    entry: "query-documents.ts",
    banner: "// Generated from packages/crm-salesforce: the reads this package may run, and no others.",
    description: "Sweetspot: the GraphQL reads its components may run, by name.",
  });
