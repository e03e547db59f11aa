import type { Level } from "@sweetspot/white-space";
import type { LookalikeAnswer } from "@sweetspot/contract";
import {
  type CellModel,
  lookalikeFor,
  lookalikeStateOf,
  type PlanReading,
} from "@sweetspot/white-space-plan";
import type { CellChange } from "../time/compare.model.ts";

/** What a cell shows, as far as drawing is concerned. Two equal keys look and read alike, so the cell is left alone. */
export interface CellFace {
  readonly key: string;
  readonly level: Level;
  readonly rollUp: boolean;
  /** "new" `+9`, "strengthen" `↑4`; undefined where nothing is suggested or the suggestion was declined. */
  readonly suggestion: { readonly kind: "new" | "strengthen"; readonly evidence: number } | undefined;
  /** "◇7": so many of the most similar customers buy what nobody here does. */
  readonly similar: { readonly buyers: number; readonly of: number } | undefined;
  readonly planned: boolean;
  readonly openDeal: boolean;
  readonly byHand: boolean;
  /** Leaf cells bought and possible beneath a roll-up. */
  readonly counts: { readonly covered: number; readonly possible: number } | undefined;
  /** Filtered out: still in its place, but quiet. */
  readonly faded: boolean;
  /** Where two days are compared and differ here. */
  readonly change: CellChange | undefined;
}

/** What similar customers say of the cells of one plan; undefined until it is known. */
export interface SimilarCustomers {
  readonly answer: Pick<LookalikeAnswer, "suggestions">;
  readonly plan: Pick<PlanReading, "dismissals">;
}

/** One customer is an anecdote: the grid marks what two buy, the panel tells of one, too. */
const FEWEST_BUYERS = 2;

/** What they say of one cell, unless it was turned down. */
export function similarIn(
  cell: CellModel,
  customers: SimilarCustomers | undefined,
): (CellFace["similar"] & { readonly planned: boolean }) | undefined {
  const found = customers && lookalikeFor(customers.answer, cell);
  if (!found || found.buyers < FEWEST_BUYERS) return undefined;
  const state = lookalikeStateOf(customers.plan, cell);
  if (state === "dismissed") return undefined;
  return { buyers: found.buyers, of: found.of, planned: state === "planned" };
}

export function toCellFace(
  cell: CellModel,
  faded = false,
  change?: CellChange,
  customers?: SimilarCustomers,
): CellFace {
  const shown = cell.suggestion !== undefined && cell.suggestionState !== "declined";
  const suggestion = shown ? { kind: cell.suggestion.kind, evidence: cell.suggestion.evidence } : undefined;
  const counts = cell.leaf ? undefined : { covered: cell.covered, possible: cell.possible };
  const byHand = cell.source === "hand";
  const similar = similarIn(cell, customers);
  const planned = cell.suggestionState === "planned" || similar?.planned === true;
  const openDeal = cell.openDeals > 0;
  const key = [
    cell.level,
    cell.derived?.because,
    cell.derived?.records.length,
    suggestion && `${suggestion.kind}${suggestion.evidence}`,
    similar && `~${similar.buyers}/${similar.of}`,
    counts && `${counts.covered}/${counts.possible}`,
    byHand && "hand",
    planned && "planned",
    openDeal && cell.openDeals,
    faded && "faded",
    change && `${change.kind}${change.before}`,
  ].join("~");
  return {
    key,
    level: cell.level,
    rollUp: !cell.leaf,
    suggestion,
    similar,
    planned,
    openDeal,
    byHand,
    counts,
    faded,
    change,
  };
}
