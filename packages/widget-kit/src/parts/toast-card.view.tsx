import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { usePlanSession, useT } from "../widget/widget-context.ts";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.view.tsx";

export interface Notice {
  /** What happened, as a sentence. */
  readonly text: string;
  readonly tone?: "good" | "warn" | "bad";
  /** One thing to do about it, such as "Undo". */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Offers to take back the last edit. */
  readonly undo?: boolean;
}

/** Long enough to read and to reach the button; it waits while pointer or focus is on it. */
const SHOWN_MS = 8_000;

/** One notice of the toast region. Widgets use `useToast()`. */
export function Toast({
  notice,
  onDismiss,
}: {
  readonly notice: Notice;
  readonly onDismiss: () => void;
}): ReactNode {
  const { text, tone = "good" } = notice;
  const t = useT();
  const [held, setHeld] = useState(false);
  const dismiss = useEffectEvent(onDismiss);
  const action = useAction(notice);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismiss(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held]);
  return (
    <div
      className={classNames("ss-toast", `ss-toast-${tone}`)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={tone === "good" ? "check" : "alert"} />
      <span className="ss-toast-text">{text}</span>
      {action === undefined ? null : (
        <button
          type="button"
          className="ss-toast-action"
          onClick={() => {
            action.run();
            onDismiss();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="ss-toast-close" aria-label={t("kit.close")} onClick={onDismiss}>
        <Icon name="close" size="small" />
      </button>
    </div>
  );
}

/** Undo takes back the edit the notice spoke of, not a later one of another name. */
function useAction({ action, undo }: Notice): Notice["action"] {
  const session = usePlanSession();
  const t = useT();
  const [name] = useState(() => session.getView().undo.undo);
  if (action !== undefined || undo !== true) return action;
  return {
    label: t("kit.undo"),
    run: () => {
      if (session.getView().undo.undo === name) session.undo();
    },
  };
}
