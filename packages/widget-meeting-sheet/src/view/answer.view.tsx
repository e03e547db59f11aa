import type { RecordId } from "@sweetspot/contract";
import { insight, recordsOf } from "@sweetspot/plan-model";
import { Button, Chip, Select, useFormat } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo } from "react";
import { reopen } from "../edits/answer-edits.model.ts";
import { levelsOf } from "../model/bank.model.ts";
import type { Question } from "../model/preparation.model.ts";
import type { SheetProps } from "./sheet.view.tsx";
import { useText } from "./use-text.ts";

interface AnswerProps {
  readonly page: SheetProps["page"];
  readonly question: Question;
  /** Makes an insight of the answer, on a level. */
  readonly onFile: (level: RecordId) => void;
}

/** What was answered, by whom and when, and where it stands in the plan now. */
export function Answer({ page, question, onFile }: AnswerProps): ReactNode {
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
