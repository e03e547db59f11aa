import type { Change } from "@sweetspot/contract";
import { insight as insightEntity } from "@sweetspot/plan-model";
import {
  Button,
  Checkbox,
  HistoryPanel,
  TextArea,
  useCrm,
  useFormat,
  usePlanLabels,
} from "@sweetspot/widget-kit";
import { type ReactNode, useCallback, useState } from "react";
import { clip } from "../board/card.view.tsx";
import { describeInsight } from "../board/insight-edits.model.ts";
import { useText } from "../workspace/use-text.ts";
import type { InsightPartProps } from "./insight-part.ts";
import { Section } from "./section.view.tsx";

/** What is for the team alone, who wrote it, and the way to remove it. */
export function NotesSection({
  workspace,
  insight,
  onRemove,
}: InsightPartProps & { readonly onRemove: () => void }): ReactNode {
  const { edit, writable } = workspace;
  const t = useText();
  const labels = usePlanLabels();
  const format = useFormat();
  const { teamMembers } = useCrm();
  const { id, fields, createdBy, createdAt } = insight;
  const [open, setOpen] = useState(false);
  const isMine = useCallback(({ record }: Change) => record === id, [id]);
  const author = teamMembers.find((member) => member.id === createdBy)?.name ?? t("panel.someone");
  return (
    <Section title={labels.field(insightEntity, "notes").label}>
      {writable ? (
        <>
          <TextArea
            label={labels.field(insightEntity, "notes").label}
            hideLabel
            hint={t("panel.notes-hint")}
            value={fields.notes ?? ""}
            maxLength={insightEntity.fields.notes.max}
            onCommit={(notes) => edit(describeInsight(id, { notes: notes.trim() || null }))}
          />
          <Checkbox
            label={t("panel.internal")}
            checked={fields.internal === true}
            onChange={(internal) => edit(describeInsight(id, { internal: internal || null }))}
          />
        </>
      ) : fields.notes === undefined ? null : (
        <p className="so-read" dir="auto">
          {fields.notes}
        </p>
      )}
      <p className="ss-meta">{t("panel.written", { name: author, date: format.date(createdAt) })}</p>
      <div className="so-line">
        <Button size="small" icon="clock" onClick={() => setOpen(true)}>
          {t("panel.history")}
        </Button>
        {writable ? (
          <Button size="small" tone="danger" icon="trash" onClick={onRemove}>
            {t("panel.remove")}
          </Button>
        ) : null}
      </div>
      <HistoryPanel open={open} onOpenChange={setOpen} about={clip(fields.statement, 80)} only={isMine} />
    </Section>
  );
}
