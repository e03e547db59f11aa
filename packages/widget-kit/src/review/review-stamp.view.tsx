import type { PlanEdit } from "@sweetspot/contract";
import { type PLAN_STEPS, recordsOf, stepReview, stepReviewId } from "@sweetspot/plan-model";
import type { ReactNode } from "react";
import { useToast } from "../parts/toast.view.tsx";
import { useCrm, useFormat, useHost, usePlanPart, usePlanSession, useT } from "../widget/widget-context.ts";

export type PlanStep = (typeof PLAN_STEPS)[number];

export interface ReviewStampProps {
  readonly step: PlanStep;
}

/**
 * Who looked through a step of the plan last, and a press that says “I have, now”. It stands where it stands: nothing
 * turns red with time, nobody is reminded.
 */
export function ReviewStamp({ step }: ReviewStampProps): ReactNode {
  const record = usePlanPart((view) => view.plan.get(stepReviewId(step)));
  const writable = usePlanPart((view) => view.writable.plan);
  const ready = usePlanPart((view) => view.status === "ready");
  const session = usePlanSession();
  const { teamMembers } = useCrm();
  const { user } = useHost();
  const { relativeDays, dateTime } = useFormat();
  const toast = useToast();
  const t = useT();
  if (!ready) return null;
  const [review] = recordsOf(stepReview, record ? [record] : []);
  const at = review?.fields.reviewedAt;
  const by = review?.fields.reviewedBy;
  const name = [user, ...teamMembers].find(({ id }) => id === by)?.name ?? t("kit.conflict.someone");
  const mark = (): void => {
    session.edit(toReview(step, { by: user.id, at: new Date().toISOString() }));
    toast({ text: t("kit.review.marked"), undo: true });
  };
  return (
    <p className="ss-review">
      <span className="ss-review-words">
        {at === undefined ? (
          t("kit.review.never")
        ) : (
          <time dateTime={at} title={dateTime(at)}>
            {t("kit.review.by", { name, ago: relativeDays(at) })}
          </time>
        )}
      </span>
      {writable ? (
        <button type="button" className="ss-link" onClick={mark}>
          {t("kit.review.mark")}
        </button>
      ) : null}
    </p>
  );
}

/** The edit that says a step was looked through; the note of the review before goes, as it was about another state. */
export const toReview = (
  step: PlanStep,
  { by, at }: { readonly by: string; readonly at: string },
): PlanEdit => ({
  name: "step-reviewed",
  scope: "plan",
  puts: [
    {
      id: stepReviewId(step),
      type: stepReview.name,
      fields: { step, reviewedBy: by, reviewedAt: at, note: null },
    },
  ],
  removes: [],
});
