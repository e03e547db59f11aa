import type { RecordId } from "@sweetspot/contract";
import {
  type BankQuestion,
  type Level,
  QUESTION_BANK,
  questionText,
  type TextLanguage,
} from "@sweetspot/strategy-overlap";
import type { GapRecord } from "../workspace/board-reading.model.ts";
import { isAnswered } from "./gap-list.model.ts";

/** A question of the bank with what has become of it on this level and for this person. */
export interface OfferedQuestion {
  readonly question: BankQuestion;
  readonly text: string;
  readonly state: "new" | "asked" | "answered";
}

export interface OfferedQuestions {
  /** Thirteen about strategy. */
  readonly strategy: readonly OfferedQuestion[];
  /** Ten about the person, for a talk between two only. */
  readonly personal: readonly OfferedQuestion[];
}

/** The bank (method §2.2) for one level, and one person where one is named. */
export function offerQuestions(
  gaps: readonly GapRecord[],
  where: { readonly level: RecordId; readonly member?: RecordId | undefined },
  language: TextLanguage,
  search = "",
): OfferedQuestions {
  const here = gaps.filter(
    ({ fields }) =>
      fields.level === where.level && (where.member === undefined || fields.member === where.member),
  );
  const words = search.trim().toLocaleLowerCase();
  const offered = QUESTION_BANK.map((question): OfferedQuestion => {
    const same = here.filter(({ fields }) => fields.bankQuestion === question.key);
    const isOpen = same.some(({ fields }) => !isAnswered(fields.answer));
    return {
      question,
      text: questionText(question, language),
      state: isOpen ? "asked" : same.length > 0 ? "answered" : "new",
    };
  }).filter(({ text }) => text.toLocaleLowerCase().includes(words));
  return {
    strategy: offered.filter(({ question }) => !question.oneToOne),
    personal: offered.filter(({ question }) => question.oneToOne),
  };
}

/** Personal questions belong to people; on other levels they stay folded away. */
export const invitesPersonal = (level: Level | undefined): boolean => level?.fields.kind === "person";
