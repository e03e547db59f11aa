import type { StrengthReason } from "./link-strength.ts";
import type { BridgeOrganisation, BridgePerson, Tie, TieProblem } from "./tie.ts";

/** Who can introduce us to whom, and why that is believed. */
export interface Bridge {
  readonly size: {
    readonly people: number;
    readonly organisations: number;
    readonly ties: number;
    readonly pairs: number;
  };
  /** Ties that were given and not taken in, with the reason. */
  readonly problems: readonly TieProblem[];
  paths(query: BridgeQuery): BridgeAnswer;
  /** The link of two people; undefined where no tie that counts joins them. */
  link(person: string, other: string, filter?: TieChoice): BridgeLink | undefined;
  /** Whom a person knows, the strongest first: what a node shows when it is opened. */
  acquaintances(
    person: string,
    filter?: TieChoice,
  ): readonly { readonly person: string; readonly strength: number }[];
  /** The strongest way to each target, in their order; undefined where there is none. Nothing is explained. */
  reach(query: BridgeReach): readonly (Pick<BridgePath, "strength" | "people"> | undefined)[];
  /** Ties to an organisation that were taken in, by person. */
  tiesTo(organisation: string): readonly { readonly tie: Tie; readonly current: boolean }[];
  /** Takes a tie in, in place of one of the same id. The next answer counts it. A tie with a problem is not there after. */
  put(tie: Tie): TieProblem | undefined;
  /** Answers go on without it. An id that is unknown is of no consequence. */
  remove(tieId: string): void;
  putPerson(person: BridgePerson): void;
  putOrganisation(organisation: BridgeOrganisation): void;
}

/** Which ties count. */
export interface TieChoice {
  /** Types of ties; all without it. */
  readonly relationTypes?: readonly string[];
  /** Only ties that hold today, as far as is known. */
  readonly currentOnly?: boolean;
  /** Ids of people to go round, of organisations and of ties (dismissed ones) that count for nothing. */
  readonly exclude?: {
    readonly people?: readonly string[];
    readonly organisations?: readonly string[];
    readonly ties?: readonly string[];
  };
}

export interface BridgeQuery extends TieChoice {
  /** Ids of our people. */
  readonly from: readonly string[];
  /** Id of who is to be met. */
  readonly to: string;
  /** Links of a path at most: 1 to 3, by default 3. */
  readonly maxIntroductions?: number;
  /** Paths wanted, by default 5. */
  readonly count?: number;
  /** Edges the search may look at, by default 2,000,000. */
  readonly budget?: number;
}

/** As `BridgeQuery`, of many targets at once. */
export interface BridgeReach extends Omit<BridgeQuery, "to" | "count"> {
  readonly targets: readonly string[];
}

export interface BridgeAnswer {
  /** The strongest first; none is a variant of one before it. */
  readonly paths: readonly BridgePath[];
  /** The budget ran out: these are the strongest paths, but there may be more of those that were wanted. */
  readonly cutOff: boolean;
  /** Ids of the query that nobody bears. */
  readonly unknown: readonly string[];
  /** Where there is no path: why, and who would open one. */
  readonly advice?: BridgeAdvice;
}

export interface BridgePath {
  /** From 0 to 1, the product of its links' strengths. */
  readonly strength: number;
  /** Ids, from our person to the target. */
  readonly people: readonly string[];
  readonly links: readonly BridgeLink[];
}

export interface BridgeLink {
  readonly from: string;
  readonly to: string;
  readonly strength: number;
  /** Independent grounds, the strongest first; their strengths combine by noisy-or. */
  readonly because: readonly Evidence[];
}

/** One ground on which two people are believed to know each other. */
export interface Evidence {
  /** Id of the body; undefined for a tie between the two. */
  readonly organisation?: string;
  /** The ties it rests on: of the first person and of the second, or the one they share. */
  readonly ties: readonly Tie[];
  /** The common time as far as is known, of the precision the sources give. */
  readonly from?: string;
  readonly to?: string;
  /** It holds today, as far as is known. */
  readonly current: boolean;
  readonly strength: number;
  /** Factors that multiply to the strength. */
  readonly reasons: readonly StrengthReason[];
}

export interface BridgeAdvice {
  readonly reason: "unknown-target" | "nobody-of-ours" | "target-without-ties" | "too-far" | "search-cut-off";
  /** There is a path if the filters and exclusions are left out. */
  readonly withoutFilters: boolean;
  /** The strongest path over one or two more introductions. */
  readonly longer?: BridgePath;
  /**
   * Ways to the target from people whom somebody of ours would have to get to know, the best first: who lies on the longer
   * path, then whom the target knows best.
   */
  readonly openers: readonly BridgePath[];
}
