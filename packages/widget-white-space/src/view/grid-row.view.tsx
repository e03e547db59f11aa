import { memo, type ReactNode } from "react";
import type { CellFace } from "../model/cell-face.model.ts";
import type { CellModel } from "../model/cell.model.ts";
import type { VisibleNode } from "../model/visible-grid.model.ts";
import { GridCell } from "./grid-cell.view.tsx";
import type { CellText } from "./use-cell-text.ts";

export interface GridRowProps {
  readonly row: VisibleNode;
  /** Absolute number in the whole grid, from 1, header rows included. */
  readonly rowIndex: number;
  /** Row of the body, from 0. */
  readonly line: number;
  readonly cells: readonly CellModel[];
  readonly faces: readonly CellFace[];
  /** Column in the tab order, if it is in this row; 0 is the row header. */
  readonly activeColumn: number | undefined;
  /** First and last selected column. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly openedColumn: number;
  /** Columns a paint stroke has touched, as text: "2,3,5". */
  readonly touched: string;
  readonly suggestionsInside: number;
  readonly text: CellText;
  readonly insideLabel: string;
  readonly money: readonly ({ readonly won: string; readonly potential: string } | undefined)[] | undefined;
  /** Frame cells at the end: unmatched records, coverage. */
  readonly tail: ReactNode;
  /** Changes when the tail must be drawn anew. */
  readonly tailKey: string;
}

/** One area with its cells. It is drawn anew only when something in it looks different. */
export const GridRow = memo(DrawnRow, sameRow);

function DrawnRow(props: GridRowProps): ReactNode {
  const { row, cells, faces, text, activeColumn } = props;
  const { node } = row;
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
        {text.name(node)}
        {row.expandable && !row.expanded ? (
          <span className="ws-inside">
            {` ${String(node.leaves.length)}`}
            {props.suggestionsInside > 0 ? (
              <span className="ws-mark" title={props.insideLabel}>
                {props.suggestionsInside}
              </span>
            ) : null}
          </span>
        ) : null}
      </th>
      {cells.map((cell, index) => (
        <GridCell
          key={cell.offering.id}
          cell={cell}
          face={faces[index] as CellFace}
          column={index + 1}
          active={activeColumn === index + 1}
          selected={
            (props.selectedFrom <= index + 1 && index + 1 <= props.selectedTo) ||
            touched.has(String(index + 1))
          }
          opened={props.openedColumn === index + 1}
          text={text}
          money={props.money?.[index]}
        />
      ))}
      {props.tail}
    </tr>
  );
}

function sameRow(before: GridRowProps, after: GridRowProps): boolean {
  return (
    before.row.node.name === after.row.node.name &&
    before.row.node.depth === after.row.node.depth &&
    before.row.expanded === after.row.expanded &&
    before.row.expandable === after.row.expandable &&
    before.row.place === after.row.place &&
    before.row.siblings === after.row.siblings &&
    before.row.node.leaves.length === after.row.node.leaves.length &&
    before.rowIndex === after.rowIndex &&
    before.line === after.line &&
    before.activeColumn === after.activeColumn &&
    before.selectedFrom === after.selectedFrom &&
    before.selectedTo === after.selectedTo &&
    before.openedColumn === after.openedColumn &&
    before.touched === after.touched &&
    before.suggestionsInside === after.suggestionsInside &&
    before.text === after.text &&
    before.tailKey === after.tailKey &&
    before.money === after.money &&
    before.cells.length === after.cells.length &&
    before.faces.every(
      (face, index) =>
        face.key === after.faces[index]?.key &&
        before.cells[index]?.offering.id === after.cells[index]?.offering.id &&
        before.cells[index]?.offering.name === after.cells[index]?.offering.name,
    )
  );
}
