import type { SummaryLabel, SummaryPreview, SummaryTone } from "@sweetspot/contract";
import type { AxisNode, GridModel } from "@sweetspot/white-space-plan";

/** More rows or columns than these are no picture on a card any more. */
const ROWS = 10;
const COLUMNS = 12;
const NAME = 132;
const CELL = 28;
const GAP = 3;
const HEAD = 62;
const LETTERS = 20;
/** Beside the last column, for the rest of its name. */
const OVERHANG = 64;

/** The grid as boxes by level with dashed suggestions: leaves only, in the grid's order. Pure layout, no colours. */
export function drawPreview(model: GridModel): SummaryPreview {
  const rows = model.areas.leaves.slice(0, ROWS);
  const columns = model.offerings.leaves.slice(0, COLUMNS);
  const paths: Record<SummaryTone, string> = { strong: "", present: "", weak: "", none: "", outline: "" };
  rows.forEach((row, line) =>
    columns.forEach((column, index) => {
      const cell = model.cell(row.id, column.id);
      const box = boxAt(NAME + index * CELL, HEAD + line * CELL);
      if (cell.level !== "not-possible") paths[cell.level] += box;
      if (cell.suggestion && cell.suggestionState !== "declined") paths.outline += box;
    }),
  );
  return {
    width: NAME + columns.length * CELL + OVERHANG,
    height: HEAD + rows.length * CELL,
    layers: (Object.entries(paths) as [SummaryTone, string][])
      .filter(([, path]) => path !== "")
      .map(([tone, path]) => ({ tone, path })),
    labels: [...rows.map(toRowLabel), ...columns.map(toColumnLabel)],
    leftOut: model.areas.leaves.length - rows.length + (model.offerings.leaves.length - columns.length),
  };
}

const boxAt = (x: number, y: number): string => `M${x} ${y}h${CELL - GAP}v${CELL - GAP}h${GAP - CELL}z`;

const toRowLabel = ({ name }: AxisNode, line: number): SummaryLabel => ({
  x: NAME - 8,
  y: HEAD + line * CELL + 17,
  text: clip(name, LETTERS),
  anchor: "end",
});

/** Neighbours stand on different lines, so that names longer than a column do not meet. */
const toColumnLabel = ({ name }: AxisNode, index: number): SummaryLabel => ({
  x: NAME + index * CELL,
  y: 14 + (index % 4) * 14,
  text: clip(name, 14),
  anchor: "start",
});

const clip = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;
