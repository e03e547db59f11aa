import { textOf } from "./texts.ts";
import type { TextLanguage } from "./words/languages.ts";

export interface BankQuestion {
  /** Kept in a knowledge gap's `bankQuestion`; never changed. */
  readonly key: string;
  /** Personal ones are for one-to-one talks, never for the phone or a round. */
  readonly oneToOne: boolean;
}

const STRATEGY = [
  "strategy",
  "measured-goals",
  "in-three-years",
  "achieve",
  "heading",
  "next-moves",
  "agenda",
  "business-plan",
  "area-goals",
  "developments",
  "lasting-success",
  "boss-expects",
  "management-expects",
] as const;

const PERSONAL = [
  "important",
  "appreciate",
  "wish",
  "drive",
  "work-for",
  "get-up",
  "own-agenda",
  "way-ahead",
  "heart",
  "without-drive",
] as const;

/** Method §2.2: thirteen ways to ask about strategy, ten to ask about the person. Suggestions, not a questionnaire. */
export const QUESTION_BANK: readonly BankQuestion[] = [
  ...STRATEGY.map((key) => ({ key: `strategy.${key}`, oneToOne: false })),
  ...PERSONAL.map((key) => ({ key: `personal.${key}`, oneToOne: true })),
];

/** The question as it may be asked. */
export const questionText = ({ key }: BankQuestion, language: TextLanguage): string =>
  textOf(`question.${key}`, language);
