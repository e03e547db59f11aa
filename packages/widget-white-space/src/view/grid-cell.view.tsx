import { memo, type ReactNode } from "react";
import { type CellFace, toCellFace } from "../model/cell-face.model.ts";
import type { CellModel } from "../model/cell.model.ts";
import type { CellText } from "./use-cell-text.ts";

export interface GridCellProps {
  readonly cell: CellModel;
  readonly face: CellFace;
  /** Column of the grid, from 1. */
  readonly column: number;
  readonly active: boolean;
  readonly selected: boolean;
  readonly opened: boolean;
  readonly text: CellText;
  /** Won value and potential, where the money lens is on. */
  readonly money: { readonly won: string; readonly potential: string } | undefined;
}

/**
 * One cell is one element: inside the Lightning sandbox every further node costs, and a grid has hundreds of cells.
 * Level bars, suggestion tab, deal ring and pencil are drawn by the style sheet from the data attributes.
 */
export const GridCell = memo(DrawnCell, sameCell);

function DrawnCell({ cell, face, column, active, selected, opened, text, money }: GridCellProps): ReactNode {
  const status = [face.openDeal ? "deal" : "", face.byHand ? "hand" : ""].filter(Boolean).join("-");
  const counts =
    face.counts && face.counts.possible > 0
      ? `${String(face.counts.covered)}/${String(face.counts.possible)}${face.openDeal ? " ○" : ""}`
      : undefined;
  return (
    <td
      className="ws-cell"
      tabIndex={active ? 0 : -1}
      aria-colindex={column + 1}
      aria-selected={selected}
      aria-label={text.label(cell)}
      data-column={column}
      data-level={face.level}
      data-roll-up={face.rollUp || undefined}
      data-suggested={face.suggestion?.kind}
      data-planned={face.planned || undefined}
      data-mark={money ? undefined : face.suggestion && text.mark(face.suggestion)}
      data-status={money || face.rollUp ? undefined : status || undefined}
      data-count={money ? money.potential || undefined : counts}
      data-lens={money ? "money" : undefined}
      data-faded={face.faded || undefined}
      data-opened={opened || undefined}
    >
      {money && face.level !== "not-possible" ? money.won : text.word(face.level)}
    </td>
  );
}

function sameCell(before: GridCellProps, after: GridCellProps): boolean {
  return (
    before.face.key === after.face.key &&
    before.column === after.column &&
    before.active === after.active &&
    before.selected === after.selected &&
    before.opened === after.opened &&
    before.text === after.text &&
    before.money?.won === after.money?.won &&
    before.money?.potential === after.money?.potential &&
    before.cell.area.name === after.cell.area.name &&
    before.cell.offering.name === after.cell.offering.name
  );
}

/** Faces of a row's cells, computed once per row and render. */
export const facesOf = (
  cells: readonly CellModel[],
  passes: ((cell: CellModel) => boolean) | undefined,
): readonly CellFace[] =>
  cells.map((cell) => toCellFace(cell, passes !== undefined && cell.leaf && !passes(cell)));
