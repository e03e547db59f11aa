import type { SavingState as Saving } from "@sweetspot/contract";
import type { ReactNode } from "react";
import { Button } from "../parts/button.view.tsx";
import { classNames } from "../parts/class-names.ts";
import { Icon } from "../parts/icon.view.tsx";
import type { IconName } from "../parts/icon-paths.ts";
import { useFormat, usePlan, usePlanSession, useT } from "../widget/widget-context.ts";

const LOOKS: Readonly<
  Record<Saving["state"], { readonly icon: IconName; readonly tone: "good" | "plain" | "warn" | "bad" }>
> = {
  saved: { icon: "check", tone: "good" },
  waiting: { icon: "clock", tone: "plain" },
  saving: { icon: "clock", tone: "plain" },
  offline: { icon: "offline", tone: "warn" },
  conflict: { icon: "conflict", tone: "warn" },
  failed: { icon: "alert", tone: "bad" },
};

/** In words, what has become of the edits. */
export function SavingState({ onResolve }: { readonly onResolve?: () => void }): ReactNode {
  const { saving } = usePlan();
  const session = usePlanSession();
  const t = useT();
  const format = useFormat();
  const { icon, tone } = LOOKS[saving.state];
  const words =
    saving.state === "saved"
      ? saving.savedAt === undefined
        ? ""
        : t("kit.saving.saved", { time: format.time(saving.savedAt) })
      : t(`kit.saving.${saving.state}`, { count: saving.pending });
  return (
    <div className="ss-saving">
      <span className={classNames("ss-saving-words", `ss-saving-${tone}`)} role="status" aria-live="polite">
        {words === "" ? null : <Icon name={icon} size="small" />}
        {words}
      </span>
      {saving.state === "failed" ? (
        <Button size="small" onClick={() => void session.flush()}>
          {t("kit.state.retry")}
        </Button>
      ) : null}
      {saving.state === "conflict" && onResolve !== undefined ? (
        <Button size="small" onClick={onResolve}>
          {t("kit.state.compare")}
        </Button>
      ) : null}
    </div>
  );
}
