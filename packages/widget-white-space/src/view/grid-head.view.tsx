import { softHyphens } from "@sweetspot/widget-kit";
import { memo, type ReactNode } from "react";
import type { HeaderCell } from "../model/visible-grid.model.ts";
import type { SimilarMark } from "../lookalikes/similar-marks.model.ts";
import type { CellText } from "./use-cell-text.ts";
import { useText } from "./use-text.ts";

export interface GridHeadProps {
  readonly headers: readonly (readonly HeaderCell[])[];
  readonly perspective: string;
  /** Place in the tab order, if it is in the head: header row from 0 and column. */
  readonly activeLine: number | undefined;
  readonly activeColumn: number;
  readonly text: CellText;
  readonly unmatchedColumn: boolean;
  readonly coverage: boolean;
  readonly insideOf: (offering: string) => number;
  /** What similar customers say of an offering, or of those in a folded group. */
  readonly similarOf: (offering: string) => SimilarMark | undefined;
}

/** The offerings: groups over their columns; a collapsed group is a column of its own. */
export const GridHead = memo(function GridHead(props: GridHeadProps): ReactNode {
  const { headers, text } = props;
  const t = useText();
  const lines = headers.length;
  const columns = headers.flat().reduce((last, cell) => Math.max(last, cell.column + cell.columnSpan), 0);
  const frameCell = (column: number, className: string, label: string): ReactNode => (
    <th
      scope="col"
      rowSpan={lines}
      className={className}
      aria-colindex={column + 1}
      tabIndex={props.activeLine !== undefined && props.activeColumn === column ? 0 : -1}
      data-column={column}
      data-line={0}
    >
      {label}
    </th>
  );
  return (
    <thead>
      {headers.map((cells, line) => (
        <tr key={`line-${String(line)}`} aria-rowindex={line + 1} data-line={line}>
          {line === 0 ? frameCell(0, "ws-corner", props.perspective) : null}
          {cells.map((cell) => {
            const active =
              props.activeLine !== undefined &&
              cell.line <= props.activeLine &&
              props.activeLine < cell.line + cell.lineSpan &&
              cell.column < props.activeColumn &&
              props.activeColumn <= cell.column + cell.columnSpan;
            const inside = cell.expandable && !cell.expanded ? props.insideOf(cell.node.id) : 0;
            const similar = cell.expandable && cell.expanded ? undefined : props.similarOf(cell.node.id);
            return (
              <th
                key={`${cell.node.id}-${String(cell.column)}`}

                scope={cell.columnSpan > 1 ? "colgroup" : "col"}
                colSpan={cell.columnSpan}
                rowSpan={cell.lineSpan}
                className={cell.expandable && cell.expanded ? "ws-group" : "ws-column"}
                aria-colindex={cell.column + 2}
                aria-expanded={cell.expandable ? cell.expanded : undefined}
                tabIndex={active ? 0 : -1}
                data-column={cell.column + 1}
                data-line={cell.line}
                data-expanded={cell.expandable ? cell.expanded : undefined}
                title={cell.node.path.join(" › ")}
              >
                {softHyphens(text.name(cell.node))}
                {inside > 0 ? (
                  <span className="ws-mark" title={t("grid.suggestions-inside", { count: inside })}>
                    {inside}
                  </span>
                ) : null}
                {similar ? (
                  <span className="ws-mark" data-similar title={t("similar.head", { ...similar })}>
                    {`◇${String(similar.buyers)}/${String(similar.of)}`}
                  </span>
                ) : null}
              </th>
            );
          })}
          {line === 0 && props.unmatchedColumn
            ? frameCell(columns + 1, "ws-column ws-unmatched", t("grid.no-offering"))
            : null}
          {line === 0 && props.coverage
            ? frameCell(columns + (props.unmatchedColumn ? 2 : 1), "ws-column ws-coverage", t("grid.covered"))
            : null}
        </tr>
      ))}
    </thead>
  );
});
