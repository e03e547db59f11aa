import { Icon } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import type { TheirWord } from "../model/words.model.ts";
import { useText } from "./use-text.ts";

/** More than these are no help while one writes. */
const FIRST = 30;

/** What the customer himself says, at hand while one writes; what the proposition speaks already is ticked. */
export function TheirWords({ words }: { readonly words: readonly TheirWord[] }): ReactNode {
  const t = useText();
  if (words.length === 0) return null;
  const used = words.filter((word) => word.used).length;
  return (
    <details className="vp-theirs">
      <summary>{t("theirs.title", { used, count: words.length })}</summary>
      <ul>
        {words.slice(0, FIRST).map((word) => (
          <li key={word.id} data-used={word.used || undefined}>
            <Icon name={word.used ? "circle-check" : "circle-dashed"} size="small" />
            <span>
              <span className={word.kind === "term" ? "vp-theirs-term" : undefined} dir="auto">
                {word.text}
              </span>
              <span className="ss-meta" dir="auto">
                {word.kind === "term"
                  ? [
                      word.meaning,
                      word.ours.length > 0 ? t("theirs.instead", { ours: word.ours.join(", ") }) : undefined,
                    ]
                      .filter(Boolean)
                      .join(" · ")
                  : word.by}
              </span>
              {word.used ? <span className="ss-hidden">{t("theirs.used")}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
