import type { RecordId } from "@sweetspot/contract";
import { Button, Chip, useFormat } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { useMemberName } from "../messages/message-context.ts";
import type { GapRecord } from "../workspace/board-reading.model.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { AnswerDialog } from "./answer-dialog.view.tsx";
import { Errand } from "./errand.view.tsx";
import { insightsFrom, reopenGap } from "./gap-edits.model.ts";
import { isAnswered, isOneToOne } from "./gap-list.model.ts";

export interface GapPanelProps {
  readonly workspace: Workspace;
  readonly gap: GapRecord;
  /** Shows an insight on the board. */
  readonly onGo: (insight: RecordId) => void;
  readonly onRemove: () => void;
}

/** All about one question: its words, who asks whom by when, and what came of it. */
export function GapPanel({ workspace, gap, onGo, onRemove }: GapPanelProps): ReactNode {
  const t = useText();
  const format = useFormat();
  const nameOf = useMemberName();
  const { writable, reading, edit } = workspace;
  const { owner, due, answer, source, bankQuestion } = gap.fields;
  const answered = isAnswered(answer);
  const [answering, setAnswering] = useState(false);
  const [insight] = insightsFrom(gap.id, reading.insights);
  return (
    <div className="so-ask-panel">
      {isOneToOne(bankQuestion) ? (
        <p className="so-panel-acts">
          <Chip icon="lock">{t("questions.one-to-one")}</Chip>
          <span className="ss-meta">{t("questions.one-to-one-why")}</span>
        </p>
      ) : null}
      {answered ? (
        <p className="so-ask-answer" dir="auto">
          {answer}
          {source === undefined ? null : <span className="ss-meta"> {source}</span>}
        </p>
      ) : null}
      <p className="so-panel-acts">
        {writable && !answered ? (
          <Button tone="primary" onClick={() => setAnswering(true)}>
            {t("questions.file")}
          </Button>
        ) : null}
        {insight === undefined ? null : <Button onClick={() => onGo(insight)}>{t("questions.go")}</Button>}
        {writable && answered ? (
          <Button tone="quiet" onClick={() => edit(reopenGap(gap))}>
            {t("questions.reopen")}
          </Button>
        ) : null}
      </p>
      {writable ? (
        <Errand workspace={workspace} gap={gap} />
      ) : (
        <p className="ss-meta">
          {[
            nameOf(owner) ?? t("questions.no-owner"),
            due === undefined ? "" : t("questions.until", { when: format.date(due) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
      {writable ? (
        <p className="so-panel-acts">
          <Button size="small" tone="danger" icon="trash" onClick={onRemove}>
            {t("questions.remove-this")}
          </Button>
        </p>
      ) : null}
      {/* Inside, so that it stands over a panel that is a dialog itself. */}
      <AnswerDialog
        workspace={workspace}
        gap={answering ? gap.id : undefined}
        onClose={() => setAnswering(false)}
        onFiled={(filed) => {
          if (filed !== undefined) onGo(filed);
        }}
      />
    </div>
  );
}
