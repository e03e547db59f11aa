export { createGrid } from "./create-grid.ts";
export type { Sister } from "./evidence.ts";
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
export { questionsFor } from "./questions.ts";
export type { KnownAnswers, Question } from "./questions.ts";
export { DEFAULT_RULES, toRules } from "./rules.ts";
export type { StoredRules, WhiteSpaceRules } from "./rules.ts";
