import type { Change } from "@sweetspot/contract";

const TYPES: ReadonlySet<string> = new Set([
  "perspective",
  "area",
  "offering",
  "cell",
  "barrier",
  "grid-layout",
  "dismissed-suggestion",
  "grid-snapshot",
  "cell-comment",
]);

/** Is the change one of the grid? A plan's history holds those of other widgets, too. */
export const isOfGrid = ({ type }: Change): boolean => TYPES.has(type);
