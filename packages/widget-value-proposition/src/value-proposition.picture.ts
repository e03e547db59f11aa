import { clip } from "./model/writing.model.ts";

/** Words of a picture; every text is drawn as text, never read as markup. */
export interface StoryPicture {
  readonly title: string;
  readonly subtitle: string;
  /** From the feature up to the value. */
  readonly rungs: readonly { readonly label: string; readonly text: string; readonly ours: boolean }[];
  /** Those that are written, each with its place among the four. */
  readonly parts: readonly { readonly place: number; readonly label: string; readonly text: string }[];
}

/** One SVG element. */
export interface Shape {
  readonly tag: "path" | "text" | "rect" | "circle";
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

const COLOURS = {
  ink: "#14181f",
  quiet: "#586274",
  ground: "#ffffff",
  ours: "#4a43ad",
  oursSoft: "#eeedfb",
  theirs: "#0a665f",
  theirsSoft: "#e3f3f0",
  line: "#dbe1ea",
  good: "#17663a",
  goodSoft: "#e3f4e9",
} as const;

const WIDTH = 880;
const PAD = 28;
const INNER = WIDTH - PAD * 2;
const LINE = 20;
/** So wide is a character of 14 px on average; pictures cannot measure text everywhere. */
const LETTER = 7.1;
const MOST_LINES = 7;

/** The ladder as stairs and the four parts below: as a slide would show it. Pure. */
export function drawStory({ title, subtitle, rungs, parts }: StoryPicture): Picture {
  const shapes: Shape[] = [];
  const write = (
    x: number,
    y: number,
    text: string,
    look: Readonly<Record<string, string | number>> = {},
  ): void => {
    shapes.push({ tag: "text", attributes: { x, y, fill: COLOURS.ink, "font-size": 14, ...look }, text });
  };
  write(PAD, 44, clip(title, 80), { "font-size": 22, "font-weight": 650 });
  write(PAD, 66, clip(subtitle, 110), { fill: COLOURS.quiet, "font-size": 13 });
  let y = 92;
  if (rungs.length > 0) {
    const wide = INNER / rungs.length;
    const texts = rungs.map(({ text }) => wrap(text, (wide - 24) / LETTER));
    const rise = 22;
    const tall = Math.max(...texts.map((lines) => lines.length)) * LINE + 44;
    const bottom = y + rise * (rungs.length - 1) + tall;
    rungs.forEach(({ label, ours }, index) => {
      const [x, top] = [PAD + index * wide, y + rise * (rungs.length - 1 - index)];
      const [edge, ground] = ours ? [COLOURS.ours, COLOURS.oursSoft] : [COLOURS.theirs, COLOURS.theirsSoft];
      shapes.push({
        tag: "rect",
        attributes: { x, y: top, width: wide, height: bottom - top, fill: ground },
      });
      shapes.push({
        tag: "path",
        attributes: {
          d: `M${x} ${bottom}V${top}H${x + wide}`,
          fill: "none",
          stroke: edge,
          "stroke-width": 2,
        },
      });
      write(x + 12, top + 22, clip(label, wide / 7), { fill: edge, "font-size": 12, "font-weight": 650 });
      texts[index]?.forEach((line, row) => write(x + 12, top + 44 + row * LINE, line));
    });
    y = bottom + 34;
  }
  parts.forEach(({ place, label, text }) => {
    const lines = wrap(text, (INNER - 44) / LETTER);
    shapes.push({
      tag: "circle",
      attributes: { cx: PAD + 13, cy: y + 4, r: 12, fill: COLOURS.goodSoft, stroke: COLOURS.good },
    });
    write(PAD + 13, y + 9, String(place), {
      fill: COLOURS.good,
      "font-size": 13,
      "font-weight": 650,
      "text-anchor": "middle",
    });
    write(PAD + 40, y + 9, label, { "font-size": 13, "font-weight": 650, fill: COLOURS.quiet });
    lines.forEach((line, row) => write(PAD + 40, y + 32 + row * LINE, line, { "font-size": 15 }));
    y += 40 + Math.max(1, lines.length) * LINE + 14;
  });
  const height = y + 8;
  return {
    width: WIDTH,
    height,
    shapes: [{ tag: "rect", attributes: { width: WIDTH, height, fill: COLOURS.ground } }, ...shapes],
  };
}

/** Lines of at most so many characters; the rest of a very long text is cut with an ellipsis. */
export function wrap(text: string, room: number): readonly string[] {
  const width = Math.max(8, Math.floor(room));
  const lines: string[] = [];
  let line = "";
  for (const word of text.replaceAll(/\s+/gu, " ").trim().split(" ")) {
    const next = line === "" ? word : `${line} ${word}`;
    if ([...next].length <= width) {
      line = next;
      continue;
    }
    if (line !== "") lines.push(line);
    line = clip(word, width);
    if (lines.length >= MOST_LINES) break;
  }
  if (line !== "" && lines.length < MOST_LINES) lines.push(line);
  else if (lines.length >= MOST_LINES) {
    const last = lines[MOST_LINES - 1] ?? "";
    lines.splice(MOST_LINES - 1, lines.length, `${clip(last, width - 1).replace(/…$/u, "")}…`);
  }
  return lines;
}
