import type { RecordId } from "@sweetspot/contract";
import { Button, Chip, Icon, IconButton, useFormat } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { useMemberName } from "../messages/message-context.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { Errand } from "./errand.view.tsx";
import { insightsFrom, removeGap, reopenGap } from "./gap-edits.model.ts";
import type { ListedGap } from "./gap-list.model.ts";

export interface GapRowProps {
  readonly workspace: Workspace;
  readonly gap: ListedGap;
  readonly onAnswer: (gap: RecordId) => void;
  /** Shows an insight on the board. */
  readonly onGo?: ((insight: RecordId) => void) | undefined;
}

/** One question: what we want to know, who asks by when, and what came of it. */
export function GapRow({ workspace, gap, onAnswer, onGo }: GapRowProps): ReactNode {
  const t = useText();
  const format = useFormat();
  const nameOf = useMemberName();
  const [open, setOpen] = useState(false);
  const { writable, reading, edit } = workspace;
  const { record, where, answered, late, oneToOne } = gap;
  const { question, owner, due, answer, source } = record.fields;
  const [insight] = insightsFrom(record.id, reading.insights);
  return (
    <li className="so-ask-row" data-answered={answered || undefined}>
      <Icon name={answered ? "circle-full" : "gap"} />
      <div className="so-ask-words">
        <p dir="auto">{question}</p>
        {answered ? (
          <p className="so-ask-answer" dir="auto">
            {answer}
          </p>
        ) : null}
        <p className="so-ask-notes ss-meta">
          {where.length > 0 ? <bdi>{where.join(" › ")}</bdi> : null}
          {answered && source !== undefined ? <bdi>{source}</bdi> : null}
          {owner === undefined ? (
            <span>{t("questions.no-owner")}</span>
          ) : (
            <bdi>{nameOf(owner) ?? t("messages.reader-gone")}</bdi>
          )}
          {due === undefined ? null : late ? (
            <Chip tone="warn" icon="clock">
              {t("questions.late", { when: format.relativeDays(due) })}
            </Chip>
          ) : (
            <span>{t("questions.until", { when: format.date(due) })}</span>
          )}
          {oneToOne ? <Chip icon="lock">{t("questions.one-to-one")}</Chip> : null}
        </p>
        {open ? <Errand workspace={workspace} gap={record} /> : null}
      </div>
      <div className="so-ask-acts">
        {answered && insight !== undefined && onGo ? (
          <Button size="small" onClick={() => onGo(insight)}>
            {t("questions.go")}
          </Button>
        ) : null}
        {writable ? (
          <>
            {answered ? (
              <Button size="small" tone="quiet" onClick={() => edit(reopenGap(record))}>
                {t("questions.reopen")}
              </Button>
            ) : (
              <Button size="small" onClick={() => onAnswer(record.id)}>
                {t("questions.file")}
                <span className="ss-hidden">{question}</span>
              </Button>
            )}
            <IconButton
              icon="pencil"
              size="small"
              label={t("questions.edit", { question: question.slice(0, 60) })}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            />
            <IconButton
              icon="trash"
              size="small"
              label={t("questions.remove", { question: question.slice(0, 60) })}
              onClick={() => edit(removeGap(record))}
            />
          </>
        ) : null}
      </div>
    </li>
  );
}
