import { INSIGHT_KINDS, INSIGHT_STATES, insight as insightEntity } from "@sweetspot/plan-model";
import { Icon, usePlanLabels } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { useText } from "../workspace/use-text.ts";
import { STATE_ICONS } from "./card.view.tsx";

/** What the marks mean, and the keys. */
export function Legend({ writable }: { readonly writable: boolean }): ReactNode {
  const t = useText();
  const labels = usePlanLabels();
  return (
    <>
      <ul className="so-legend">
        {INSIGHT_KINDS.map((kind) => (
          <li key={kind}>
            <Icon name={kind} size="small" />
            {labels.choice(insightEntity, "kind", kind)}
          </li>
        ))}
        {INSIGHT_STATES.map((state) => (
          <li key={state}>
            <Icon name={STATE_ICONS[state]} size="small" />
            {labels.choice(insightEntity, "state", state)}
          </li>
        ))}
        <li>
          <Icon name="lens" size="small" />
          {t("lane.spot")}
        </li>
        <li>
          <Icon name="conflict" size="small" />
          {t("panel.conflict")}
        </li>
        <li>
          <Icon name="gap" size="small" />
          {t("gap.title")}
        </li>
      </ul>
      {writable ? <p className="so-keys">{t("board.keys")}</p> : null}
    </>
  );
}
