import type { RecordId } from "@sweetspot/contract";
import { Button, Icon, useFormat, useToast } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo, useState } from "react";
import { useMemberName } from "../messages/message-context.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { detachCopy, refreshCopy } from "./library-edits.model.ts";
import { type ChangedCopy, changedCopies, changedSinceCopied } from "./own-strategy.model.ts";

/** Copies on this board whose original says something else now, folded into one line until somebody looks. */
export function ChangedCopies({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { reading, library } = workspace;
  const t = useText();
  const [open, setOpen] = useState(false);
  const changed = useMemo(() => changedCopies(reading, library), [reading, library]);
  if (changed.length === 0) return null;
  return (
    <section className="so-own-changed">
      <Button size="small" tone="quiet" icon="info" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t("library.changed", { count: changed.length })}
      </Button>
      {open
        ? changed.map((copy) => <Changed key={copy.insight.id} workspace={workspace} copy={copy} />)
        : null}
    </section>
  );
}

export interface LibraryHintProps {
  readonly workspace: Workspace;
  /** An insight of ours on the board. */
  readonly insight: RecordId;
}

/** For the panel of one insight: the library says it otherwise since it was copied. Nothing where it does not. */
export function LibraryHint({ workspace, insight }: LibraryHintProps): ReactNode {
  const record = workspace.reading.insight(insight);
  const copy = record ? changedSinceCopied(record, workspace.library) : undefined;
  return copy ? <Changed workspace={workspace} copy={copy} /> : null;
}

interface ChangedProps {
  readonly workspace: Workspace;
  readonly copy: ChangedCopy;
}

/** Both wordings, one under the other, and the choice. */
function Changed({ workspace: { writable, edit }, copy }: ChangedProps): ReactNode {
  const t = useText();
  const format = useFormat();
  const nameOf = useMemberName();
  const toast = useToast();
  const { own, insight } = copy;
  return (
    <div className="so-own-compare">
      <p className="ss-meta">
        <Icon name="info" size="small" />
        {t("library.changed-by", {
          name: nameOf(own.updatedBy) ?? t("messages.reader-gone"),
          when: format.date(own.updatedAt),
        })}
      </p>
      <dl>
        <div>
          <dt className="ss-label">{t("library.here")}</dt>
          <dd dir="auto">{insight.fields.statement}</dd>
        </div>
        <div>
          <dt className="ss-label">{t("library.now")}</dt>
          <dd dir="auto">{own.fields.statement}</dd>
        </div>
      </dl>
      {writable ? (
        <p className="so-panel-acts">
          <Button
            size="small"
            onClick={() => {
              if (edit(refreshCopy(copy))) toast({ text: t("library.refreshed"), undo: true });
            }}
          >
            {t("library.take")}
          </Button>
          <Button
            size="small"
            tone="quiet"
            onClick={() => {
              if (edit(detachCopy(copy))) toast({ text: t("library.kept"), undo: true });
            }}
          >
            {t("library.keep")}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
