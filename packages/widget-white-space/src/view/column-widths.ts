import { LONGEST_WHOLE_WORD } from "@sweetspot/widget-kit";
import type { GridModel } from "@sweetspot/white-space-plan";
import { COVERAGE, type GridFrame, NAMES, UNMATCHED } from "../model/grid-frame.model.ts";

/** Pixels between two columns. */
const GAP = 3;
const COVERAGE_WIDTH = 82;
/** Holds the level's word, its bars and a pencil in every language. */
const NARROWEST = 74;
/** Pixels of an ordinary letter, rather more than less: in the head of a column, in a row's name. */
const HEAD_LETTER = 6.6;
const NAME_LETTER = 7.1;
const HEAD_PADDING = 9;
const CHEVRON = 16;
/** A roll-up's count stands behind the bars: "12/18 ○". */
const BARS = 48;
const DIGIT = 6.1;
const SLASH_AND_RING = 18;
/** Names of rows: longer ones take a second line. */
const NAME = { least: 112, most: 190, indent: 34, step: 14, letters: 22 };

/** Pixels each column of a frame takes at least, by its place. Columns take more where there is room. */
export function columnWidths(frame: GridFrame, model: Pick<GridModel, "grid">): readonly number[] {
  const offerings = frame.visible.columns.map(({ node, expandable }) => {
    const { possible } = model.grid.coverage({ offering: node.id });
    const rollsUp = expandable || frame.areas.depth > 1;
    const count = rollsUp ? BARS + DIGIT * 2 * String(possible).length + SLASH_AND_RING : 0;
    const head = widestWord(node.name) * HEAD_LETTER + HEAD_PADDING + (expandable ? CHEVRON : 0);
    return Math.ceil(Math.max(NARROWEST, head, count));
  });
  return frame.columnIds.map((id, place) => {
    if (id === NAMES) return nameWidth(frame);
    if (id === COVERAGE) return COVERAGE_WIDTH;
    return id === UNMATCHED ? NARROWEST : (offerings[place - 1] ?? NARROWEST);
  });
}

/** Pixels of a whole grid with columns so wide. */
export const gridWidth = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width + GAP, GAP);

function nameWidth({ visible }: GridFrame): number {
  const widest = visible.rows.reduce(
    (most, { node }) =>
      Math.max(
        most,
        NAME.indent + node.depth * NAME.step + Math.min(lettersIn(node.name), NAME.letters) * NAME_LETTER,
      ),
    NAME.least,
  );
  return Math.ceil(Math.min(widest, NAME.most));
}

/** Ordinary letters the widest word is worth; what is longer is divided, and its column is no wider for it. */
const widestWord = (name: string): number =>
  name
    .split(/[\s/-]+/)
    .reduce((widest, word) => Math.max(widest, lettersIn(word.slice(0, LONGEST_WHOLE_WORD))), 0);

const lettersIn = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (/[mwMWG@%]/.test(letter) ? 1.45 : /[fijlrtI.,' ]/.test(letter) ? 0.6 : 1),
    0,
  );
