import type { SavingState as Saving } from "@sweetspot/contract";
import { memo, type ReactNode } from "react";
import { Button } from "../parts/button.view.tsx";
import { classNames } from "../parts/class-names.ts";
import { Icon } from "../parts/icon.view.tsx";
import type { IconName } from "../parts/icon-paths.ts";
import { useFormat, usePlanPart, usePlanSession, useT } from "../widget/widget-context.ts";

interface Look {
  readonly icon: IconName;
  readonly tone: "good" | "plain" | "warn" | "bad";
}

const LOOKS: Readonly<Record<Saving["state"], Look>> = {
  saved: { icon: "check", tone: "good" },
  waiting: { icon: "clock", tone: "plain" },
  saving: { icon: "clock", tone: "plain" },
  offline: { icon: "offline", tone: "warn" },
  conflict: { icon: "conflict", tone: "warn" },
  failed: { icon: "alert", tone: "bad" },
};

/** In words, what has become of the edits, and what to do where something is to do. */
export const SavingState = memo(function SavingState({
  onResolve,
}: {
  readonly onResolve?: () => void;
}): ReactNode {
  const saving = usePlanPart((view) => view.saving);
  const writable = usePlanPart((view) => view.writable.plan);
  const session = usePlanSession();
  const t = useT();
  const format = useFormat();
  const { icon, tone } = LOOKS[saving.state];
  const words =
    saving.state !== "saved"
      ? t(`kit.saving.${saving.state}`, { count: saving.pending })
      : saving.savedAt !== undefined
        ? t("kit.saving.saved", { time: format.time(saving.savedAt) })
        : writable
          ? ""
          : t("kit.saving.read-only");
  return (
    <div className="ss-saving">
      <output className={classNames("ss-saving-words", `ss-saving-${tone}`)} aria-live="polite">
        {words === "" ? null : <Icon name={icon} size="small" />}
        {saving.state === "conflict" && onResolve !== undefined ? (
          <button type="button" className="ss-link ss-saving-link" onClick={onResolve}>
            {words}
          </button>
        ) : (
          words
        )}
      </output>
      {saving.state === "failed" ? (
        <Button size="small" onClick={() => void session.flush()}>
          {t("kit.state.retry")}
        </Button>
      ) : null}
    </div>
  );
});
