import { stateOf, StateScreen, useCrm, usePlan, WidgetFrame } from "@sweetspot/widget-kit";
import { type ReactNode, useRef } from "react";
import { Grid } from "./grid.view.tsx";
import { Legend } from "./legend.view.tsx";
import { useCellText } from "./use-cell-text.ts";
import { useText } from "./use-text.ts";
import { useWorkspace } from "./use-workspace.ts";

/** The white-space widget: what the customer buys from us where, and what he could. */
export function WhiteSpaceView(): ReactNode {
  const t = useText();
  const workspace = useWorkspace();
  const text = useCellText();
  const crm = useCrm();
  const plan = usePlan();
  const table = useRef<HTMLTableElement>(null);
  const { model } = workspace;
  const empty = model.areas.nodes.length === 0 || model.offerings.nodes.length === 0;
  return (
    <WidgetFrame
      icon="grid"
      title={t("widget.title")}
      subtitle={t("widget.subtitle", {
        areas: model.areas.leaves.length,
        offerings: model.offerings.leaves.length,
      })}
      footer={empty ? undefined : <Legend />}
    >
      <StateScreen
        state={stateOf(plan, crm, empty)}
        title={t("widget.title")}
        empty={{ icon: "grid", title: t("empty.title"), text: t("empty.text") }}
      >
        <div className="ws-split">
          <div className="ws-split-grid">
            <Grid workspace={workspace} text={text} table={table} />
          </div>
        </div>
      </StateScreen>
    </WidgetFrame>
  );
}
