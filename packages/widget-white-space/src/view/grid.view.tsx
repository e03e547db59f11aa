import { useVirtualRows } from "@sweetspot/widget-kit";
import { memo, type ReactNode, type RefObject, useCallback, useMemo, useRef } from "react";
import { columnWidths, gridWidth } from "./column-widths.ts";
import { toSimilarMarks } from "../lookalikes/similar-marks.model.ts";
import { COVERAGE, UNMATCHED } from "../model/grid-frame.model.ts";
import { useCursor } from "./cursor.ts";
import { GridBody } from "./grid-body.view.tsx";
import { GridFoot } from "./grid-foot.view.tsx";
import { GridHead } from "./grid-head.view.tsx";
import type { CellText } from "./use-cell-text.ts";
import { useDrawnRows } from "./use-drawn-rows.ts";
import { useGridEvents } from "./use-grid-events.ts";
import { useScrollEdges } from "./use-scroll-edges.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

/** Pixels of a row, as far as it is not taller for its words; for rows that are not drawn. */
const ROW_HEIGHT = 45;
/** From so many rows on, only those in sight are drawn. */
const VIRTUAL_FROM = 200;
/** Rows drawn before the scroller has been measured. */
const FIRST_ROWS = 40;

export interface GridProps {
  readonly workspace: Workspace;
  readonly text: CellText;
  readonly table: RefObject<HTMLTableElement | null>;
}

/** The treegrid: areas by offerings, one tab stop, keys after the ARIA Authoring Practices. */
export const Grid = memo(function Grid({ workspace, text, table }: GridProps): ReactNode {
  const { model, frame, state, similar } = workspace;
  const t = useText();
  const cursor = useCursor(workspace.cursor);
  const drawn = useDrawnRows(workspace);
  const widths = useMemo(() => columnWidths(frame, model), [frame, model]);
  const scroller = useRef<HTMLDivElement>(null);
  useScrollEdges(scroller, table);
  const { rows, headers } = frame.visible;
  const long = rows.length > VIRTUAL_FROM;
  // A grid that is drawn whole is not measured: measuring forces a layout while it is being built.
  const unmeasured = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows({
    count: long ? rows.length : 0,
    scroller: long ? scroller : unmeasured,
    rowHeight: ROW_HEIGHT,
  });
  const from = long ? (virtual.rows[0]?.index ?? 0) : 0;
  const to = long ? (virtual.rows.at(-1)?.index ?? FIRST_ROWS - 1) + 1 : rows.length;
  const isDrawn = (row: number): boolean => row < 0 || row >= rows.length || (from <= row && row < to);
  const events = useGridEvents(workspace, cursor, table, {
    isDrawn,
    scrollTo: (row) => {
      if (!isDrawn(row)) virtual.scrollToRow(row);
    },
  });
  const { place, stroke } = events;
  const { suggestions, offerings } = model;
  const insideOf = useCallback(
    (offering: string): number => {
      const leaves = new Set(offerings.byId.get(offering)?.leaves);
      return suggestions.filter((suggestion) => leaves.has(suggestion.offering)).length;
    },
    [offerings, suggestions],
  );
  const marks = useMemo(() => toSimilarMarks(model, similar), [model, similar]);
  const similarOf = useCallback((offering: string) => marks.get(offering), [marks]);
  const perspective = model.perspective?.fields.name ?? "";
  // The grid keeps a tab stop while the cell that has it is out of sight.
  const tabStop = isDrawn(place.row) ? place : { row: from, column: place.column };

  return (
    <div className="ws-scroll" ref={scroller}>
      {/* A treegrid is one control: the keys and clicks of all its cells are handled here. */}
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="treegrid"
        ref={table}
        className="ws-grid"
        aria-label={t("grid.label", { perspective })}
        aria-rowcount={frame.lines + frame.rowIds.length}
        aria-colcount={frame.columnIds.length}
        aria-multiselectable="true"
        data-painting={state.brush}
        style={{ minWidth: gridWidth(widths) }}
        onKeyDown={events.onKeyDown}
        onClick={events.onClick}
        onMouseDown={events.onMouseDown}
        onFocus={events.onFocus}
        onPointerDown={stroke.onPointerDown}
        onPointerOver={stroke.onPointerOver}
        onPointerUp={stroke.onPointerUp}
        onPointerCancel={stroke.onPointerCancel}
      >
        <colgroup>
          {frame.columnIds.map((id, place) => (
            <col key={id} style={{ width: widths[place] }} />
          ))}
        </colgroup>
        <GridHead
          headers={headers}
          perspective={perspective}
          activeLine={place.row < 0 ? frame.lines + place.row : undefined}
          activeColumn={place.row < 0 ? place.column : -1}
          text={text}
          unmatchedColumn={frame.columnIds.includes(UNMATCHED)}
          coverage={frame.columnIds.includes(COVERAGE)}
          insideOf={insideOf}
          similarOf={similarOf}
        />
        <GridBody
          workspace={workspace}
          rows={drawn}
          text={text}
          place={tabStop}
          anchor={cursor.anchor}
          touched={stroke.touched}
          from={from}
          to={to}
          rowHeight={ROW_HEIGHT}
        />
        <GridFoot
          workspace={workspace}
          text={text}
          activeRow={place.row >= rows.length ? frame.rowIds[place.row] : undefined}
          activeColumn={place.row >= rows.length ? place.column : -1}
          firstRowIndex={frame.lines + rows.length + 1}
          firstLine={rows.length}
        />
      </table>
    </div>
  );
});
