import type { Sister } from "./evidence.ts";
import type { Level } from "./level.ts";
import type { WhiteSpaceRules } from "./rules.ts";

/** A part of the customer. Its parent counts only within the same perspective. */
export interface GridArea {
  readonly id: string;
  readonly parent?: string | undefined;
  readonly perspective: string;
}

export interface GridOffering {
  readonly id: string;
  readonly parent?: string | undefined;
}

export interface GridInput {
  /** In the order shown; ties of suggestions are broken by it. */
  readonly areas: readonly GridArea[];
  readonly offerings: readonly GridOffering[];
  /** Asked once for each pair of a leaf area and a leaf offering. */
  levelOf(area: string, offering: string): Level;
  /** Pairs of areas, in either order; a barrier between parents holds for all areas beneath them. */
  readonly barriers?: readonly { readonly area: string; readonly otherArea: string }[];
  readonly rules?: WhiteSpaceRules;
}

/** An offering worth proposing in an area because sister areas buy it. */
export interface Suggestion {
  readonly area: string;
  readonly offering: string;
  readonly evidence: number;
  /** `strengthen` where the area buys a little already. */
  readonly kind: "new" | "strengthen";
  /** Computed when first read. */
  readonly sisters: readonly Sister[];
  /** Other offerings the area buys: a reason to try, never the cause of a suggestion. Computed when first read. */
  readonly alsoBuys: readonly string[];
}

export interface Coverage {
  /** Leaf cells at weak or better. */
  readonly covered: number;
  /** Leaf cells that are not "not possible". */
  readonly possible: number;
}

/** One cell; of a parent area or a group of offerings it is the roll-up. */
export interface GridCell extends Coverage {
  readonly area: string;
  readonly offering: string;
  readonly level: Level;
  /** Has a level of its own: neither the area nor the offering has anything beneath. */
  readonly leaf: boolean;
  readonly suggestion?: Suggestion;
  /** Suggestions at or beneath this cell. */
  readonly suggestionsInside: number;
}

export interface LevelChange {
  readonly area: string;
  readonly offering: string;
  readonly level: Level;
}

/** A white-space grid at one moment. It never changes; `withLevel` makes the next one and shares what stays. */
export interface Grid {
  /** @throws Error for an area or offering that is not in the grid. */
  cell(area: string, offering: string): GridCell;
  /** Ordered by evidence (highest first), then areas, then offerings as given. */
  suggestions(query?: SuggestionQuery): Suggestion[];
  /** Sister areas that buy the offering, also where there is no suggestion; empty unless both are leaves. */
  sistersOf(area: string, offering: string): readonly Sister[];
  /** Evidence of a leaf cell whatever its level; 0 for roll-ups. */
  evidenceOf(area: string, offering: string): number;
  /** Leaf offerings the area buys, apart from the one named. */
  alsoBuys(area: string, except?: string): readonly string[];
  /** Counts over everything beneath; without an area name the perspective, or areas count once in each. */
  coverage(scope?: CoverageScope): Coverage;
  /** Strong, then present leaf cells: what the customer buys and competitors want. */
  toProtect(
    perspective?: string,
  ): readonly { readonly area: string; readonly offering: string; readonly level: "strong" | "present" }[];
  /** All perspectives' without an argument. */
  leafAreas(perspective?: string): readonly string[];
  leafOfferings(): readonly string[];
  /** @throws Error unless both are leaves. */
  withLevel(area: string, offering: string, level: Level): Grid;
  withLevels(changes: readonly LevelChange[]): Grid;
}

export interface SuggestionQuery {
  readonly perspective?: string;
  /** Suggestions in this area or beneath it. */
  readonly area?: string;
  /** Suggestions for this offering or for those beneath it. */
  readonly offering?: string;
  /** The first so many only. */
  readonly limit?: number;
}

export interface CoverageScope {
  readonly area?: string;
  readonly offering?: string;
  readonly perspective?: string;
}
