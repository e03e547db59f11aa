import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { usePlanPart, usePlanSession, useT } from "../widget/widget-context.ts";
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

/** Long enough to read and to reach the button. */
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
  const restart = useRef(() => {});
  const dismiss = useEffectEvent(onDismiss);
  const { action, isPast } = useAction(notice);
  useEffect(() => {
    if (isPast) dismiss();
  }, [isPast]);
  useEffect(() => {
    if (held) return undefined;
    let timer = setTimeout(() => dismiss(), SHOWN_MS);
    restart.current = () => {
      clearTimeout(timer);
      timer = setTimeout(() => dismiss(), SHOWN_MS);
    };
    return () => {
      restart.current = () => {};
      clearTimeout(timer);
    };
  }, [held]);
  return (
    <div
      className={classNames("ss-toast", `ss-toast-${tone}`)}
      // It waits for who is coming to it. A pointer that rests where it came up is nobody.
      onPointerMove={() => restart.current()}
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

interface NoticeAction {
  readonly action: Notice["action"];
  /** What it offers to take back was taken back otherwise, or is no longer the last. */
  readonly isPast: boolean;
}

/** Undo takes back the edit the notice spoke of, not a later one of another name. */
function useAction({ action, undo }: Notice): NoticeAction {
  const session = usePlanSession();
  const t = useT();
  const last = usePlanPart((view) => view.undo.undo);
  const [name] = useState(last);
  if (action !== undefined || undo !== true) return { action, isPast: false };
  return {
    action: {
      label: t("kit.undo"),
      run: () => {
        if (session.getView().undo.undo === name) session.undo();
      },
    },
    isPast: last !== name,
  };
}
