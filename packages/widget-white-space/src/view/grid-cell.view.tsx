import { type CSSProperties, memo, type ReactNode } from "react";
import type { DrawnCell } from "../model/drawn-rows.model.ts";
import { isUp } from "../time/compare.model.ts";
import { useMoneyText } from "./use-money-text.ts";
import type { CellText } from "./use-cell-text.ts";

export interface GridCellProps {
  readonly drawn: DrawnCell;
  /** Column of the grid, from 1. */
  readonly column: number;
  readonly active: boolean;
  readonly selected: boolean;
  readonly opened: boolean;
  readonly text: CellText;
  /** Money is written in it. */
  readonly currency?: string | undefined;
}

/**
 * One cell is one element: inside the Lightning sandbox every further node costs, and a grid has hundreds of cells.
 * Level bars, suggestion tab, deal ring and pencil are drawn by the style sheet from the data attributes.
 */
export const GridCell = memo(function GridCell(props: GridCellProps): ReactNode {
  const { drawn, column, active, selected, opened, text } = props;
  const { cell, face } = drawn;
  const money = useMoneyText(props.currency)(drawn.amounts);
  const { held } = drawn;
  const lens = money ? "money" : held && "possession";
  const status = [face.openDeal ? "deal" : "", face.byHand ? "hand" : ""].filter(Boolean).join("-");
  const counts =
    face.counts && face.counts.possible > 0
      ? `${String(face.counts.covered)}/${String(face.counts.possible)}${face.openDeal ? " ○" : ""}`
      : undefined;
  const suggested = lens
    ? undefined
    : [face.suggestion && text.mark(face.suggestion), face.similar && text.similar(face.similar)]
        .filter(Boolean)
        .join(" ") || undefined;
  const mark = face.change ? text.turned(face.change) : money?.open || suggested;
  const underHolder =
    held &&
    (face.rollUp ? text.holders(held.counts) : (held.name ?? (held.byHand ? text.byHand : undefined)));
  const lensWord = money ? money.won : held?.holder && text.holder(held.holder);
  const word = face.level === "not-possible" ? undefined : lensWord;
  return (
    <td
      className="ws-cell"
      tabIndex={active ? 0 : -1}
      aria-colindex={column + 1}
      aria-selected={selected}
      aria-label={[
        text.label(cell, face.similar),
        held ? text.held(held) : "",
        money ? [money.won, money.title.replaceAll("\n", ", ")].join(", ") : "",
        face.change ? text.was(face.change) : "",
      ]
        .filter(Boolean)
        .join(", ")}
      data-column={column}
      data-level={face.level}
      data-roll-up={face.rollUp || undefined}
      data-suggested={face.change || held ? undefined : face.suggestion?.kind}
      data-change={face.change && (isUp(face.change.kind) ? "up" : "down")}
      data-similar={(!lens && !face.change && face.similar !== undefined) || undefined}
      data-planned={face.planned || undefined}
      data-mark={mark}
      data-status={lens || face.rollUp ? undefined : status || undefined}
      data-count={money ? money.potential || undefined : held ? underHolder : counts}
      data-lens={lens}
      data-holder={held?.holder}
      data-estimated={money?.estimated || undefined}
      data-market={money?.share === undefined ? undefined : true}
      title={money?.title}
      style={
        money?.share === undefined
          ? undefined
          : ({ "--market": `${String(Math.min(100, money.share))}%` } as CSSProperties)
      }
      data-faded={face.faded || undefined}
      data-opened={opened || undefined}
    >
      {word ?? text.word(face.level)}
    </td>
  );
});
