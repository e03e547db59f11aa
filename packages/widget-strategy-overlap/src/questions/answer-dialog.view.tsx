import type { IsoDate, RecordId } from "@sweetspot/contract";
import {
  CONFIDENCES,
  insight,
  type FieldsOf,
  isRecordOf,
  knowledgeGap,
  SOURCE_KINDS,
} from "@sweetspot/plan-model";
import type { AnswerSource } from "@sweetspot/strategy-overlap";
import {
  Button,
  DateInput,
  Dialog,
  newRecordId,
  SegmentedControl,
  Select,
  TextArea,
  TextInput,
  usePlanLabels,
  useToast,
} from "@sweetspot/widget-kit";
import { type FormEvent, type ReactNode, type RefObject, useState } from "react";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { answerGap, filedInsight } from "./gap-edits.model.ts";

type InsightFields = FieldsOf<typeof insight>;

/** What somebody has typed of an answer so far; kept while the dialog is closed. */
interface Draft {
  readonly answer: string;
  readonly sourceKind: InsightFields["sourceKind"];
  readonly toldBy: string;
  readonly sourceLink: string;
  readonly sourceDate: IsoDate | undefined;
  readonly confidence: InsightFields["confidence"];
}

export interface AnswerDialogProps {
  readonly workspace: Workspace;
  /** The question to answer; undefined closes the dialog. */
  readonly gap: RecordId | undefined;
  readonly onClose: () => void;
  /** What gets the focus afterwards, where the question's own button goes with it. */
  readonly finalFocus?: RefObject<HTMLElement | null>;
  /** With the insight that came of it; undefined for a question of another widget, which keeps its answer itself. */
  readonly onFiled?: (insight: RecordId | undefined) => void;
}

/** What a question turned out to be, and who said so. The answer becomes an insight in the question's place. */
export function AnswerDialog(props: AnswerDialogProps): ReactNode {
  const { workspace, gap, onClose, onFiled, finalFocus } = props;
  const [drafts, setDrafts] = useState<ReadonlyMap<RecordId, Draft>>(new Map());
  const record = gap === undefined ? undefined : workspace.reading.records.get(gap);
  if (gap === undefined || !record || !isRecordOf(knowledgeGap, record)) return null;
  const draft = drafts.get(gap) ?? emptyDraft(workspace, record.fields.member);
  return (
    <AnswerForm
      workspace={workspace}
      gap={gap}
      draft={draft}
      onChange={(next) => setDrafts(new Map([...drafts, [gap, next]]))}
      onClose={onClose}
      finalFocus={finalFocus}
      onFiled={(filed) => {
        setDrafts(new Map([...drafts].filter(([id]) => id !== gap)));
        onClose();
        onFiled?.(filed);
      }}
    />
  );
}

const emptyDraft = ({ reading, today }: Workspace, member: RecordId | undefined): Draft => ({
  answer: "",
  sourceKind: "conversation",
  toldBy: reading.member(member)?.fields.name ?? "",
  sourceLink: "",
  sourceDate: today,
  confidence: undefined,
});

interface FormProps {
  readonly workspace: Workspace;
  readonly gap: RecordId;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly onClose: () => void;
  readonly finalFocus: AnswerDialogProps["finalFocus"];
  readonly onFiled: (insight: RecordId | undefined) => void;
}

function AnswerForm(props: FormProps): ReactNode {
  const { workspace, gap, draft, onChange, onClose, finalFocus, onFiled } = props;
  const t = useText();
  const labels = usePlanLabels();
  const toast = useToast();
  const record = workspace.reading.gaps.find(({ id }) => id === gap);
  if (!record) return null;
  const { fields } = insight;
  const set = (part: Partial<Draft>): void => onChange({ ...draft, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const edit = answerGap(record, draft.answer, toSource(draft), newRecordId);
    if (!edit || !workspace.edit(edit)) return;
    const filed = filedInsight(edit);
    toast({
      text: filed === undefined ? t("questions.answer-kept") : t("questions.answer-filed"),
      undo: true,
    });
    onFiled(filed);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      eyebrow={t("questions.answer-title")}
      title={record.fields.question}
      {...(finalFocus === undefined ? {} : { finalFocus })}
    >
      {/* Ctrl+Enter files it wherever the focus is in here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        className="so-panel-form"
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
      >
        <TextArea
          label={t("questions.answer")}
          hint={t("questions.answer-hint")}
          value={draft.answer}
          onType={(answer) => set({ answer })}
          onCommit={(answer) => set({ answer })}
          maxLength={fields.statement.max}
        />
        <div className="so-panel-pair">
          <Select
            label={t("questions.source-kind")}
            value={draft.sourceKind}
            options={SOURCE_KINDS.map((value) => ({
              value,
              label: labels.choice(insight, "sourceKind", value),
            }))}
            onChange={(sourceKind) => set({ sourceKind })}
          />
          <TextInput
            label={t("questions.told-by")}
            value={draft.toldBy}
            onType={(toldBy) => set({ toldBy })}
            onCommit={(toldBy) => set({ toldBy })}
            maxLength={fields.toldBy.max}
          />
          <DateInput
            label={t("questions.source-date")}
            value={draft.sourceDate}
            onCommit={(day) => set({ sourceDate: day ?? undefined })}
          />
          <TextInput
            label={t("questions.source-link")}
            value={draft.sourceLink}
            onType={(sourceLink) => set({ sourceLink })}
            onCommit={(sourceLink) => set({ sourceLink })}
            maxLength={fields.sourceLink.max}
          />
        </div>
        <div className="so-panel-labelled">
          <span className="ss-label">{t("questions.confidence")}</span>
          <SegmentedControl
            label={t("questions.confidence")}
            value={draft.confidence}
            options={CONFIDENCES.map((value) => ({
              value,
              label: labels.choice(insight, "confidence", value),
            }))}
            onChange={(confidence) => set({ confidence })}
          />
        </div>
        <p className="so-panel-acts">
          <Button type="submit" tone="primary" disabled={draft.answer.trim() === ""}>
            {t("questions.file")}
          </Button>
          <Button onClick={onClose}>{t("questions.later")}</Button>
        </p>
      </form>
    </Dialog>
  );
}

function toSource({ sourceKind, toldBy, sourceLink, sourceDate, confidence }: Draft): AnswerSource {
  return {
    ...(sourceKind === undefined ? {} : { sourceKind }),
    ...(toldBy.trim() === "" ? {} : { toldBy: toldBy.trim() }),
    ...(sourceLink.trim() === "" ? {} : { sourceLink: sourceLink.trim() }),
    ...(sourceDate === undefined ? {} : { sourceDate }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}
