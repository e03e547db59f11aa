import { memo, type ReactNode, useDeferredValue, useRef } from "react";
import { ChangeList } from "../time/change-list.view.tsx";
import { usePotential } from "../ranking/use-potential.ts";
import { TimeBar } from "../time/time-bar.view.tsx";
import { Grid } from "./grid.view.tsx";
import { KeyHints } from "./key-hints.view.tsx";
import { Lists } from "./lists.view.tsx";
import { NarrowGrid } from "./narrow-grid.view.tsx";
import { Notes } from "./notes.view.tsx";
import { PaintBar } from "./paint-bar.view.tsx";
import { CellPanel } from "./panel/cell-panel.view.tsx";
import type { CellText } from "./use-cell-text.ts";
import { useOpenedPanel } from "./use-opened-panel.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

interface MainViewProps {
  readonly workspace: Workspace;
  readonly text: CellText;
}

/** Grid, panel and lists; drawn anew when the workspace changes, not when an edit is being saved. A narrow widget shows one area at a time, and the panel instead of it. */
export const MainView = memo(function MainView({ workspace, text }: MainViewProps): ReactNode {
  const { shape, frame, writable } = workspace;
  const t = useText();
  // The lists may follow a moment later; the cell that a key is pressed on may not.
  const listed = useDeferredValue(workspace.model);
  const potentialOf = useDeferredValue(usePotential(workspace));
  const table = useRef<HTMLTableElement>(null);
  const panel = useOpenedPanel(workspace, table);
  const narrow = shape === "narrow";
  const sheet = narrow && panel.cell !== undefined;
  const nothing = frame.visible.rows.length === 0;
  return (
    <>
      {sheet ? null : <TimeBar workspace={workspace} />}
      {sheet ? null : <PaintBar workspace={workspace} />}
      {sheet ? null : <Notes workspace={workspace} />}
      <div className="ws-split" data-panel={panel.cell ? true : undefined}>
        {sheet ? null : (
          <div className="ws-split-grid">
            {nothing && !narrow ? <p className="ws-nothing">{t("filter.nothing")}</p> : null}
            {narrow ? (
              <NarrowGrid workspace={workspace} text={text} table={table} />
            ) : (
              <Grid workspace={workspace} text={text} table={table} />
            )}
            {narrow || !writable ? null : <KeyHints />}
          </div>
        )}
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
        {sheet ? null : (
          <div className="ws-split-lists">
            <ChangeList comparison={workspace.comparison} text={text} onOpen={panel.open} />
            <Lists model={listed} text={text} potentialOf={potentialOf} onOpen={panel.open} />
          </div>
        )}
      </div>
    </>
  );
});
