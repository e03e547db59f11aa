import { Icon, SegmentedControl } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { checkMessage } from "./message-edits.model.ts";
import type { ToldMessage } from "./told.model.ts";

const QUESTIONS = ["remembered", "passedOn"] as const;

interface Props {
  readonly workspace: Workspace;
  readonly message: ToldMessage;
}

/** Which statement should stay with the contact, and could he pass it on to his boss? The author answers for himself. */
export function ControlQuestions({ workspace: { writable, edit }, message }: Props): ReactNode {
  const t = useText();
  const { record } = message;
  return (
    <section className="so-panel-part">
      <h5 className="so-panel-part-title">{t("messages.control")}</h5>
      <ul className="so-panel-list">
        {QUESTIONS.map((question) => {
          const answer = record.fields[question];
          return (
            <li key={question} className="so-told-control" data-answer={answer}>
              <Icon name={answer === "yes" ? "circle-check" : "circle-dashed"} />
              <span className="so-told-control-words">
                {t(`messages.control.${question}`)}
                {answer === "no" ? (
                  <span className="ss-meta">{t(`messages.control.${question}.no`)}</span>
                ) : null}
              </span>
              {writable ? (
                <SegmentedControl
                  label={t(`messages.control.${question}`)}
                  size="small"
                  value={answer === "yes" || answer === "no" ? answer : undefined}
                  options={[
                    { value: "yes", label: t("messages.yes") },
                    { value: "no", label: t("messages.no") },
                  ]}
                  onChange={(next) => edit(checkMessage(record, question, next))}
                />
              ) : (
                <span className="ss-meta">
                  {answer === "yes" || answer === "no" ? t(`messages.${answer}`) : t("messages.unanswered")}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
