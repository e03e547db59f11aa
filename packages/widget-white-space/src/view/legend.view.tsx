import { Icon } from "@sweetspot/widget-kit";
import { POSSESSIONS } from "@sweetspot/plan-model";
import { LEVEL_ORDER } from "@sweetspot/white-space";
import type { ReactNode } from "react";
import type { Lens } from "./grid-state.ts";
import type { CellText } from "./use-cell-text.ts";
import { useText } from "./use-text.ts";

const MONEY_SIGNS = [
  ["won", "420"],
  ["open", "○"],
  ["potential", "+"],
  ["estimated", "≈"],
  ["share", "▬"],
  ["missing", "*"],
] as const;

interface LegendProps {
  readonly similar?: boolean;
  readonly lens?: Lens;
  readonly text?: CellText;
}

/** What the marks mean; the words stand in the cells anyway. */
export function Legend({ similar = false, lens, text }: LegendProps): ReactNode {
  const t = useText();
  if (lens === "possession" && text)
    return (
      <ul className="ws-legend" aria-label={t("legend.title")}>
        {POSSESSIONS.map((holder) => (
          <li key={holder}>{`${text.holder(holder)}: ${t(`legend.holder.${holder}`)}`}</li>
        ))}
        <li>{`${text.byHand} ${t("legend.by-hand")}`}</li>
      </ul>
    );
  if (lens === "money")
    return (
      <ul className="ws-legend" aria-label={t("legend.title")}>
        {MONEY_SIGNS.map(([key, sign]) => (
          <li key={key}>
            <strong aria-hidden="true">{sign}</strong>
            {t(`legend.money.${key}`)}
          </li>
        ))}
      </ul>
    );
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
