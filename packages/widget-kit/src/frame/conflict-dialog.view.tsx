import type { PlanConflict, PlanValue } from "@sweetspot/contract";
import { type ReactNode } from "react";
import { Button } from "../parts/button.view.tsx";
import { Dialog } from "../parts/dialog.view.tsx";
import { Face } from "../parts/face.view.tsx";
import { useCrm, useFormat, useHost, usePlan, usePlanSession, useT } from "../widget/widget-context.ts";

/** How a widget names what is in conflict. */
export interface ConflictWords {
  /** The record, for example "South, Cold rooms". */
  title(conflict: PlanConflict): string;
  fieldLabel(conflict: PlanConflict, field: string): string;
  fieldText(conflict: PlanConflict, field: string, value: PlanValue): string;
}

export interface ConflictDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly words: ConflictWords;
}

/** Two versions of one thing, side by side, with author and time. Nothing is thrown away: the other stays in the history. */
export function ConflictDialog({ open, onOpenChange, words }: ConflictDialogProps): ReactNode {
  const { conflicts } = usePlan();
  const t = useT();
  return (
    <Dialog
      open={open && conflicts.length > 0}
      onOpenChange={onOpenChange}
      title={t("kit.conflict.title", { count: conflicts.length })}
      size="large"
    >
      {conflicts.map((conflict) => (
        <OneConflict key={conflict.record} conflict={conflict} words={words} />
      ))}
    </Dialog>
  );
}

function OneConflict({
  conflict,
  words,
}: {
  readonly conflict: PlanConflict;
  readonly words: ConflictWords;
}): ReactNode {
  const session = usePlanSession();
  const { teamMembers } = useCrm();
  const { user } = useHost();
  const format = useFormat();
  const t = useT();
  const author =
    teamMembers.find((member) => member.id === conflict.stored.updatedBy)?.name ?? t("kit.conflict.someone");
  const fields = [...new Set([...Object.keys(conflict.mine ?? {}), ...Object.keys(conflict.theirs ?? {})])];
  const version = (side: PlanConflict["mine"]): ReactNode =>
    side === null
      ? t("kit.conflict.removed")
      : fields.map((field) => (
          <p key={field}>
            <span className="ss-meta">{words.fieldLabel(conflict, field)}</span>{" "}
            {words.fieldText(conflict, field, side[field] ?? null)}
          </p>
        ));
  return (
    <article className="ss-conflict">
      <h3>{words.title(conflict)}</h3>
      <section className="ss-conflict-mine">
        <p className="ss-row">
          <Face name={user.name} />
          <strong>{t("kit.conflict.yours")}</strong>
        </p>
        {version(conflict.mine)}
        <Button tone="primary" size="small" onClick={() => session.resolve(conflict.record, "mine")}>
          {t("kit.conflict.keep-mine")}
        </Button>
      </section>
      <section className="ss-conflict-theirs">
        <p className="ss-row">
          <Face name={author} />
          <strong>{author}</strong>
          <span className="ss-meta">{format.dateTime(conflict.stored.updatedAt)}</span>
        </p>
        {version(conflict.theirs)}
        <Button size="small" onClick={() => session.resolve(conflict.record, "theirs")}>
          {t("kit.conflict.keep-theirs", { name: author })}
        </Button>
      </section>
    </article>
  );
}
