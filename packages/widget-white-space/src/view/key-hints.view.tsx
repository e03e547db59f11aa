import type { ReactNode } from "react";
import { useText } from "./use-text.ts";

/** The keys of the grid, for those who fill many cells. */
export function KeyHints(): ReactNode {
  const t = useText();
  const hints = [
    ["← ↑ ↓ →", t("keys.move")],
    ["Enter", t("keys.open")],
    ["0–3", t("keys.level")],
    ["X", t("keys.not-possible")],
    ["Del", t("keys.hand-back")],
    ["P", t("keys.paint")],
    ["+ −", t("keys.expand")],
  ] as const;
  return (
    <p className="ws-keys">
      {hints.map(([key, what]) => (
        <span key={key}>
          <kbd className="ss-key">{key}</kbd> {what}
        </span>
      ))}
    </p>
  );
}
