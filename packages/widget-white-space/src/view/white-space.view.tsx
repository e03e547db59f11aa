import { stateOf, StateScreen, useCrm, WidgetFrame } from "@sweetspot/widget-kit";
import { type ReactNode, useRef, useState } from "react";
import type { CellModel } from "../model/cell.model.ts";
import { Grid } from "./grid.view.tsx";
import { KeyHints } from "./key-hints.view.tsx";
import { Legend } from "./legend.view.tsx";
import { Lists } from "./lists.view.tsx";
import { Notes } from "./notes.view.tsx";
import { PaintBar } from "./paint-bar.view.tsx";
import { CellPanel } from "./panel/cell-panel.view.tsx";
import { Toolbar } from "./toolbar.view.tsx";
import { useCellText } from "./use-cell-text.ts";
import { useOpenedPanel } from "./use-opened-panel.ts";
import { useText } from "./use-text.ts";
import { useWorkspace } from "./use-workspace.ts";

/** The white-space widget: what the customer buys from us where, and what he could. */
export function WhiteSpaceView(): ReactNode {
  const t = useText();
  const workspace = useWorkspace();
  const text = useCellText();
  const crm = useCrm();
  const table = useRef<HTMLTableElement>(null);
  const panel = useOpenedPanel(workspace, table);
  const [resolving, setResolving] = useState(false);
  const { model, planView, shape } = workspace;
  const empty = model.areas.nodes.length === 0 || model.offerings.nodes.length === 0;
  const title = t("widget.title");
  return (
    <WidgetFrame
      icon="grid"
      title={title}
      subtitle={
        empty
          ? t("widget.question")
          : t("widget.subtitle", {
              areas: model.areas.leaves.length,
              offerings: model.offerings.leaves.length,
            })
      }
      {...(empty ? {} : { bar: <Toolbar workspace={workspace} />, footer: <Legend /> })}
      onResolve={() => setResolving(true)}
    >
      <StateScreen
        state={stateOf(planView, crm, empty)}
        title={title}
        empty={{ icon: "grid", title: t("empty.title"), text: t("empty.text") }}
        onResolve={() => setResolving(true)}
      >
        <PaintBar workspace={workspace} />
        <Notes workspace={workspace} />
        <div className="ws-split" data-panel={panel.cell ? true : undefined} data-resolving={resolving || undefined}>
          <div className="ws-split-grid">
            <Grid workspace={workspace} text={text} table={table} />
            {shape === "narrow" ? null : <KeyHints />}
          </div>
          {panel.cell ? (
            <div className="ws-split-panel">
              <CellPanel
                workspace={workspace}
                text={text}
                cell={panel.cell}
                takeFocus={panel.takeFocus}
                previous={panel.previous}
                next={panel.next}
                onClose={panel.close}
              />
            </div>
          ) : null}
          <div className="ws-split-lists">
            <Lists workspace={workspace} text={text} onOpen={(cell: CellModel) => panel.open(cell)} />
          </div>
        </div>
      </StateScreen>
    </WidgetFrame>
  );
}
