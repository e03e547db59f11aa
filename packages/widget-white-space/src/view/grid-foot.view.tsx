import { holdingOf } from "@sweetspot/white-space-plan";
import { memo, type ReactNode } from "react";
import { COVERAGE, UNMATCHED } from "../model/grid-frame.model.ts";
import { CoverageCell, UnmatchedCell } from "./frame-cells.view.tsx";
import { useMoneyText } from "./use-money-text.ts";
import type { CellText } from "./use-cell-text.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

interface GridFootProps {
  readonly workspace: Workspace;
  readonly text: CellText;
  /** Row and column in the tab order, where it is one of these rows. */
  readonly activeRow: string | undefined;
  readonly activeColumn: number;
  /** Number of the first of these rows in the whole grid, from 1. */
  readonly firstRowIndex: number;
  readonly firstLine: number;
}

/** The rows below the areas: records without an area, and how much of each offering is bought. */
export const GridFoot = memo(function GridFoot(props: GridFootProps): ReactNode {
  const { workspace, text, activeRow, activeColumn, firstRowIndex, firstLine } = props;
  const activeIn = (row: string): number | undefined => (activeRow === row ? activeColumn : undefined);
  const { model, frame, state } = workspace;
  const t = useText();
  const toMoneyText = useMoneyText(model.currency);
  const { columns } = frame.visible;
  const hasUnmatched = frame.rowIds.includes(UNMATCHED);
  const nameCell = (row: string, label: string): ReactNode => (
    <th
      scope="row"
      className="ws-name"
      aria-colindex={1}
      tabIndex={activeIn(row) === 0 ? 0 : -1}
      data-column={0}
    >
      {label}
    </th>
  );
  const totals = frame.rowIds.length - 1;
  const totalsId = frame.rowIds[totals] ?? "";
  const all = model.grid.coverage();
  const leaves = model.areas.leaves.map((leaf) => leaf.id);
  const moneyFor = (offerings: readonly string[]) =>
    state.lens === "money" ? toMoneyText(workspace.money.sum(leaves, offerings)) : undefined;
  const heldFor = (offerings: readonly string[]) =>
    state.lens === "possession" ? holdingOf(model, leaves, offerings) : undefined;
  const unmatchedAt = frame.columnIds.indexOf(UNMATCHED);
  const coverageAt = frame.columnIds.indexOf(COVERAGE);
  const { byArea, byOffering, records } = model.derived.unmatched;
  const neither = records.filter((record) => record.areas.length === 0 && record.offerings.length === 0);
  const countAt = (leaves: readonly string[], lists: typeof byArea): number =>
    leaves.reduce((sum, leaf) => sum + (lists.get(leaf)?.length ?? 0), 0);
  return (
    <tfoot>
      {hasUnmatched ? (
        <tr className="ws-foot-row" aria-level={1} aria-rowindex={firstRowIndex} data-row={firstLine}>
          {nameCell(UNMATCHED, t("grid.no-area"))}
          {columns.map((column, index) => (
            <UnmatchedCell
              key={column.node.id}
              column={index + 1}
              active={activeIn(UNMATCHED) === index + 1}
              label={`${t("grid.no-area")}, ${text.name(column.node)}`}
              count={countAt(column.node.leaves, byOffering)}
            />
          ))}
          {unmatchedAt > 0 ? (
            <UnmatchedCell
              column={unmatchedAt}
              active={activeIn(UNMATCHED) === unmatchedAt}
              label={`${t("grid.no-area")}, ${t("grid.no-offering")}`}
              count={neither.length}
            />
          ) : null}
          {coverageAt > 0 ? (
            <td className="ws-coverage" aria-colindex={coverageAt + 1}>
              {"\u00A0"}
            </td>
          ) : null}
        </tr>
      ) : null}
      <tr
        className="ws-foot-row"
        aria-level={1}
        aria-rowindex={firstRowIndex + (hasUnmatched ? 1 : 0)}
        data-row={totals}
      >
        {nameCell(totalsId, t("grid.all-areas"))}
        {columns.map((column, index) => {
          const { covered, possible } = model.grid.coverage({ offering: column.node.id });
          return (
            <CoverageCell
              key={column.node.id}
              column={index + 1}
              active={activeIn(totalsId) === index + 1}
              label={text.name(column.node)}
              covered={covered}
              possible={possible}
              money={moneyFor(column.node.leaves)}
              held={heldFor(column.node.leaves)}
              text={text}
            />
          );
        })}
        {unmatchedAt > 0 ? <td aria-colindex={unmatchedAt + 1}>{"\u00A0"}</td> : null}
        {coverageAt > 0 ? (
          <CoverageCell
            atEnd
            column={coverageAt}
            active={activeIn(totalsId) === coverageAt}
            label={t("grid.all-areas")}
            covered={all.covered}
            possible={all.possible}
            money={moneyFor(model.offerings.leaves.map((leaf) => leaf.id))}
            held={heldFor(model.offerings.leaves.map((leaf) => leaf.id))}
            text={text}
          />
        ) : null}
      </tr>
    </tfoot>
  );
});
