export { createBoard, sideOf } from "./board.ts";
export type { Board, BoardInput, Cell, Kind, LevelCounts, Reading, Side } from "./board.ts";
export { askQuestions, beginBoard, copyOwnInsights, fileAnswer } from "./board-begins.ts";
export type { AnswerSource, NewId } from "./board-begins.ts";
export {
  dismissMatch,
  joinSpot,
  leaveSpot,
  matchInsights,
  moveInsight,
  removeInsights,
  removeLevel,
  removeSpot,
  rewordMessage,
} from "./board-edits.ts";
export type { PlanRecords } from "./board-edits.ts";
export { completenessOf } from "./completeness.ts";
export type { Completeness, Lack } from "./completeness.ts";
export type { Entry, Gap, Insight, Level, Spot } from "./entry.ts";
export { frameOfPart, toNarrative } from "./narrative.ts";
export type { Narrative, NarrativePart, Part } from "./narrative.ts";
export { noticeLeavers } from "./notice-leavers.ts";
export type { MemberNotice } from "./notice-leavers.ts";
export { openTasks } from "./open-tasks.ts";
export type { OpenTask, TaskInput } from "./open-tasks.ts";
export { QUESTION_BANK, questionText } from "./question-bank.ts";
export type { BankQuestion } from "./question-bank.ts";
export {
  createMatchSearch,
  createMatchSuggester,
  SUGGESTION_SCORE,
  suggestMatches,
} from "./suggest-matches.ts";
export type { MatchSearch, MatchSuggestion } from "./suggest-matches.ts";
export { findJargon } from "./words/find-jargon.ts";
export type { Jargon, Term } from "./words/find-jargon.ts";
export { findOwnWords } from "./words/find-own-words.ts";
export type { CustomersLanguage, OwnWords, Quote } from "./words/find-own-words.ts";
export { TEXT_LANGUAGES } from "./words/languages.ts";
export type { TextLanguage } from "./words/languages.ts";
export { createWordMatcher } from "./words/word-match.ts";
export type { WordMatch, WordMatcher, WordText } from "./words/word-match.ts";
