import type { Level } from "@sweetspot/white-space";
import type { CellModel } from "@sweetspot/white-space-plan";

/** What a cell shows, as far as drawing is concerned. Two equal keys look and read alike, so the cell is left alone. */
export interface CellFace {
  readonly key: string;
  readonly level: Level;
  readonly rollUp: boolean;
  /** "new" `+9`, "strengthen" `↑4`; undefined where nothing is suggested or the suggestion was declined. */
  readonly suggestion: { readonly kind: "new" | "strengthen"; readonly evidence: number } | undefined;
  readonly planned: boolean;
  readonly openDeal: boolean;
  readonly byHand: boolean;
  /** Leaf cells bought and possible beneath a roll-up. */
  readonly counts: { readonly covered: number; readonly possible: number } | undefined;
  /** Filtered out: still in its place, but quiet. */
  readonly faded: boolean;
}

export function toCellFace(cell: CellModel, faded = false): CellFace {
  const shown = cell.suggestion !== undefined && cell.suggestionState !== "declined";
  const suggestion = shown ? { kind: cell.suggestion.kind, evidence: cell.suggestion.evidence } : undefined;
  const counts = cell.leaf ? undefined : { covered: cell.covered, possible: cell.possible };
  const byHand = cell.source === "hand";
  const planned = cell.suggestionState === "planned";
  const openDeal = cell.openDeals > 0;
  const key = [
    cell.level,
    cell.derived?.because,
    cell.derived?.records.length,
    suggestion && `${suggestion.kind}${suggestion.evidence}`,
    counts && `${counts.covered}/${counts.possible}`,
    byHand && "hand",
    planned && "planned",
    openDeal && cell.openDeals,
    faded && "faded",
  ].join("~");
  return { key, level: cell.level, rollUp: !cell.leaf, suggestion, planned, openDeal, byHand, counts, faded };
}
