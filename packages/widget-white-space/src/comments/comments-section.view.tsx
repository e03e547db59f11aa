import type { RecordId } from "@sweetspot/contract";
import { cellComment } from "@sweetspot/plan-model";
import {
  Button,
  Combobox,
  newRecordId,
  TextArea,
  useCrm,
  usePlanPart,
  usePlanSession,
  useSurface,
  useTeamChoices,
  useToast,
} from "@sweetspot/widget-kit";
import { type ReactNode, useMemo, useState } from "react";
import { addComment, commentsOn } from "../edits/comment-edits.model.ts";
import { useOpenedCell } from "../view/panel/cell-context.ts";
import { useText } from "../view/use-text.ts";
import { CommentEntry } from "./comment-entry.view.tsx";
import { mentionsIn, withMention } from "./mentions.model.ts";

/** What the team says about a cell. Whoever is named with @ gets a task, where the host keeps tasks. */
export function CommentsSection(): ReactNode {
  const { workspace, text, cell, ref } = useOpenedCell();
  const { plan, edit, writable, author, eyes } = workspace;
  const t = useText();
  const records = usePlanPart((view) => view.plan);
  const comments = useMemo(() => commentsOn(records, ref), [records, ref]);
  const { teamMembers } = useCrm();
  const people = useTeamChoices().filter(({ value }) => value !== eyes.user);
  const { account } = usePlanSession();
  const { createTask } = useSurface();
  const toast = useToast();
  const [words, setWords] = useState("");
  const add = async (): Promise<void> => {
    const mentions = mentionsIn(words, teamMembers);
    edit(addComment(plan.cells, ref, { text: words, mentions }, author(), newRecordId));
    setWords("");
    const others = mentions.filter((id) => id !== eyes.user);
    if (!createTask || others.length === 0) return;
    const subject = t("comments.task", { area: text.name(cell.area), offering: text.name(cell.offering) });
    try {
      await Promise.all(others.map((owner) => createTask({ account, subject, owner, note: words.trim() })));
      toast({ text: t("comments.tasks-created", { count: others.length }) });
    } catch {
      toast({ tone: "bad", text: t("step.task-failed") });
    }
  };
  if (!writable && comments.length === 0) return null;
  return (
    <section className="ws-section">
      <h4 className="ws-section-title">{t("comments.title")}</h4>
      <ul className="ws-comments">
        {comments.map((comment) => (
          <CommentEntry key={comment.id} comment={comment} />
        ))}
      </ul>
      {writable ? (
        <div className="ws-form">
          <TextArea
            label={t("comments.new")}
            hint={t(createTask ? "comments.hint" : "comments.hint-no-tasks")}
            value={words}
            onType={setWords}
            onCommit={setWords}
            rows={2}
            maxLength={cellComment.fields.text.max}
          />
          <div className="ws-actions">
            <Combobox<RecordId>
              label={t("comments.mention")}
              hideLabel
              placeholder={t("comments.mention")}
              value={undefined}
              options={people}
              onChange={(id) => {
                const name = people.find(({ value }) => value === id)?.label;
                if (name !== undefined) setWords(withMention(words, name));
              }}
            />
            <Button size="small" disabled={words.trim() === ""} onClick={() => void add()}>
              {t("comments.add")}
            </Button>
          </div>
        </div>
      ) : null}
    </section>
  );
}
