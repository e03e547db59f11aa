import type { IsoDate, PlanEdit, RecordId } from "@sweetspot/contract";
import { fitText, insight, knowledgeGap } from "@sweetspot/plan-model";
import { fileAnswer } from "@sweetspot/strategy-overlap";
import type { GapRecord } from "../model/sheets.model.ts";
import type { NewId } from "./sheet-edits.model.ts";

/** Who brought the answer, from whom, and when it was said. */
export interface AnswerFrom {
  readonly by: RecordId;
  readonly told: string;
  readonly on: IsoDate;
}

/**
 * Files an answer. Where the question stands on a level of the strategy comparison, or gets one here, the answer becomes an
 * insight there; otherwise the question keeps it. Undefined for no words.
 *
 * @param level where the answer belongs, for a question that stands nowhere yet
 */
export function answerQuestion(
  gap: GapRecord,
  answer: string,
  { by, told, on }: AnswerFrom,
  newId: NewId,
  level?: RecordId,
): PlanEdit | undefined {
  const words = answer.trim();
  if (words === "") return undefined;
  const placed = level === undefined ? gap : { ...gap, fields: { ...gap.fields, level } };
  const source = {
    sourceKind: "conversation",
    sourceDate: on,
    ...(told === "" ? {} : { toldBy: fitText(told, insight.fields.toldBy.max) }),
  } as const;
  const filed = fileAnswer(placed, words, source, newId);
  const about = { answeredBy: by, answeredOn: on, ...(level === undefined ? {} : { level }) };
  if (filed)
    return {
      ...filed,
      puts: filed.puts.map((put) =>
        put.id === gap.id ? { ...put, fields: { ...put.fields, ...about } } : put,
      ),
    };
  return {
    name: "question-answered",
    scope: "plan",
    puts: [
      {
        id: gap.id,
        type: knowledgeGap.name,
        fields: {
          answer: fitText(words, knowledgeGap.fields.answer.max),
          ...(told === "" ? {} : { source: fitText(told, knowledgeGap.fields.source.max) }),
          ...about,
        },
      },
    ],
    removes: [],
  };
}

/** The answer was none: the question is open again. An insight made of it stays where it is. */
export const reopen = (gap: RecordId): PlanEdit => ({
  name: "answer-withdrawn",
  scope: "plan",
  puts: [
    {
      id: gap,
      type: knowledgeGap.name,
      fields: { answer: null, source: null, answeredBy: null, answeredOn: null },
    },
  ],
  removes: [],
});
