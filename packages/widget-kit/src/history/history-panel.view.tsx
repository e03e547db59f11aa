import type { Change, PlanEdit } from "@sweetspot/contract";
import { type ReactNode, useMemo } from "react";
import { Button } from "../parts/button.view.tsx";
import { Dialog } from "../parts/dialog.view.tsx";
import { Face } from "../parts/face.view.tsx";
import { useToast } from "../parts/toast.view.tsx";
import { useRecordWords } from "../plan/use-record-words.ts";
import { useCrm, useFormat, useHost, usePlanPart, usePlanSession, useT } from "../widget/widget-context.ts";
import { HistoryStepView } from "./history-step.view.tsx";
import { type HistoryPlace, toHistory } from "./history.model.ts";
import { useHistory } from "./use-history.ts";

export interface HistoryPanelProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Whose history; default the account's plan. */
  readonly scope?: PlanEdit["scope"];
  /** Stands above the title: what the history is of, where it is of less than the whole plan. */
  readonly about?: string;
  /** Which changes belong to it, for example those of the widget's entities; default all. Keep it the same function. */
  readonly only?: (change: Change) => boolean;
}

/** Who changed what, and when, newest first; an earlier value comes back as an edit like any other. */
export function HistoryPanel({
  open,
  onOpenChange,
  scope = "plan",
  about,
  only,
}: HistoryPanelProps): ReactNode {
  const t = useT();
  const history = useHistory(scope, open);
  const steps = useMemo(() => toHistory(history.changes, only), [history.changes, only]);
  const place = usePlace(scope);
  const writable = usePlanPart((view) => view.writable[scope]);
  const session = usePlanSession();
  const words = useRecordWords();
  const { teamMembers } = useCrm();
  const { user } = useHost();
  const { relativeDays, dateTime } = useFormat();
  const toast = useToast();
  const restore = (edit: PlanEdit): void => {
    session.edit(edit);
    toast({ text: t("kit.history.restored"), undo: true });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      place="side"
      title={t("kit.history.title")}
      {...(about === undefined ? {} : { eyebrow: about })}
    >
      {history.status === "loading" ? <output>{t("kit.history.loading")}</output> : null}
      {history.status === "failed" ? (
        <p className="ss-row" role="alert">
          {t("kit.error.unavailable.short")}
          <Button size="small" onClick={history.again}>
            {t("kit.state.retry")}
          </Button>
        </p>
      ) : null}
      {history.status === "ready" && steps.length === 0 && !history.hasEarlier ? (
        <p>{t("kit.history.empty")}</p>
      ) : null}
      <ol className="ss-history">
        {steps.map((step) => {
          const name =
            [user, ...teamMembers].find(({ id }) => id === step.by)?.name ?? t("kit.conflict.someone");
          return (
            <li key={step.version} className="ss-history-step">
              <p className="ss-row">
                <Face name={name} side="provider" />
                <strong>{name}</strong>
                <time className="ss-meta" dateTime={step.at} title={dateTime(step.at)}>
                  {relativeDays(step.at)}
                </time>
              </p>
              <HistoryStepView
                step={step}
                words={words}
                place={place}
                onRestore={writable ? restore : undefined}
              />
            </li>
          );
        })}
      </ol>
      {history.status === "ready" && history.hasEarlier ? (
        <Button onClick={history.readEarlier}>{t("kit.history.earlier")}</Button>
      ) : null}
    </Dialog>
  );
}

function usePlace(scope: PlanEdit["scope"]): HistoryPlace {
  const plan = usePlanPart((view) => view.plan);
  const library = usePlanPart((view) => view.library);
  return useMemo(
    () => ({
      scope,
      own: scope === "plan" ? plan : library,
      all: (id) => library.has(id) || (scope === "plan" && plan.has(id)),
    }),
    [scope, plan, library],
  );
}
