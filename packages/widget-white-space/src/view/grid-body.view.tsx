import { useFormat } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { COVERAGE, toPlace, UNMATCHED } from "../model/grid-frame.model.ts";
import { amountsOf } from "../model/money.model.ts";
import type { Place } from "../model/treegrid-keys.model.ts";
import { CoverageCell, UnmatchedCell } from "./frame-cells.view.tsx";
import { facesOf } from "./grid-cell.view.tsx";
import { GridRow } from "./grid-row.view.tsx";
import { moneyOf, toMoneyText } from "./money-lens.ts";
import type { CellText } from "./use-cell-text.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

export interface GridBodyProps {
  readonly workspace: Workspace;
  readonly text: CellText;
  readonly place: Place;
  readonly touched: ReadonlySet<string>;
  /** Rows drawn, the last one excluded; the others are only space. */
  readonly from: number;
  readonly to: number;
  readonly rowHeight: number;
}

/** The areas. Each row decides itself whether it must be drawn anew. */
export function GridBody(props: GridBodyProps): ReactNode {
  const { workspace, text, place, touched, from, to, rowHeight } = props;
  const { model, frame, state, filtered } = workspace;
  const t = useText();
  const format = useFormat();
  const { rows, columns } = frame.visible;
  const unmatchedAt = frame.columnIds.indexOf(UNMATCHED);
  const coverageAt = frame.columnIds.indexOf(COVERAGE);
  const insideByArea = countByLeaf(model.suggestions.map((suggestion) => suggestion.area));
  const { byArea } = model.derived.unmatched;
  return (
    <tbody>
      <Spacer height={from * rowHeight} columns={frame.columnIds.length} />
      {rows.slice(from, to).map((row, offset) => {
        const line = from + offset;
        const { node } = row;
        const cells = columns.map((column) => model.cell(node.id, column.node.id));
        const range = rangeIn(state.anchor && toPlace(state.anchor, frame), place, line);
        const { covered, possible } = model.grid.coverage({ area: node.id });
        const loose = sumOver(node.leaves, (leaf) => byArea.get(leaf)?.length ?? 0);
        const inside = row.expanded ? 0 : sumOver(node.leaves, (leaf) => insideByArea.get(leaf) ?? 0);
        const total =
          state.lens === "money"
            ? toMoneyText(
                amountsOf(
                  model,
                  node.leaves,
                  model.offerings.leaves.map((leaf) => leaf.id),
                ),
                format,
              )
            : undefined;
        const activeColumn = place.row === line ? place.column : undefined;
        return (
          <GridRow
            key={node.id}
            row={row}
            rowIndex={frame.lines + line + 1}
            line={line}
            cells={cells}
            faces={facesOf(cells, filtered.passes)}
            activeColumn={activeColumn}
            selectedFrom={range.from}
            selectedTo={range.to}
            openedColumn={
              state.opened?.area === node.id
                ? columns.findIndex((column) => column.node.id === state.opened?.offering) + 1
                : -1
            }
            touched={touched.size === 0 ? "" : touchedIn(touched, node.id, columns)}
            suggestionsInside={inside}
            text={text}
            insideLabel={inside > 0 ? t("grid.suggestions-inside", { count: inside }) : ""}
            money={state.lens === "money" ? cells.map((cell) => moneyOf(cell, model, format)) : undefined}
            tailKey={[
              total?.won,
              total?.potential,
              covered,
              possible,
              loose,
              activeColumn,
              unmatchedAt,
              coverageAt,
            ].join("/")}
            tail={
              <>
                {unmatchedAt > 0 ? (
                  <UnmatchedCell
                    column={unmatchedAt}
                    active={activeColumn === unmatchedAt}
                    label={`${text.name(node)}, ${t("grid.no-offering")}`}
                    count={loose}
                  />
                ) : null}
                {coverageAt > 0 ? (
                  <CoverageCell
                    column={coverageAt}
                    active={activeColumn === coverageAt}
                    label={text.name(node)}
                    covered={covered}
                    possible={possible}
                    money={total}
                  />
                ) : null}
              </>
            }
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

const sumOver = (leaves: readonly string[], of: (leaf: string) => number): number =>
  leaves.reduce((sum, leaf) => sum + of(leaf), 0);

function countByLeaf(areas: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const area of areas) counts.set(area, (counts.get(area) ?? 0) + 1);
  return counts;
}
