export type { Basis, BasisCounts } from "./basis.ts";
export { createGrid } from "./create-grid.ts";
export type { AccountFact, AreaMatch, AssetFact, Deal, DealLine, OfferingMatch } from "./crm-facts.ts";
export { deriveLevels } from "./derive-levels.ts";
export type { DerivationInput, DerivedLevels } from "./derive-levels.ts";
export type { DerivedCell, DerivedRecord } from "./derived-cell.ts";
export type { Sister } from "./evidence.ts";
export { foldText } from "./fold-text.ts";
export type {
  Coverage,
  CoverageScope,
  Grid,
  GridArea,
  GridCell,
  GridInput,
  GridOffering,
  LevelChange,
  Suggestion,
  SuggestionQuery,
} from "./grid.ts";
export { highestLevel, isCovered, LEVEL_ORDER } from "./level.ts";
export type { Level } from "./level.ts";
export { toPurchaseMatrix } from "./lookalikes/purchase-matrix.ts";
export type { PurchaseMatrix, Purchases } from "./lookalikes/purchase-matrix.ts";
export { purchasePatterns } from "./lookalikes/purchase-patterns.ts";
export type { DatedPurchases, PurchasePattern } from "./lookalikes/purchase-patterns.ts";
export { similarCustomers } from "./lookalikes/similar-customers.ts";
export type { SimilarCustomer } from "./lookalikes/similar-customers.ts";
export { LOOKALIKE_COUNT, suggestOfferings } from "./lookalikes/suggest-offerings.ts";
export type { LookalikeOptions, LookalikeSuggestion } from "./lookalikes/suggest-offerings.ts";
export { similarToNewcomer, suggestToNewcomer, toTraitMatrix } from "./lookalikes/suggest-to-newcomer.ts";
export { suggestWithEase } from "./lookalikes/suggest-with-ease.ts";
export type { EaseSuggestion } from "./lookalikes/suggest-with-ease.ts";
export type { SuggestionRules } from "./lookalikes/suggestion-rules.ts";
export { trainEase } from "./lookalikes/train-ease.ts";
export type { EaseModel, EaseOptions } from "./lookalikes/train-ease.ts";
export { createOfferingMatcher, splitValue } from "./match-offerings.ts";
export type { DealPart, OfferingMatcher, Via } from "./match-offerings.ts";
export { isDate, monthsBefore } from "./months.ts";
export { toPeriods } from "./periods.ts";
export type { Periods } from "./periods.ts";
export { proposeAreas } from "./propose-areas.ts";
export type { AreaProposal, FamilyAccount, ProposalInput, ProposedArea } from "./propose-areas.ts";
export { questionsFor } from "./questions.ts";
export type { KnownAnswers, Question } from "./questions.ts";
export { DEFAULT_RULES, toRules } from "./rules.ts";
export type { StoredRules, WhiteSpaceRules } from "./rules.ts";
export type { Unmatched, UnmatchedRecord } from "./unmatched.ts";
