import { useFormat } from "@sweetspot/widget-kit";
import { memo, type ReactNode } from "react";
import type { DrawnCell } from "../model/drawn-rows.model.ts";
import { isUp } from "../time/compare.model.ts";
import { toMoneyText } from "./money-lens.ts";
import type { CellText } from "./use-cell-text.ts";

export interface GridCellProps {
  readonly drawn: DrawnCell;
  /** Column of the grid, from 1. */
  readonly column: number;
  readonly active: boolean;
  readonly selected: boolean;
  readonly opened: boolean;
  readonly text: CellText;
}

/**
 * One cell is one element: inside the Lightning sandbox every further node costs, and a grid has hundreds of cells.
 * Level bars, suggestion tab, deal ring and pencil are drawn by the style sheet from the data attributes.
 */
export const GridCell = memo(function GridCell(props: GridCellProps): ReactNode {
  const { drawn, column, active, selected, opened, text } = props;
  const { cell, face } = drawn;
  const format = useFormat();
  const money = drawn.amounts && toMoneyText(drawn.amounts, format);
  const status = [face.openDeal ? "deal" : "", face.byHand ? "hand" : ""].filter(Boolean).join("-");
  const counts =
    face.counts && face.counts.possible > 0
      ? `${String(face.counts.covered)}/${String(face.counts.possible)}${face.openDeal ? " ○" : ""}`
      : undefined;
  const suggested = money
    ? undefined
    : [face.suggestion && text.mark(face.suggestion), face.similar && text.similar(face.similar)]
        .filter(Boolean)
        .join(" ") || undefined;
  const mark = face.change ? text.turned(face.change) : suggested;
  return (
    <td
      className="ws-cell"
      tabIndex={active ? 0 : -1}
      aria-colindex={column + 1}
      aria-selected={selected}
      aria-label={
        face.change
          ? `${text.label(cell, face.similar)}, ${text.was(face.change)}`
          : text.label(cell, face.similar)
      }
      data-column={column}
      data-level={face.level}
      data-roll-up={face.rollUp || undefined}
      data-suggested={face.change ? undefined : face.suggestion?.kind}
      data-change={face.change && (isUp(face.change.kind) ? "up" : "down")}
      data-similar={(!money && !face.change && face.similar !== undefined) || undefined}
      data-planned={face.planned || undefined}
      data-mark={mark}
      data-status={money || face.rollUp ? undefined : status || undefined}
      data-count={money ? money.potential || undefined : counts}
      data-lens={money ? "money" : undefined}
      data-faded={face.faded || undefined}
      data-opened={opened || undefined}
    >
      {money && face.level !== "not-possible" ? money.won : text.word(face.level)}
    </td>
  );
});
