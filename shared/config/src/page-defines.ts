/**
 * Vite `define` of pages that load widgets: leaves out the parts of the federation runtime for manifests and for Node,
 * which our pages never use (3 KB). `FEDERATION_ALLOW_NEW_FUNCTION` must stay undefined: defined, even as `false`, the
 * runtime imports through `new Function`, which a strict policy blocks.
 */
export const PAGE_DEFINES: Readonly<Record<string, string>> = {
  FEDERATION_OPTIMIZE_NO_SNAPSHOT_PLUGIN: "true",
  ENV_TARGET: '"web"',
};
