import type { IsoDate, PlanEdit, PlanFields, RecordId } from "@sweetspot/contract";
import { insight, knowledgeGap } from "@sweetspot/plan-model";
import { type AnswerSource, type Cell, fileAnswer, type NewId } from "@sweetspot/strategy-overlap";
import type { GapRecord, InsightRecord } from "../workspace/board-reading.model.ts";

type Put = PlanEdit["puts"][number];

const planEdit = (name: string, puts: readonly Put[], removes: readonly RecordId[] = []): PlanEdit => ({
  name,
  scope: "plan",
  puts,
  removes,
});

const change = (name: string, gap: GapRecord, fields: PlanFields): PlanEdit =>
  planEdit(name, [{ id: gap.id, type: knowledgeGap.name, fields }]);

/** Who asks a question, of whom and by when; null takes one away. */
export interface Errand {
  readonly owner?: RecordId | null;
  readonly due?: IsoDate | null;
  readonly member?: RecordId | null;
}

/** "I don't know" in place of an insight: the question that would tell. Undefined for no words. */
export function addGap(
  where: Cell & { readonly member?: RecordId },
  question: string,
  errand: Errand,
  newId: NewId,
): PlanEdit | undefined {
  const words = toQuestion(question);
  if (words === "") return undefined;
  const { level, side, kind, member } = where;
  const fields = { question: words, level, side, kind, ...(member === undefined ? {} : { member }) };
  return planEdit("gap-added", [
    {
      id: newId(knowledgeGap.name),
      type: knowledgeGap.name,
      fields: { ...fields, ...errand },
    },
  ]);
}

/** A question of the bank asked in other words stays the same question. */
export function rewordGap(gap: GapRecord, question: string): PlanEdit | undefined {
  const words = toQuestion(question);
  return words === "" || words === gap.fields.question
    ? undefined
    : change("gap-reworded", gap, { question: words });
}

export const assignGap = (gap: GapRecord, errand: Errand): PlanEdit =>
  change("gap-assigned", gap, { ...errand });

/** What became of the answer stays: an insight outlives its question. */
export const removeGap = ({ id }: { readonly id: RecordId }): PlanEdit => planEdit("gap-removed", [], [id]);

/**
 * Files an answer. On the board it becomes an insight in the question's place; a question of another widget keeps it
 * itself. Undefined for no words.
 */
export function answerGap(
  gap: GapRecord,
  answer: string,
  source: AnswerSource,
  newId: NewId,
): PlanEdit | undefined {
  const filed = fileAnswer(gap, answer, source, newId);
  if (filed) return filed;
  const words = answer.trim();
  if (words === "") return undefined;
  return change("question-answered", gap, {
    answer: words.slice(0, knowledgeGap.fields.answer.max),
    ...(source.toldBy === undefined ? {} : { source: source.toldBy }),
  });
}

/** The insight an edit brings along, to go on with. */
export const filedInsight = (edit: PlanEdit): RecordId | undefined =>
  edit.puts.find(({ type }) => type === insight.name)?.id;

/** The answer was none: the question is open again. An insight made of it stays where it is. */
export const reopenGap = (gap: GapRecord): PlanEdit =>
  change("answer-withdrawn", gap, { answer: null, source: null });

/** The insights that came of a question. */
export const insightsFrom = (gap: RecordId, insights: readonly InsightRecord[]): readonly RecordId[] =>
  insights.filter(({ fields }) => fields.answerTo === gap).map(({ id }) => id);

/** Questions are one line: what is pasted often brings its line ends along. */
export const toQuestion = (text: string): string =>
  text.replaceAll(/\s+/g, " ").trim().slice(0, knowledgeGap.fields.question.max);
