import type { Side } from "@sweetspot/strategy-overlap";
import type { BoardRow, LevelRows } from "../board/level-rows.model.ts";
import { rect, type Shape, text, wrap } from "./picture-shapes.ts";

/** Words of a picture, in the language of who makes it. */
export interface PictureWords {
  readonly title: string;
  readonly customer: string;
  readonly provider: string;
  readonly verdict: (reading: "open-need" | "not-relevant") => string;
  readonly question: string;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly shapes: readonly Shape[];
}

/** On paper and slides all is light, whatever the theme of the page. */
const QUIET = "#586274";
const LINE = "#c3cbd8";
const BAND = "#dbe6f3";
const CUSTOMER = "#0a665f";
const PROVIDER = "#4a43ad";
const SWEET = "#dba92f";
const SWEET_SOFT = "#fff6de";

const EDGE = 20;
const CARD = 380;
const LANE = 220;
const WIDTH = EDGE * 2 + CARD * 2 + LANE;
const LINE_HEIGHT = 18;
const GAP = 10;

/** The board as a picture for a slide: every level, every card, and the lines to what they meet. */
export function drawBoard(levels: readonly LevelRows[], words: PictureWords): Picture {
  const shapes: Shape[] = [
    text(EDGE, 34, words.title, { size: 20, weight: 700 }),
    text(EDGE, 64, words.customer, { size: 14, weight: 700, fill: CUSTOMER }),
    text(WIDTH - EDGE, 64, words.provider, { size: 14, weight: 700, fill: PROVIDER, anchor: "end" }),
  ];
  let y = 80;
  for (const { level, rows } of levels) {
    shapes.push(
      rect(0, y, WIDTH, 28, { fill: BAND }),
      text(EDGE, y + 19, level.fields.name, { weight: 700 }),
    );
    y += 28 + GAP;
    for (const row of rows) {
      if (row.kind === "proposal") continue;
      const halves = (["customer", "provider"] as const).map((side) => stack(cardsOf(row, side, words)));
      const tall = Math.max(...halves.map(({ height }) => height), row.kind === "spot" ? 70 : 0);
      if (tall === 0) continue;
      const middle = y + tall / 2;
      halves.forEach((half, index) => {
        const customer = index === 0;
        const x = customer ? EDGE : EDGE + CARD + LANE;
        const top = row.kind === "spot" ? y + (tall - half.height) / 2 : y;
        for (const card of half.cards) {
          const at = top + card.y;
          const colour = customer ? CUSTOMER : PROVIDER;
          shapes.push(
            rect(x, at, CARD, card.height, {
              fill: "#ffffff",
              stroke: LINE,
              rx: 4,
              ...(card.asked ? { "stroke-dasharray": "5 4" } : {}),
            }),
            rect(customer ? x : x + CARD - 4, at, 4, card.height, { fill: colour }),
            ...card.lines.map((line, place) => text(x + 14, at + 22 + place * LINE_HEIGHT, line)),
          );
          if (card.verdict !== undefined)
            shapes.push(
              text(x + 14, at + 22 + card.lines.length * LINE_HEIGHT, card.verdict, {
                fill: QUIET,
                size: 12,
              }),
            );
          if (row.kind === "spot") {
            const [from, to] = customer ? [x + CARD, EDGE + CARD + 30] : [x, EDGE + CARD + LANE - 30];
            const line = at + card.height / 2;
            const bend = (from + to) / 2;
            shapes.push({
              tag: "path",
              attributes: {
                d: `M${from} ${line}C${bend} ${line} ${bend} ${middle} ${to} ${middle}`,
                fill: "none",
                stroke: colour,
                "stroke-width": 2,
              },
            });
          }
        }
      });
      if (row.kind === "spot") {
        const title = wrap(row.place.title, 22, 3);
        shapes.push(
          rect(EDGE + CARD + 30, middle - 35, LANE - 60, 70, {
            fill: SWEET_SOFT,
            stroke: SWEET,
            "stroke-width": 2,
            rx: 22,
          }),
          ...title.map((line, place) =>
            text(EDGE + CARD + LANE / 2, middle + 5 + (place - (title.length - 1) / 2) * 17, line, {
              anchor: "middle",
              weight: 700,
              size: 13,
            }),
          ),
        );
      }
      y += tall + GAP;
    }
  }
  const height = y + GAP;
  return {
    width: WIDTH,
    height,
    title: words.title,
    shapes: [rect(0, 0, WIDTH, height, { fill: "#ffffff" }), ...shapes],
  };
}

interface Worded {
  readonly lines: readonly string[];
  readonly verdict: string | undefined;
  /** A question in place of an insight. */
  readonly asked: boolean;
}

interface Drawn extends Worded {
  readonly y: number;
  readonly height: number;
}

const cardsOf = (row: BoardRow, side: Side, words: PictureWords): Worded[] => [
  ...row[side].map(({ insight, reading }) => ({
    lines: wrap(insight.fields.statement),
    verdict: reading === "matched" ? undefined : words.verdict(reading),
    asked: false,
  })),
  ...(row.kind === "alone" ? row.gaps : [])
    .filter((one) => one.side === side)
    .map(({ gap }) => ({ lines: wrap(gap.fields.question), verdict: words.question, asked: true })),
];

function stack(cards: readonly Worded[]): { readonly cards: readonly Drawn[]; readonly height: number } {
  let y = 0;
  const drawn = cards.map((card): Drawn => {
    const height = 18 + (card.lines.length + (card.verdict === undefined ? 0 : 1)) * LINE_HEIGHT;
    const place = { ...card, y, height };
    y += height + 8;
    return place;
  });
  return { cards: drawn, height: Math.max(0, y - 8) };
}
