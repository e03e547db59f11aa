import type { Level } from "@sweetspot/white-space";
import { rankNext } from "@sweetspot/white-space-plan";
import type { CellText } from "../view/use-cell-text.ts";
import type { Workspace } from "../view/use-workspace.ts";

/** Rows and columns that are still legible on one slide; the rest is said in figures. */
export const MOST_ROWS = 16;
export const MOST_COLUMNS = 12;
const MOST_NEXT = 5;

export interface SlideCell {
  readonly level: Level;
  readonly text: string;
  readonly suggested: boolean;
}

/** The grid as one slide holds it. */
export interface SlideGrid {
  readonly title: string;
  readonly day: string;
  readonly head: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly depth: number;
    readonly cells: readonly SlideCell[];
    readonly covered: string;
  }[];
  readonly next: { readonly title: string; readonly items: readonly string[] };
  /** What did not fit. */
  readonly more: string | undefined;
}

export interface SlideWords {
  readonly text: CellText;
  readonly potentialOf?: Parameters<typeof rankNext>[1];
  readonly title: string;
  readonly day: string;
  readonly words: {
    readonly area: string;
    readonly covered: string;
    readonly coveredOf: (covered: number, possible: number) => string;
    readonly next: string;
    readonly more: (areas: number, offerings: number) => string;
  };
}

/** What is on the screen now (folded, filtered, of the day shown), cut to what a slide can hold. */
export function toSlideGrid(
  { model, frame }: Pick<Workspace, "model" | "frame">,
  { text, potentialOf, title, day, words }: SlideWords,
): SlideGrid {
  const { rows, columns } = frame.visible;
  const shown = { rows: rows.slice(0, MOST_ROWS), columns: columns.slice(0, MOST_COLUMNS) };
  const left = {
    areas: rows.length - shown.rows.length,
    offerings: columns.length - shown.columns.length,
  };
  return {
    title,
    day,
    head: [words.area, ...shown.columns.map(({ node }) => text.name(node)), words.covered],
    rows: shown.rows.map(({ node }) => {
      const { covered, possible } = model.grid.coverage({ area: node.id });
      return {
        name: text.name(node),
        depth: node.depth,
        cells: shown.columns.map((column): SlideCell => {
          const cell = model.cell(node.id, column.node.id);
          const suggestion = cell.suggestionState === "declined" ? undefined : cell.suggestion;
          const mark = suggestion === undefined ? "" : ` ${text.mark(suggestion)}`;
          return {
            level: cell.level,
            text: `${text.word(cell.level)}${mark}`,
            suggested: suggestion !== undefined,
          };
        }),
        covered: words.coveredOf(covered, possible),
      };
    }),
    next: {
      title: words.next,
      items: rankNext(model, potentialOf)
        .slice(0, MOST_NEXT)
        .map(
          ({ cell, suggestion }) =>
            `${text.mark(suggestion)}  ${text.path(cell.area)} × ${text.name(cell.offering)}`,
        ),
    },
    more: left.areas + left.offerings > 0 ? words.more(left.areas, left.offerings) : undefined,
  };
}
