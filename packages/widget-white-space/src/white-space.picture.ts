import type { Level } from "@sweetspot/white-space";
import type { CellModel, GridModel, Holder } from "@sweetspot/white-space-plan";

/** Words and colours of a picture; the colours are those of the theme it is made in. */
export interface PictureStyle {
  readonly title: string;
  readonly word: (level: Level) => string;
  readonly mark: (kind: "new" | "strengthen", evidence: number) => string;
  readonly colours: PictureColours;
  /** What another lens says of a cell, in place of its level; undefined of one cell: its level. */
  readonly lens?: (
    cell: CellModel,
  ) => { readonly word: string; readonly under: string; readonly holder: Holder | undefined } | undefined;
}

export interface PictureColours {
  readonly ink: string;
  readonly quiet: string;
  readonly ground: string;
  readonly line: string;
  readonly strong: string;
  readonly present: string;
  readonly strongGround: string;
  readonly presentGround: string;
  readonly weakGround: string;
  readonly suggestion: string;
  readonly otherGround: string;
}

export const LIGHT_COLOURS: PictureColours = {
  ink: "#14181f",
  quiet: "#586274",
  ground: "#ffffff",
  line: "#c3cbd8",
  strong: "#0c4f94",
  present: "#3f83cc",
  strongGround: "#d3e4f7",
  presentGround: "#e6f0fb",
  weakGround: "#f4f8fd",
  suggestion: "#7a27a6",
  otherGround: "#fdebe9",
};

/** One SVG element: few shapes, all cells of one look in one path. */
export interface Shape {
  readonly tag: "path" | "text" | "rect";
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly shapes: readonly Shape[];
}

const NAME = 190;
const CELL = 92;
const ROW = 38;
const HEAD = 58;
const LEFT = 16;
const GAP = 3;

const box = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h${-width}z`;

const FILLED: Readonly<Record<Level, number>> = {
  strong: 3,
  present: 2,
  weak: 1,
  none: 0,
  "not-possible": 0,
};

/** The whole grid as shapes: every row and column, nothing collapsed or filtered. */
export function drawPicture(model: GridModel, style: PictureStyle): Picture {
  const { colours } = style;
  const rows = model.areas.nodes;
  const columns = model.offerings.leaves;
  const layers = {
    strongGround: "",
    presentGround: "",
    weakGround: "",
    otherGround: "",
    edge: "",
    hatch: "",
    dashed: "",
  };
  const bars = { strong: "", present: "", empty: "" };
  const words: Shape[] = [];
  const write = (
    x: number,
    y: number,
    text: string,
    look: Readonly<Record<string, string | number>> = {},
  ): void => {
    words.push({ tag: "text", attributes: { x, y, fill: colours.ink, "font-size": 12, ...look }, text });
  };
  write(LEFT, 20, style.title, { "font-size": 16, "font-weight": 650 });
  columns.forEach((column, index) =>
    write(LEFT + NAME + index * CELL, HEAD - 8, clip(column.name, 14), {
      fill: colours.quiet,
      "font-size": 11,
    }),
  );
  rows.forEach((row, line) => {
    const y = HEAD + line * ROW;
    const bold = row.children.length > 0 ? { "font-weight": 650 } : {};
    write(LEFT + row.depth * 14, y + 22, clip(row.name, 26 - row.depth * 2), bold);
    columns.forEach((column, index) => {
      const cell = model.cell(row.id, column.id);
      const x = LEFT + NAME + index * CELL;
      const frame = box(x, y, CELL - GAP, ROW - GAP);
      const seen = cell.level === "not-possible" ? undefined : style.lens?.(cell);
      if (seen) {
        if (seen.holder === "ours") layers.strongGround += frame;
        if (seen.holder === "competitor" || seen.holder === "partner") layers.otherGround += frame;
        if (cell.leaf) layers.edge += frame;
        write(x + 6, y + 14, clip(seen.word, 14), {
          "font-size": 11,
          ...(cell.leaf ? {} : { "font-weight": 650 }),
        });
        write(x + 6, y + 28, clip(seen.under, 15), { "font-size": 10, fill: colours.quiet });
        return;
      }
      if (cell.level === "strong") layers.strongGround += frame;
      if (cell.level === "present") layers.presentGround += frame;
      if (cell.level === "weak") layers.weakGround += frame;
      const suggested = cell.suggestion !== undefined && cell.suggestionState !== "declined";
      if (suggested) layers.dashed += frame;
      else if (cell.leaf) layers.edge += frame;
      if (cell.level === "not-possible") layers.hatch += hatch(x, y, CELL - GAP, ROW - GAP);
      else
        for (let bar = 0; bar < 3; bar += 1) {
          const part = box(x + 6 + bar * 13, y + ROW - GAP - 10, 11, 5);
          if (bar >= FILLED[cell.level]) bars.empty += part;
          else if (cell.level === "strong") bars.strong += part;
          else bars.present += part;
        }
      write(x + 6, y + 14, style.word(cell.level), {
        "font-size": 11,
        ...(cell.level === "none" ? { fill: colours.quiet } : {}),
        ...(cell.level === "strong" || !cell.leaf ? { "font-weight": 650 } : {}),
      });
      if (suggested && cell.suggestion)
        write(x + CELL - GAP - 5, y + 14, style.mark(cell.suggestion.kind, cell.suggestion.evidence), {
          "font-size": 11,
          "font-weight": 650,
          "text-anchor": "end",
          fill: colours.suggestion,
        });
    });
  });
  const width = LEFT * 2 + NAME + columns.length * CELL;
  const height = HEAD + rows.length * ROW + LEFT;
  const layer = (d: string, look: Readonly<Record<string, string | number>>): Shape[] =>
    d === "" ? [] : [{ tag: "path", attributes: { d, fill: "none", ...look } }];
  return {
    width,
    height,
    title: style.title,
    shapes: [
      { tag: "rect", attributes: { width, height, fill: colours.ground } },
      ...layer(layers.strongGround, { fill: colours.strongGround }),
      ...layer(layers.presentGround, { fill: colours.presentGround }),
      ...layer(layers.weakGround, { fill: colours.weakGround }),
      ...layer(layers.otherGround, { fill: colours.otherGround }),
      ...layer(layers.hatch, { stroke: colours.line }),
      ...layer(layers.edge, { stroke: colours.line }),
      ...layer(layers.dashed, { stroke: colours.suggestion, "stroke-width": 1.5, "stroke-dasharray": "4 2" }),
      ...layer(bars.strong, { fill: colours.strong }),
      ...layer(bars.present, { fill: colours.present }),
      ...layer(bars.empty, { stroke: colours.line }),
      ...words,
    ],
  };
}

function hatch(x: number, y: number, width: number, height: number): string {
  let lines = "";
  for (let at = 6; at < width + height; at += 6) {
    const from = { x: Math.max(0, at - height), y: Math.min(at, height) };
    const to = { x: Math.min(at, width), y: Math.max(0, at - width) };
    lines += `M${x + from.x} ${y + from.y}L${x + to.x} ${y + to.y}`;
  }
  return lines;
}

const clip = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, Math.max(1, length - 1))}…`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");

/** The picture as a standalone SVG file; every text escaped. */
export function toSvgText(picture: Picture): string {
  const { width, height } = picture;
  const shapes = picture.shapes.map(({ tag, attributes, text }) => {
    const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(String(value))}"`);
    return `<${tag}${list.join("")}${text === undefined ? "/>" : `>${escape(text)}</${tag}>`}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" role="img" aria-label="${escape(picture.title)}">${shapes.join("")}</svg>`;
}
