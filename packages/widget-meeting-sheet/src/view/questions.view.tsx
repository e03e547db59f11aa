import type { IsoDate, RecordId } from "@sweetspot/contract";
import { insight, recordsOf } from "@sweetspot/plan-model";
import {
  Button,
  Chip,
  IconButton,
  newRecordId,
  Select,
  TextArea,
  TextInput,
  useFormat,
} from "@sweetspot/widget-kit";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { answerQuestion, reopen } from "../edits/answer-edits.model.ts";
import { askNew, moveUp, toggleQuestion } from "../edits/sheet-edits.model.ts";
import { levelsOf } from "../model/bank.model.ts";
import type { Question } from "../model/preparation.model.ts";
import type { Visit } from "../model/sheets.model.ts";
import type { SheetProps } from "./sheet.view.tsx";
import { QuestionMarks } from "./question-marks.view.tsx";
import { useText } from "./use-text.ts";

/** What to ask, and after the visit what was answered: the answers flow back into the plan. */
export function Questions({ page, visit, preparation }: SheetProps): ReactNode {
  const { edit, writable, open, user, today } = page;
  const t = useText();
  const { id, fields } = visit;
  const questions = fields.questions ?? [];
  return (
    <section className="ms-section">
      <div className="ms-section-head">
        <h4>{t("questions.title")}</h4>
        {writable ? (
          <Button size="small" icon="plus" onClick={() => open("questions")}>
            {t("questions.choose", { count: preparation.offered.length })}
          </Button>
        ) : null}
      </div>
      {preparation.questions.length === 0 ? <p className="ss-meta">{t("questions.none")}</p> : null}
      {preparation.questions.some(({ answered }) => !answered) && writable && !isMet(visit, today) ? (
        <p className="ss-meta">{t("answer.later")}</p>
      ) : null}
      <ol className="ms-questions">
        {preparation.questions.map((question) => (
          <Asked
            key={question.gap.id}
            page={page}
            visit={visit}
            preparation={preparation}
            question={question}
          />
        ))}
      </ol>
      {writable ? (
        <TextInput
          label={t("questions.new")}
          hint={t("questions.new-hint")}
          value=""
          maxLength={500}
          onCommit={(text) =>
            edit(
              askNew(
                { id, member: fields.member, questions },
                text,
                fields.internalContact ?? user,
                newRecordId,
              ),
            )
          }
        />
      ) : null}
    </section>
  );
}

/** From its day on a visit may have answers, and once it was held. */
const isMet = ({ status, fields }: Visit, today: IsoDate): boolean =>
  status === "held" || (fields.meetingDate !== undefined && fields.meetingDate <= today);

function Asked({ page, visit, question }: SheetProps & { readonly question: Question }): ReactNode {
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
            onClick={() => edit(toggleQuestion(visit.id, visit.fields.questions ?? [], gap.id))}
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

interface AnswerProps {
  readonly page: SheetProps["page"];
  readonly question: Question;
  /** Makes an insight of the answer, on a level. */
  readonly onFile: (level: RecordId) => void;
}

function Answer({ page, question, onFile }: AnswerProps): ReactNode {
  const { records, edit, writable, memberName } = page;
  const t = useText();
  const format = useFormat();
  const { gap } = question;
  const levels = useMemo(() => levelsOf(records), [records]);
  const made = useMemo(
    () => recordsOf(insight, records.values()).find(({ fields }) => fields.answerTo === gap.id),
    [records, gap.id],
  );
  const { answer = "", source, answeredBy, answeredOn } = gap.fields;
  const told = [
    source,
    memberName(answeredBy),
    answeredOn === undefined ? undefined : format.date(answeredOn),
  ].filter(Boolean);
  return (
    <div className="ms-answer" tabIndex={-1}>
      <p dir="auto" className="ms-words">
        {answer}
      </p>
      <div className="ss-row">
        <span className="ss-meta">{told.join(" · ")}</span>
        {made ? (
          <Chip tone="good" icon="check">
            {t("answer.is-insight", {
              level: levels.find(({ id }) => id === made.fields.level)?.fields.name ?? "",
            })}
          </Chip>
        ) : null}
        {writable ? (
          <Button size="small" tone="quiet" onClick={() => edit(reopen(gap.id))}>
            {t("answer.reopen")}
          </Button>
        ) : null}
      </div>
      {made || !writable || levels.length === 0 || gap.fields.cell !== undefined ? null : (
        <Select
          label={t("answer.file-on")}
          value={undefined}
          options={levels.map(({ id, fields }) => ({ value: id, label: fields.name }))}
          onChange={onFile}
        />
      )}
    </div>
  );
}
