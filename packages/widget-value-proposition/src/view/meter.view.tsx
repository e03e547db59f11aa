import type { ReactNode } from "react";
import type { PartProgress } from "../model/parts.model.ts";
import { useText } from "./use-text.ts";

/** Four boxes, one a part: written, missing, or in need of another look. */
export function Meter({ progress }: { readonly progress: readonly PartProgress[] }): ReactNode {
  const t = useText();
  const done = progress.filter(({ state }) => state === "done").length;
  return (
    <span className="vp-meter">
      <span className="ss-hidden">{t("meter.done", { done })}</span>
      {progress.map(({ part, state }, index) => (
        <span key={part} className="vp-meter-box" data-state={state} aria-hidden="true">
          {index + 1}
        </span>
      ))}
    </span>
  );
}
