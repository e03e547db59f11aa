import type { Page, PageOptions, ReadOptions } from "./page.ts";
import type { RecordId } from "./record-id.ts";
import type { RelationCast, RelationLink, RelationPath } from "./relation.ts";

/**
 * Port. Who can introduce us to whom, as one signed-in user may see it: the relations of public registers and of the CRM,
 * each person once. Every question is about an account this user may see, otherwise it is `not-found`. Names of people the
 * sources erased or their owners hide are nowhere. The whole port is absent where a host has no relations.
 */
export interface RelationReader {
  readonly contract: "relations/1";

  /**
   * The account's people who can be a target: its contacts this user may see, and whom the relations place in its own
   * bodies. Whom we reach best comes first, then by name.
   */
  listTargets(account: RecordId, options?: PageOptions): Promise<TargetPage>;

  /** The strongest ways to one target, none a variant of one before it. No way is an answer, with advice. */
  findPaths(query: PathsQuery, options?: ReadOptions): Promise<PathsAnswer>;

  /** Whom a person knows, the strongest first: what opens when a node of the picture is expanded. */
  listAcquaintances(query: AcquaintancesQuery, options?: PageOptions): Promise<AcquaintancePage>;

  /** What all others may make of my own ties; absent where this place cannot keep the wish. */
  readMyWish?(options?: ReadOptions): Promise<TieWish>;
  saveMyWish?(wish: TieWish, options?: ReadOptions): Promise<void>;
}

/** `shared`: all may use my ties. `ask-first`: they see them and ask me before. `hidden`: nobody but me sees them. */
export type TieWish = "shared" | "ask-first" | "hidden";

/** Which ties count. */
export interface RelationChoice {
  /** Kinds of relation; all without it. */
  readonly relationTypes?: readonly string[];
  /** Only ties that hold today, as far as is known. */
  readonly currentOnly?: boolean;
  /** People to go round; bodies and ties (those found wrong) that count for nothing. */
  readonly exclude?: {
    readonly people?: readonly RecordId[];
    readonly bodies?: readonly RecordId[];
    readonly ties?: readonly RecordId[];
  };
}

export interface PathsQuery extends RelationChoice {
  readonly account: RecordId;
  /** A person of the relations, or a contact of the CRM. */
  readonly to: { readonly person: RecordId } | { readonly contact: RecordId };
  /** Team members to set out from; all of ours who are still here without it. */
  readonly from?: readonly RecordId[];
  /** Links of a way at most: 1 to 3, by default 3. */
  readonly maxIntroductions?: number;
  /** Ways wanted: 1 to 12, by default 5. */
  readonly count?: number;
}

export interface PathsAnswer extends RelationCast {
  /** Who the target is; absent where the relations do not know the contact. */
  readonly target?: RecordId;
  /** The strongest first. */
  readonly paths: readonly RelationPath[];
  /** The work allowed ran out, or a neighbourhood was too large: these are strong ways, but there may be more. */
  readonly cutOff: boolean;
  /** Where there is no way: why, and who would open one. */
  readonly advice?: PathsAdvice;
  readonly gaps: readonly RelationGap[];
}

export interface PathsAdvice {
  readonly reason: "unknown-target" | "nobody-of-ours" | "target-without-ties" | "too-far" | "search-cut-off";
  /** There is a way if the filters and exclusions are left out. */
  readonly withoutFilters: boolean;
  /** The strongest way over one or two introductions more. */
  readonly longer?: RelationPath;
  /** Ways to the target from people whom somebody of ours would have to get to know, the best first. */
  readonly openers: readonly RelationPath[];
}

export interface RelationTarget {
  /** Absent where the relations do not know the contact. */
  readonly person?: RecordId;
  readonly contact?: RecordId;
  readonly name: string;
  /** What he is there: his title in the CRM, otherwise his role in the account's body. */
  readonly part?: string;
  /** The strongest way to him; absent where there is none within three introductions. */
  readonly best?: { readonly strength: number; readonly introductions: number };
}

export interface TargetPage extends Page<RelationTarget> {
  readonly gaps: readonly RelationGap[];
}

export interface AcquaintancesQuery extends RelationChoice {
  readonly account: RecordId;
  readonly person: RecordId;
}

/** `items` are links from the person asked about; `total` is always known. */
export interface AcquaintancePage extends Page<RelationLink>, RelationCast {
  readonly total: number;
}

/**
 * What the relations cannot tell here, so that nobody takes "not recorded" for "nobody":
 * - `no-registers`: none has been imported; only what the CRM itself knows counts.
 * - `no-crm-ties`: the CRM's own relations are not among them.
 * - `no-count-of-asks`: nobody counts how often a go-between was asked in other accounts.
 */
export type RelationGap = "no-registers" | "no-crm-ties" | "no-count-of-asks";
