import { Icon } from "@sweetspot/widget-kit";
import { LEVEL_ORDER } from "@sweetspot/white-space";
import type { ReactNode } from "react";
import { useText } from "./use-text.ts";

/** What the marks mean; the words stand in the cells anyway. */
export function Legend({ similar = false }: { readonly similar?: boolean }): ReactNode {
  const t = useText();
  return (
    <ul className="ws-legend" aria-label={t("legend.title")}>
      {LEVEL_ORDER.map((level) => (
        <li key={level}>
          <span className="ws-bars" data-level={level} aria-hidden="true" />
          {t(`level.${level}`)}
        </li>
      ))}
      <li>
        <span className="ws-mark" aria-hidden="true">
          +6
        </span>
        {t("legend.new")}
      </li>
      <li>
        <span className="ws-mark" aria-hidden="true">
          ↑4
        </span>
        {t("legend.strengthen")}
      </li>
      {similar ? (
        <li>
          <span className="ws-mark" data-similar aria-hidden="true">
            ◇7
          </span>
          {t("legend.similar")}
        </li>
      ) : null}
      <li>
        <span className="ws-ring" aria-hidden="true" />
        {t("legend.open-deal")}
      </li>
      <li>
        <Icon name="pencil" size="small" />
        {t("legend.by-hand")}
      </li>
    </ul>
  );
}
