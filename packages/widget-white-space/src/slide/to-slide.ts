import { openDeck, writeDeck } from "@sweetspot/widget-kit";
import type { Level } from "@sweetspot/white-space";
import { LIGHT_COLOURS } from "../white-space.picture.ts";
import type { SlideGrid } from "./slide-grid.model.ts";

const FONT = "Calibri";
/** Inches of a 16:9 slide of 13.33 × 7.5. */
const LEFT = 0.5;
const WIDTH = 12.33;
const TOP = 1.1;
const NAMES = 2.2;
const COVERED = 0.9;

const hex = (colour: string): string => colour.replace("#", "");
const { ink, quiet, line, suggestion, strongGround, presentGround, weakGround, ground } = LIGHT_COLOURS;
const GROUNDS: Readonly<Record<Level, string>> = {
  strong: hex(strongGround),
  present: hex(presentGround),
  weak: hex(weakGround),
  none: hex(ground),
  "not-possible": "E8EBF0",
};

/** One slide a person can edit: the grid is a table, every text a text. */
export async function toSlide(grid: SlideGrid): Promise<Blob> {
  const deck = await openDeck(grid.title);
  const slide = deck.addSlide();
  const text = { fontFace: FONT, color: hex(ink) };
  slide.addText(grid.title, { ...text, x: LEFT, y: 0.3, w: 9, h: 0.6, fontSize: 24, bold: true });
  slide.addText(grid.day, {
    ...text,
    x: LEFT + 9,
    y: 0.3,
    w: WIDTH - 9,
    h: 0.6,
    fontSize: 12,
    color: hex(quiet),
    align: "right",
  });
  const offerings = grid.head.length - 2;
  const height = Math.min(0.34, 4.6 / (grid.rows.length + 1));
  const fontSize = grid.rows.length > 12 || offerings > 9 ? 9 : 11;
  slide.addTable(
    [
      grid.head.map((words) => ({ text: words, options: { bold: true, color: hex(quiet) } })),
      ...grid.rows.map(({ name, depth, cells, covered }) => [
        { text: `${"  ".repeat(depth * 2)}${name}`, options: { bold: depth === 0 } },
        ...cells.map((cell) => ({
          text: cell.text,
          options: {
            fill: { color: GROUNDS[cell.level] },
            bold: cell.level === "strong",
            ...(cell.suggested ? { color: hex(suggestion) } : {}),
          },
        })),
        { text: covered, options: { color: hex(quiet) } },
      ]),
    ],
    {
      x: LEFT,
      y: TOP,
      w: WIDTH,
      colW: [
        NAMES,
        ...Array.from({ length: offerings }, () => (WIDTH - NAMES - COVERED) / Math.max(1, offerings)),
        COVERED,
      ],
      rowH: height,
      fontFace: FONT,
      fontSize,
      color: hex(ink),
      border: { type: "solid", pt: 0.5, color: hex(line) },
      margin: [0.02, 0.06, 0.02, 0.06],
      valign: "middle",
    },
  );
  const under = 6.0;
  if (grid.next.items.length > 0)
    slide.addText(
      [
        { text: grid.next.title, options: { bold: true, breakLine: true } },
        ...grid.next.items.map((item) => ({ text: item, options: { breakLine: true } })),
      ],
      { ...text, x: LEFT, y: under, w: 8, h: 1.3, fontSize: 11, valign: "top", margin: 0 },
    );
  if (grid.more !== undefined)
    slide.addText(grid.more, {
      ...text,
      x: LEFT + 8,
      y: under,
      w: WIDTH - 8,
      h: 0.3,
      fontSize: 10,
      color: hex(quiet),
      align: "right",
    });
  return writeDeck(deck);
}
