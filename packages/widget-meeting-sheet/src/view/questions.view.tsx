import { Button, newRecordId, TextInput, useKeptFocus } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { askNew } from "../edits/sheet-edits.model.ts";
import { Asked, isMet } from "./asked.view.tsx";
import type { SheetProps } from "./sheet.view.tsx";
import { useText } from "./use-text.ts";

/** What to ask, and after the visit what was answered: the answers flow back into the plan. */
export function Questions({ page, visit, preparation }: SheetProps): ReactNode {
  const { edit, writable, open, user, today } = page;
  const t = useText();
  const { ref, keep } = useKeptFocus<HTMLElement>();
  const { id, fields } = visit;
  const questions = fields.questions ?? [];
  return (
    <section ref={ref} className="ms-section">
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
            onRemove={keep}
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
