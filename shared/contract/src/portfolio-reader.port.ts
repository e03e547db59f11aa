import type { IsoDate, IsoInstant } from "./dates.ts";
import type { Field } from "./field.ts";
import type { Money } from "./money.ts";
import type { Page, PageOptions, ReadOptions } from "./page.ts";
import type { RecordId } from "./record-id.ts";

/**
 * Port. All accounts one signed-in user may see against the offerings of the library, in figures that are ready: levels by the
 * method's rules, from the records this user may see and from each account's plan. Fields the user may not see are `hidden`, and
 * neither order nor filter nor group tells them. The port is absent where a host cannot compare accounts.
 */
export interface PortfolioReader {
  readonly contract: "portfolio/1";
  /** Accounts that match, in the order asked for; equals are in the order of their names. */
  listAccounts(query: PortfolioQuery, options?: PageOptions): Promise<PortfolioPage>;
  /** Sums of all accounts that match; of each group, too, where the query names one. */
  summarise(query: PortfolioQuery, options?: ReadOptions): Promise<PortfolioSummary>;
}

export const PORTFOLIO_SORTS = [
  "name",
  "coverage",
  "gaps",
  "potential",
  "overdue-reviews",
  "next-step",
] as const;
export const PORTFOLIO_GROUPS = ["owner", "industry", "country"] as const;
export const PORTFOLIO_FILTERS = [
  "planned",
  "unplanned",
  "overdue-reviews",
  "overdue-steps",
  "gaps",
] as const;

export type PortfolioSort = (typeof PORTFOLIO_SORTS)[number];
export type PortfolioGroup = (typeof PORTFOLIO_GROUPS)[number];
export type PortfolioFilter = (typeof PORTFOLIO_FILTERS)[number];

export interface PortfolioQuery {
  /** Every word has to be part of the account's name, without case and accents. */
  readonly search?: string;
  /** By default by name. Figures begin with what wants attention: most gaps, least covered, earliest step; `reversed` turns it. */
  readonly sort?: PortfolioSort;
  readonly reversed?: boolean;
  /** Accounts of one group come together, groups in the order of their values, those without one last. */
  readonly group?: PortfolioGroup;
  readonly only?: PortfolioFilter;
  readonly owner?: RecordId;
  readonly industry?: string;
  readonly country?: string;
  /** Accounts that do not buy this offering although they could. */
  readonly without?: RecordId;
}

export interface PortfolioPage extends Page<PortfolioRow> {
  /** Columns: the offerings of the library, in its order. */
  readonly offerings: readonly { readonly id: RecordId; readonly name: string }[];
  readonly freshness: PortfolioFreshness;
}

/** `building`: figures of some accounts are older than their records, or not there yet; asking again later tells more. */
export interface PortfolioFreshness {
  readonly building: boolean;
  /** When the figures of all accounts were computed last; absent before the first time. */
  readonly asOf?: IsoInstant;
}

export interface PortfolioRow {
  readonly account: RecordId;
  readonly name: string;
  /** Names, for reading. */
  readonly owner: Field<string>;
  readonly industry: Field<string>;
  readonly country: Field<string>;
  /** Value of the query's group; absent without one, and where the account has none. */
  readonly group?: string;
  /** Absent until they are computed. */
  readonly figures?: PortfolioFigures;
}

export interface PortfolioFigures {
  /** Has the account a plan? */
  readonly planned: boolean;
  /** Cells of the account's grid with a level of weak or more, and all that are possible; without areas the account is one. */
  readonly covered: number;
  readonly possible: number;
  /** Highest level by offering of the library; those not named have none. */
  readonly levels: Readonly<Record<RecordId, PortfolioLevel>>;
  /** What the plan's cells expect a year, one sum for each currency, the largest first. */
  readonly potential: readonly Money[];
  /** Steps of the plan that were looked through last more than a year ago. */
  readonly overdueReviews: number;
  readonly nextStep?: { readonly text: string; readonly due?: IsoDate; readonly overdue: boolean };
}

/** `left-out`: the account's own grid does not show the offering. */
export type PortfolioLevel = "strong" | "present" | "weak" | "not-possible" | "left-out";

export interface PortfolioSums {
  readonly accounts: number;
  readonly planned: number;
  readonly covered: number;
  readonly possible: number;
  readonly overdueReviews: number;
  readonly overdueSteps: number;
}

export interface PortfolioSummary extends PortfolioSums {
  /** In the order of `listAccounts`; `value` is absent for accounts without one. At most 500. */
  readonly groups: readonly (PortfolioSums & { readonly value?: string; readonly name?: string })[];
}
