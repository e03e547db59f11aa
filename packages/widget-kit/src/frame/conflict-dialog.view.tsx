import type { ConflictCause, PlanConflict, PlanFields, PlanValue } from "@sweetspot/contract";
import { type ReactNode, useState } from "react";
import { Button } from "../parts/button.view.tsx";
import { Dialog } from "../parts/dialog.view.tsx";
import { Face } from "../parts/face.view.tsx";
import { useRecordWords } from "../plan/use-record-words.ts";
import { useCrm, useFormat, useHost, usePlan, usePlanSession, useT } from "../widget/widget-context.ts";
import { useRemover } from "../history/use-remover.ts";
import { ConflictMerge } from "./conflict-merge.view.tsx";
import { differenceOf } from "./difference.model.ts";

/** How a widget names what is in conflict. */
export interface ConflictWords {
  /** The record, for example "South, Cold rooms". */
  title(conflict: PlanConflict): string;
  fieldLabel(conflict: PlanConflict, field: string): string;
  /** The value in words; null reads as empty. */
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
      <p className="ss-dialog-text">{t("kit.conflict.safe")}</p>
      {conflicts.map((conflict) => (
        <OneConflict key={conflict.record} conflict={conflict} words={words} />
      ))}
    </Dialog>
  );
}

interface OneProps {
  readonly conflict: PlanConflict;
  readonly words: ConflictWords;
}

function OneConflict({ conflict, words }: OneProps): ReactNode {
  const [merging, setMerging] = useState(false);
  const session = usePlanSession();
  const { user } = useHost();
  const t = useT();
  const author = useAuthor(conflict);
  const { mine, theirs, because } = conflict;
  const keepMine =
    mine === null
      ? "remove-anyway"
      : because
        ? because.from === "library"
          ? "keep-copy"
          : "bring-back"
        : "keep-mine";
  return (
    <article className="ss-conflict" aria-label={words.title(conflict)}>
      <h3 className="ss-conflict-title">{words.title(conflict)}</h3>
      {because ? <Because because={because} author={author.name} /> : null}
      <section className="ss-conflict-side ss-conflict-mine">
        <p className="ss-row">
          <Face name={user.name} side="provider" />
          <strong>{t("kit.conflict.yours")}</strong>
          <span className="ss-meta">{t("kit.conflict.unsaved")}</span>
        </p>
        <Version conflict={conflict} words={words} side={mine} other={theirs} mark="mine" />
        <Button tone="primary" size="small" onClick={() => session.resolve(conflict.record, "mine")}>
          {t(`kit.conflict.${keepMine}`)}
        </Button>
      </section>
      <section className="ss-conflict-side ss-conflict-theirs">
        <p className="ss-row">
          <Face name={author.name} side="provider" />
          <strong>{author.name}</strong>
          <span className="ss-meta">{author.when}</span>
        </p>
        <Version conflict={conflict} words={words} side={theirs} other={mine} mark="theirs" />
        <Button size="small" onClick={() => session.resolve(conflict.record, "theirs")}>
          {because
            ? t(because.kind === "needed-by" ? "kit.conflict.give-up" : "kit.conflict.keep-it")
            : t("kit.conflict.keep-theirs", { name: author.name })}
        </Button>
      </section>
      {mine === null || theirs === null ? null : (
        <footer className="ss-conflict-foot">
          {merging ? (
            <ConflictMerge
              conflict={conflict}
              words={words}
              mine={mine}
              theirs={theirs}
              onCancel={() => setMerging(false)}
              onMerge={(merged) => session.resolve(conflict.record, { merged })}
            />
          ) : (
            <button type="button" className="ss-link" onClick={() => setMerging(true)}>
              {t("kit.conflict.merge")}
            </button>
          )}
        </footer>
      )}
    </article>
  );
}

/** Who is on the other side, and since when. Who removed a record is in the history alone, which is asked for it. */
function useAuthor(conflict: PlanConflict): { readonly name: string; readonly when: string } {
  const { stored, because } = conflict;
  const remover = useRemover(conflict);
  const { plan } = usePlan();
  const { teamMembers } = useCrm();
  const format = useFormat();
  const t = useT();
  const [user] = because?.records ?? [];
  const theirs = because?.kind === "needed-by" ? remover : user === undefined ? undefined : plan.get(user);
  const copy = because ? theirs : stored;
  return {
    name: teamMembers.find(({ id }) => id === copy?.updatedBy)?.name ?? t("kit.conflict.someone"),
    when: copy ? t("kit.conflict.saved", { when: format.dateTime(copy.updatedAt) }) : "",
  };
}

/** What stands on the record in question, by name. */
function Because(props: { readonly because: ConflictCause; readonly author: string }): ReactNode {
  const { kind, records, from } = props.because;
  const { plan } = usePlan();
  const { nameOf } = useRecordWords();
  const t = useT();
  const names = records.flatMap((id) => {
    const record = plan.get(id);
    return record ? [nameOf(record)] : [];
  });
  return (
    <p className="ss-dialog-text">
      {t(`kit.conflict.${kind}${from === undefined ? "" : `.${from}`}`, {
        name: props.author,
        records: names.join(" · "),
      })}
    </p>
  );
}

interface VersionProps extends OneProps {
  readonly side: PlanFields | null;
  readonly other: PlanFields | null;
  readonly mark: "mine" | "theirs";
}

/** One side's fields; the words that differ are marked by line and colour. */
function Version({ conflict, words, side, other, mark }: VersionProps): ReactNode {
  const t = useT();
  if (side === null) return <p className="ss-conflict-value">{t("kit.conflict.removed")}</p>;
  const textOf = (fields: PlanFields | null, field: string): string =>
    words.fieldText(conflict, field, fields?.[field] ?? null);
  return Object.keys({ ...side, ...other }).map((field) => {
    const { start, end, ...middle } = differenceOf(
      textOf(mark === "mine" ? side : other, field),
      textOf(mark === "mine" ? other : side, field),
    );
    const text = textOf(side, field);
    return (
      <div key={field} className="ss-conflict-value">
        <p className="ss-meta">{words.fieldLabel(conflict, field)}</p>
        <p>
          {text === "" ? <em>{t("kit.empty")}</em> : null}
          {text === "" ? null : start}
          {middle[mark] === "" ? null : <span className={`ss-conflict-words-${mark}`}>{middle[mark]}</span>}
          {text === "" ? null : end}
        </p>
      </div>
    );
  });
}
