import { softHyphens } from "@sweetspot/widget-kit";
import { memo, type ReactNode } from "react";
import type { DrawnRow } from "../model/drawn-rows.model.ts";
import { CoverageCell, UnmatchedCell } from "./frame-cells.view.tsx";
import { GridCell } from "./grid-cell.view.tsx";
import { useMoneyText } from "./use-money-text.ts";
import type { CellText } from "./use-cell-text.ts";
import { useText } from "./use-text.ts";

export interface GridRowProps {
  readonly row: DrawnRow;
  /** Row of the body, from 0. */
  readonly line: number;
  /** Absolute number in the whole grid, from 1, header rows included. */
  readonly rowIndex: number;
  /** Column in the tab order, if it is in this row; 0 is the row header. */
  readonly activeColumn: number | undefined;
  /** First and last selected column. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly openedColumn: number;
  /** Columns a paint stroke has touched, as text: "2,3,5". */
  readonly touched: string;
  readonly text: CellText;
  readonly currency: string | undefined;
}

/** One area with its cells. It is drawn anew only when one of its properties is another. */
export const GridRow = memo(function GridRow(props: GridRowProps): ReactNode {
  const { row, text, activeColumn } = props;
  const { node, suggestionsInside: inside } = row;
  const t = useText();
  const toMoneyText = useMoneyText(props.currency);
  const touched = new Set(props.touched.split(","));
  return (
    <tr
      className="ws-row"
      aria-level={node.depth + 1}
      aria-expanded={row.expandable ? row.expanded : undefined}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-rowindex={props.rowIndex}
      data-row={props.line}
      data-parent={row.expandable || undefined}
    >
      <th
        scope="row"
        className="ws-name"
        tabIndex={activeColumn === 0 ? 0 : -1}
        aria-colindex={1}
        data-column={0}
        data-depth={Math.min(node.depth, 5)}
        data-expanded={row.expandable ? row.expanded : undefined}
      >
        {softHyphens(text.name(node))}
        {row.expandable && !row.expanded ? (
          <span className="ws-inside">
            {` ${String(node.leaves.length)}`}
            {inside > 0 ? (
              <span className="ws-mark" title={t("grid.suggestions-inside", { count: inside })}>
                {inside}
              </span>
            ) : null}
          </span>
        ) : null}
      </th>
      {row.cells.map((drawn, index) => (
        <GridCell
          key={drawn.cell.offering.id}
          drawn={drawn}
          column={index + 1}
          active={activeColumn === index + 1}
          selected={
            (props.selectedFrom <= index + 1 && index + 1 <= props.selectedTo) ||
            touched.has(String(index + 1))
          }
          opened={props.openedColumn === index + 1}
          text={text}
          currency={props.currency}
        />
      ))}
      {row.unmatchedColumn > 0 ? (
        <UnmatchedCell
          column={row.unmatchedColumn}
          active={activeColumn === row.unmatchedColumn}
          label={`${text.name(node)}, ${t("grid.no-offering")}`}
          count={row.loose}
        />
      ) : null}
      {row.coverageColumn > 0 ? (
        <CoverageCell
          atEnd
          column={row.coverageColumn}
          active={activeColumn === row.coverageColumn}
          label={text.name(node)}
          covered={row.covered}
          possible={row.possible}
          money={toMoneyText(row.amounts)}
          held={row.held}
          text={text}
        />
      ) : null}
    </tr>
  );
});
