import type { PlanEdit, PlanFields, RecordId } from "@sweetspot/contract";
import {
  type FieldsOf,
  insight as insightEntity,
  knowledgeGap,
  LEVEL_KINDS,
  type ownInsight,
  strategyLevel,
} from "@sweetspot/plan-model";
import { type Entry, type Gap, inOrder, type Level } from "./entry.ts";
import { type BankQuestion, questionText } from "./question-bank.ts";
import type { TextLanguage } from "./words/languages.ts";

/** Makes ids for new records, as a widget does. */
export type NewId = (type: string) => RecordId;

const edit = (name: string, puts: PlanEdit["puts"]): PlanEdit => ({ name, scope: "plan", puts, removes: [] });

/**
 * The levels of a new board: copies of the library's template, or the method's three under the names given. Their ids
 * follow from their place, so that two people who begin at once meet in a conflict instead of in six levels.
 */
export function beginBoard(
  template: readonly Level[],
  names: Readonly<Record<(typeof LEVEL_KINDS)[number], string>>,
): PlanEdit {
  const levels: readonly FieldsOf<typeof strategyLevel>[] =
    template.length > 0
      ? inOrder(template).map(({ fields }, order) => ({ name: fields.name, kind: fields.kind, order }))
      : LEVEL_KINDS.map((kind, order) => ({ name: names[kind], kind, order }));
  return edit(
    "board-begun",
    levels.map((fields, place) => ({
      id: `strategy-level:${place}` as RecordId,
      type: strategyLevel.name,
      fields: { ...fields },
    })),
  );
}

/**
 * Copies statements of our own strategy onto levels of the board. They are snapshots: what the library says later does
 * not change them.
 */
export const copyOwnInsights = (
  own: readonly { readonly statement: Entry<typeof ownInsight>; readonly level: RecordId }[],
  newId: NewId,
): PlanEdit =>
  edit(
    "own-insights-copied",
    own.map(({ statement: { id, fields }, level }) => ({
      id: newId(insightEntity.name),
      type: insightEntity.name,
      fields: {
        level,
        side: "provider",
        kind: fields.kind,
        statement: fields.statement,
        copiedFrom: id,
        ...(fields.order === undefined ? {} : { order: fields.order }),
        ...(fields.internal === undefined ? {} : { internal: fields.internal }),
      },
    })),
  );

/** Puts questions of the bank where insights are missing, for somebody to ask. */
export const askQuestions = (
  questions: readonly BankQuestion[],
  where: PlanFields & { readonly level: RecordId },
  language: TextLanguage,
  newId: NewId,
): PlanEdit =>
  edit(
    "questions-picked",
    questions.map((question) => ({
      id: newId(knowledgeGap.name),
      type: knowledgeGap.name,
      fields: {
        side: "customer",
        kind: "strategy",
        ...where,
        question: questionText(question, language),
        bankQuestion: question.key,
      },
    })),
  );

/** Where a rep found the answer, and how sure he is. */
export type AnswerSource = Pick<
  FieldsOf<typeof insightEntity>,
  "sourceKind" | "toldBy" | "sourceLink" | "sourceDate" | "confidence"
>;

/**
 * Files the answer to a question that stands on the board: the gap is closed, and the answer is an insight in its place.
 * Undefined where the question stands on no level, or the answer is empty.
 */
export function fileAnswer(
  gap: Gap,
  answer: string,
  source: AnswerSource,
  newId: NewId,
): PlanEdit | undefined {
  const statement = answer.trim();
  const { level, side = "customer", kind = "strategy", member } = gap.fields;
  if (statement === "" || level === undefined) return undefined;
  return edit("question-answered", [
    {
      id: gap.id,
      type: knowledgeGap.name,
      fields: {
        // The gap holds less than an insight does; the whole answer is in the insight.
        answer: cut(statement, knowledgeGap.fields.answer.max),
        ...(source.toldBy === undefined ? {} : { source: source.toldBy }),
      },
    },
    {
      id: newId(insightEntity.name),
      type: insightEntity.name,
      fields: {
        level,
        side,
        kind,
        statement: cut(statement, insightEntity.fields.statement.max),
        answerTo: gap.id,
        state: "unconfirmed",
        ...(member === undefined ? {} : { member }),
        ...source,
      },
    },
  ]);
}

/** Never through the middle of a character that has two code units. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = max - 1;
  const isHigh = (text.codePointAt(end - 1) ?? 0) > 0xff_ff;
  return `${text.slice(0, isHigh ? end - 1 : end)}…`;
}
