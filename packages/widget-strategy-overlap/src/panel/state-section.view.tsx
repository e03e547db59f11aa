import { INSIGHT_STATES, insight as insightEntity } from "@sweetspot/plan-model";
import { SegmentedControl, useCrm, useFormat, usePlanLabels } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { STATE_ICONS } from "../board/card.view.tsx";
import { setInsightState } from "../board/insight-edits.model.ts";
import { useText } from "../workspace/use-text.ts";
import type { InsightPartProps } from "./insight-part.ts";
import { Section } from "./section.view.tsx";

/** Unconfirmed, confirmed by the customer, done: with who said so and when. */
export function StateSection({ workspace, insight }: InsightPartProps): ReactNode {
  const { edit, author, writable } = workspace;
  const t = useText();
  const labels = usePlanLabels();
  const format = useFormat();
  const { teamMembers } = useCrm();
  const { state = "unconfirmed", stateBy, stateAt } = insight.fields;
  const by = teamMembers.find(({ id }) => id === stateBy)?.name;
  return (
    <Section title={labels.field(insightEntity, "state").label}>
      {writable ? (
        <SegmentedControl
          size="small"
          label={labels.field(insightEntity, "state").label}
          value={state}
          options={INSIGHT_STATES.map((value) => ({
            value,
            label: labels.choice(insightEntity, "state", value),
            icon: STATE_ICONS[value],
          }))}
          onChange={(next) => edit(setInsightState(insight.id, next, author()))}
        />
      ) : (
        <p>{labels.choice(insightEntity, "state", state)}</p>
      )}
      {stateAt === undefined ? (
        <p className="ss-meta">{t("panel.state-hint")}</p>
      ) : (
        <p className="ss-meta">
          {t("panel.state-by", { name: by ?? t("panel.someone"), date: format.dateTime(stateAt) })}
        </p>
      )}
    </Section>
  );
}
