import type { ReactNode } from "react";
import type { DrawnRow } from "../model/drawn-rows.model.ts";
import { toPlace } from "../model/grid-frame.model.ts";
import type { Place } from "../model/treegrid-keys.model.ts";
import type { Cursor } from "./cursor.ts";
import { GridRow } from "./grid-row.view.tsx";
import type { CellText } from "./use-cell-text.ts";
import type { Workspace } from "./use-workspace.ts";

export interface GridBodyProps {
  readonly workspace: Workspace;
  readonly rows: readonly DrawnRow[];
  readonly text: CellText;
  readonly place: Place;
  readonly anchor: Cursor["anchor"];
  readonly touched: ReadonlySet<string>;
  /** Rows drawn, the last one excluded; the others are only space. */
  readonly from: number;
  readonly to: number;
  readonly rowHeight: number;
}

/** The areas. Each row decides itself whether it must be drawn anew. */
export function GridBody(props: GridBodyProps): ReactNode {
  const { workspace, rows, text, place, touched, from, to, rowHeight } = props;
  const { frame, state } = workspace;
  const { columns } = frame.visible;
  const anchor = props.anchor && toPlace(props.anchor, frame);
  const opened = columns.findIndex((column) => column.node.id === state.opened?.offering) + 1;
  return (
    <tbody>
      <Spacer height={from * rowHeight} columns={frame.columnIds.length} />
      {rows.slice(from, to).map((row, offset) => {
        const line = from + offset;
        const { id } = row.node;
        const range = rangeIn(anchor, place, line);
        return (
          <GridRow
            key={id}
            row={row}
            line={line}
            rowIndex={frame.lines + line + 1}
            activeColumn={place.row === line ? place.column : undefined}
            selectedFrom={range.from}
            selectedTo={range.to}
            openedColumn={state.opened?.area === id ? opened : 0}
            touched={touched.size === 0 ? "" : touchedIn(touched, id, columns)}
            text={text}
            currency={workspace.model.currency}
          />
        );
      })}
      <Spacer height={(rows.length - to) * rowHeight} columns={frame.columnIds.length} />
    </tbody>
  );
}

/** Stands for rows out of sight, so that the scrollbar tells the truth. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }): ReactNode {
  if (height <= 0) return null;
  return (
    <tr role="presentation" aria-hidden="true">
      <td colSpan={columns} style={{ height, padding: 0 }}>
        {"\u00A0"}
      </td>
    </tr>
  );
}

const NO_RANGE = { from: 0, to: -1 };

/** Columns of a row inside the range between anchor and place; none while no range is chosen. */
function rangeIn(anchor: Place | undefined, place: Place, line: number): typeof NO_RANGE {
  if (!anchor || line < Math.min(anchor.row, place.row) || line > Math.max(anchor.row, place.row))
    return NO_RANGE;
  return { from: Math.min(anchor.column, place.column), to: Math.max(anchor.column, place.column) };
}

const touchedIn = (
  touched: ReadonlySet<string>,
  area: string,
  columns: Workspace["frame"]["visible"]["columns"],
): string =>
  columns.flatMap((column, index) => (touched.has(`${area}|${column.node.id}`) ? [index + 1] : [])).join(",");
