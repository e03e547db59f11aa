/** The admin's rules for levels and suggestions. The book gives the weights and the threshold, not the periods and shares. */
export interface WhiteSpaceRules {
  /** A win counts as recent for so many months. */
  readonly recentMonths: number;
  /** A win counts as weak for so many months. */
  readonly fadingMonths: number;
  /** So many recent wins make a cell strong. */
  readonly strongDeals: number;
  /** Such a share (0 to 1) of the area's recently won value makes a cell strong. */
  readonly strongShare: number;
  /** Does an active asset make a cell present? */
  readonly assetsCount: boolean;
  /** Evidence a sister area gives, by its level. */
  readonly weights: { readonly strong: number; readonly present: number; readonly weak: number };
  /** Evidence from which a none or weak cell is suggested. */
  readonly threshold: number;
}

export const DEFAULT_RULES: WhiteSpaceRules = {
  recentMonths: 12,
  fadingMonths: 36,
  strongDeals: 3,
  strongShare: 0.25,
  assetsCount: true,
  weights: { strong: 3, present: 2, weak: 1 },
  threshold: 3,
};

/** Rules as the library keeps them: one flat record in which nothing is required. */
export interface StoredRules {
  readonly recentMonths?: number;
  readonly fadingMonths?: number;
  readonly strongDeals?: number;
  readonly strongShare?: number;
  readonly assetsCount?: boolean;
  readonly weightStrong?: number;
  readonly weightPresent?: number;
  readonly weightWeak?: number;
  readonly threshold?: number;
}

/** The rules of a stored record; what it does not say is the default. */
export const toRules = (stored: StoredRules = {}): WhiteSpaceRules => ({
  recentMonths: stored.recentMonths ?? DEFAULT_RULES.recentMonths,
  fadingMonths: stored.fadingMonths ?? DEFAULT_RULES.fadingMonths,
  strongDeals: stored.strongDeals ?? DEFAULT_RULES.strongDeals,
  strongShare: stored.strongShare ?? DEFAULT_RULES.strongShare,
  assetsCount: stored.assetsCount ?? DEFAULT_RULES.assetsCount,
  weights: {
    strong: stored.weightStrong ?? DEFAULT_RULES.weights.strong,
    present: stored.weightPresent ?? DEFAULT_RULES.weights.present,
    weak: stored.weightWeak ?? DEFAULT_RULES.weights.weak,
  },
  threshold: stored.threshold ?? DEFAULT_RULES.threshold,
});
