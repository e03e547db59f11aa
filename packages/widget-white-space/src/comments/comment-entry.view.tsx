import { Button, useCrm, useFormat } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { type CommentRecord, removeComment, settleComment } from "../edits/comment-edits.model.ts";
import { useOpenedCell } from "../view/panel/cell-context.ts";
import { useText } from "../view/use-text.ts";

/** One comment: who, when, what; anybody may settle it, its author may take it back. */
export function CommentEntry({ comment }: { readonly comment: CommentRecord }): ReactNode {
  const { edit, writable, eyes } = useOpenedCell().workspace;
  const t = useText();
  const format = useFormat();
  const { teamMembers } = useCrm();
  const { fields, id } = comment;
  const settled = fields.resolved === true;
  const name = teamMembers.find((member) => member.id === fields.author)?.name ?? t("comments.somebody");
  return (
    <li data-settled={settled || undefined}>
      <p className="ss-meta">
        <strong>{name}</strong> {fields.on === undefined ? null : format.dateTime(fields.on)}
        {settled ? ` · ${t("comments.settled")}` : null}
      </p>
      <p className="ws-comment-text">{fields.text}</p>
      {writable ? (
        <p className="ws-actions">
          <Button size="small" tone="quiet" onClick={() => edit(settleComment(id, !settled))}>
            {settled ? t("comments.reopen") : t("comments.settle")}
          </Button>
          {fields.author === eyes.user ? (
            <Button size="small" tone="quiet" onClick={() => edit(removeComment(id))}>
              {t("comments.remove")}
            </Button>
          ) : null}
        </p>
      ) : null}
    </li>
  );
}
