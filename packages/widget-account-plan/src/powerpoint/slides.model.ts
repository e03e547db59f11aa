import type { Block, TableBlock } from "../document/plan-page.ts";

/** A block and its place below a slide's title, in inches. */
export interface SlideBlock {
  readonly block: Block;
  readonly y: number;
  readonly height: number;
}

/** Inches between title and foot, and how much text is taken to fit one line of the width. */
const ROOM = 5.5;
const LINE = 0.25;
const CHARACTERS = 130;
const GAP = 0.15;

/** Cuts a page into slides: blocks stay whole where they fit, lists and tables go on with their next rows. */
export function toSlides(blocks: readonly Block[]): SlideBlock[][] {
  const slides: SlideBlock[][] = [];
  let current: SlideBlock[] = [];
  let y = 0;
  const turn = (): void => {
    if (current.length > 0) slides.push(current);
    current = [];
    y = 0;
  };
  const place = (block: Block): void => {
    const height = heightOf(block);
    if (y > 0 && y + height > ROOM) turn();
    const [fitting, rest] = split(block, ROOM - y);
    current.push({ block: fitting, y, height: heightOf(fitting) });
    y += heightOf(fitting) + GAP;
    if (rest) {
      turn();
      place(rest);
    }
  };
  for (const block of blocks) place(block);
  turn();
  return slides;
}

/** Halves until it fits; one row or one sentence is never cut. */
function split(block: Block, room: number): readonly [Block, Block?] {
  if (heightOf(block) <= room) return [block];
  const parts = partsOf(block);
  let count = parts.length;
  while (count > 1 && heightOf(withParts(block, parts.slice(0, count))) > room) count -= 1;
  return count === parts.length
    ? [block]
    : [withParts(block, parts.slice(0, count)), withParts(block, parts.slice(count))];
}

type Part = TableBlock["rows"][number] | { readonly text: string } | string;

function partsOf(block: Block): readonly Part[] {
  switch (block.kind) {
    case "table":
      return block.rows;
    case "list":
      return block.items;
    case "facts":
      return block.facts;
    case "text":
      return sentencesOf(block.text);
  }
}

function withParts(block: Block, parts: readonly Part[]): Block {
  switch (block.kind) {
    case "table":
      return { ...block, rows: parts as TableBlock["rows"] };
    case "list":
      return { ...block, items: parts as Extract<Block, { kind: "list" }>["items"] };
    case "facts":
      return { ...block, facts: parts as Extract<Block, { kind: "facts" }>["facts"] };
    case "text":
      return { ...block, text: parts.join("").trim() };
  }
}

/** Sentences, or pieces of a line's length where somebody wrote none. */
const sentencesOf = (text: string): string[] =>
  text.match(new RegExp(`[^.!?\\n]{1,${CHARACTERS}}(?:[.!?]+\\s*|\\n|$|\\s)?`, "gu")) ?? [text];

function heightOf(block: Block): number {
  switch (block.kind) {
    case "text": {
      const scale = block.isQuote === true ? 1.5 : 1.2;
      return LINE * (linesOf(block.text, CHARACTERS / scale) * scale + titleLines(block.title));
    }
    case "facts":
      return LINE * sum(block.facts.map(({ label, text }) => linesOf(`${label}  ${text}`)));
    case "list":
      return (
        LINE *
        (titleLines(block.title) +
          sum(block.items.map(({ text, note }) => linesOf(`${text}  ${note ?? ""}`) * 1.1)) +
          (block.more === undefined ? 0 : 1))
      );
    case "table": {
      const column = CHARACTERS / block.columns.length;
      const rows = [block.columns, ...block.rows].map(
        (row) => Math.max(...row.map((text) => linesOf(text, column))) + 0.4,
      );
      return LINE * (titleLines(block.title) + sum(rows));
    }
  }
}

const titleLines = (title: string | undefined): number => (title === undefined ? 0 : 1.5);

const linesOf = (text: string, characters = CHARACTERS): number =>
  sum(text.split("\n").map((line) => Math.max(1, Math.ceil(line.length / characters))));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
