import type { IsoDate } from "@sweetspot/contract";
import { IconButton, newRecordId, TextArea } from "@sweetspot/widget-kit";
import { type ReactNode, useEffect, useRef } from "react";
import { answerQuestion } from "../edits/answer-edits.model.ts";
import { moveUp, toggleQuestion } from "../edits/sheet-edits.model.ts";
import type { Question } from "../model/preparation.model.ts";
import type { Visit } from "../model/sheets.model.ts";
import { Answer } from "./answer.view.tsx";
import { QuestionMarks } from "./question-marks.view.tsx";
import type { SheetProps } from "./sheet.view.tsx";
import { useText } from "./use-text.ts";

/** From its day on a visit may have answers, and once it was held. */
export const isMet = ({ status, fields }: Visit, today: IsoDate): boolean =>
  status === "held" || (fields.meetingDate !== undefined && fields.meetingDate <= today);

interface AskedProps extends SheetProps {
  readonly question: Question;
  /** Before the question leaves the sheet. */
  readonly onRemove: () => void;
}

/** One question of a visit; from its day on it takes its answer. */
export function Asked({ page, visit, question, onRemove }: AskedProps): ReactNode {
  const { edit, writable, today, user } = page;
  const t = useText();
  const { gap } = question;
  const date = visit.fields.meetingDate;
  const met = isMet(visit, today);
  const from = {
    by: user,
    told: visit.member?.fields.name ?? "",
    on: date !== undefined && date <= today ? date : today,
  };
  const item = useRef<HTMLLIElement>(null);
  const refocus = useRef<string | undefined>(undefined);
  // What one was in may be gone after an edit: the focus goes on with the answer, or with the next button.
  useEffect(() => {
    const wanted = refocus.current;
    refocus.current = undefined;
    if (wanted === undefined || (wanted === "button" && item.current?.matches(":focus-within"))) return;
    item.current?.querySelector<HTMLElement>(wanted)?.focus();
  });
  return (
    <li ref={item}>
      <div className="ms-question">
        <p dir="auto" className="ms-words">
          {gap.fields.question}
        </p>
        {writable && visit.fields.questions?.[0] !== gap.id ? (
          <IconButton
            icon="chevron-up"
            size="small"
            label={t("questions.earlier", { text: gap.fields.question.slice(0, 60) })}
            onClick={() => {
              refocus.current = "button";
              edit(moveUp(visit.id, visit.fields.questions ?? [], gap.id));
            }}
          />
        ) : null}
        {writable ? (
          <IconButton
            icon="close"
            size="small"
            label={t("questions.remove", { text: gap.fields.question.slice(0, 60) })}
            onClick={() => {
              onRemove();
              edit(toggleQuestion(visit.id, visit.fields.questions ?? [], gap.id));
            }}
          />
        ) : null}
      </div>
      <QuestionMarks question={question} />
      {question.answered ? (
        <Answer
          page={page}
          question={question}
          onFile={(level) => {
            refocus.current = ".ms-answer";
            edit(answerQuestion(gap, gap.fields.answer ?? "", from, newRecordId, level));
          }}
        />
      ) : met && writable ? (
        <TextArea
          label={t("answer.label", { name: from.told })}
          hint={t(
            question.place.length > 0 && gap.fields.level !== undefined
              ? "answer.hint-insight"
              : "answer.hint",
          )}
          value=""
          rows={2}
          maxLength={10_000}
          onCommit={(text) => {
            if (item.current?.matches(":focus-within") === true) refocus.current = ".ms-answer";
            edit(answerQuestion(gap, text, from, newRecordId));
          }}
        />
      ) : null}
    </li>
  );
}
