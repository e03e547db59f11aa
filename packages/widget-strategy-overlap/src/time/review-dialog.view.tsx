import type { RecordId } from "@sweetspot/contract";
import { Button, Dialog, Icon, ReviewStamp, useFormat } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo } from "react";
import { useMemberName } from "../messages/message-context.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { reviewOf, type StepReview, toTell } from "./review.model.ts";

export interface ReviewDialogProps {
  readonly workspace: Workspace;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Shows a level of the board. */
  readonly onGo?: (level: RecordId) => void;
}

/** How far the board is and when somebody last worked on it. Told to whoever asks; nothing here reminds anybody. */
export function ReviewDialog({ open, ...props }: ReviewDialogProps): ReactNode {
  return open ? <Review {...props} /> : null;
}

function Review({ workspace, onOpenChange, onGo }: Omit<ReviewDialogProps, "open">): ReactNode {
  const { reading } = workspace;
  const t = useText();
  const { completeness, steps } = useMemo(() => reviewOf(reading), [reading]);
  const { done, possible, lacks } = completeness;
  return (
    <Dialog open onOpenChange={onOpenChange} title={t("time.review-title")}>
      <ReviewStamp step="strategy-overlap" />
      <p className="so-past-meter">
        <meter min={0} max={Math.max(1, possible)} value={done} aria-label={t("time.complete")} />
        <span>{t("time.complete-of", { done, possible })}</span>
      </p>
      <ul className="so-panel-list">
        {reading.board.levels.map(({ id, fields }) => {
          const here = toTell(lacks.filter(({ level }) => level === id));
          return (
            <li key={id} className="so-past-level">
              <Icon name={here.length === 0 ? "circle-check" : "circle-dashed"} />
              <div>
                <p dir="auto">{fields.name}</p>
                {here.length === 0 ? (
                  <p className="ss-meta">{t("time.level-whole")}</p>
                ) : (
                  <ul className="so-past-lacks ss-meta">
                    {here.map(({ lack }) => (
                      <li key={lack}>{t(`time.lack.${lack}`)}</li>
                    ))}
                  </ul>
                )}
              </div>
              {onGo && here.length > 0 ? (
                <Button size="small" tone="quiet" onClick={() => onGo(id)}>
                  {t("time.go")}
                  <span className="ss-hidden">{fields.name}</span>
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      <h3 className="so-panel-level">{t("time.worked-on")}</h3>
      <ul className="so-panel-list">
        {steps.map((step) => (
          <StepRow key={step.step} step={step} />
        ))}
      </ul>
    </Dialog>
  );
}

function StepRow({ step: { step, count, at, by } }: { readonly step: StepReview }): ReactNode {
  const t = useText();
  const format = useFormat();
  const nameOf = useMemberName();
  return (
    <li className="so-past-step">
      <span>{t(`time.step.${step}`, { count })}</span>
      <span className="ss-meta">
        {at === undefined
          ? t("time.step-never")
          : t("time.step-by", {
              name: nameOf(by) ?? t("messages.reader-gone"),
              when: format.relativeDays(at),
            })}
      </span>
    </li>
  );
}
