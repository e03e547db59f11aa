/**
 * A harmless module beside the catalogue. Every page lists it twice: once with its right hash, once with a wrong one. A
 * browser that loads the second does not check integrity, and the page then refuses code from other origins.
 */
export const INTEGRITY_PROBE = "widgets/integrity-probe.js";
export const PROBE_SOURCE = "export const probe = true;\n";
/** Well formed, and the hash of nothing. */
export const WRONG_INTEGRITY = `sha384-${"A".repeat(64)}`;

/** Where the import map sends every path of a widget folder that no entry lists. Nothing is ever served from it. */
export const UNLISTED_FOLDER = "widgets/unlisted/";
