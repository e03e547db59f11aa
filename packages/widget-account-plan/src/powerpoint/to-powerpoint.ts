import { type Deck, openDeck, writeDeck } from "@sweetspot/widget-kit";
import type { Block, PlanPage } from "../document/plan-page.ts";
import type { PlanDocument } from "../document/plan-document.model.ts";
import { type SlideBlock, toSlides } from "./slides.model.ts";

const INK = "1F2733";
const QUIET = "5B6675";
const ACCENT = "1557B0";
const RULE = "D5DAE1";
const FONT = "Calibri";

/** Inches of a 16:9 slide of 13.33 × 7.5. */
const LEFT = 0.6;
const WIDTH = 12.13;
const TOP = 1.35;

/**
 * The plan as slides a person can edit: every text a text, every table a table. Texts are cut into lines and runs by the
 * library and escaped by it; no text becomes markup.
 */
export async function toPowerPoint(
  plan: PlanDocument,
  words: { readonly continued: (title: string) => string; readonly internal: string | undefined },
): Promise<Blob> {
  const deck = await openDeck(plan.title);
  const cover = deck.addSlide();
  cover.addText(plan.title, {
    x: LEFT,
    y: 2.6,
    w: WIDTH,
    h: 1,
    fontFace: FONT,
    fontSize: 36,
    bold: true,
    color: INK,
  });
  cover.addText(plan.head, { x: LEFT, y: 3.6, w: WIDTH, h: 0.5, fontFace: FONT, fontSize: 16, color: QUIET });
  addFoot(cover, words.internal);
  for (const page of plan.pages)
    for (const [index, blocks] of toSlides(page.blocks).entries()) {
      const slide = deck.addSlide();
      addHead(slide, index === 0 ? page : { ...page, title: words.continued(page.title) }, plan);
      addFoot(slide, words.internal);
      for (const block of blocks) addBlock(slide, block);
    }
  return writeDeck(deck);
}

type TextOptions = NonNullable<Parameters<Slide["addText"]>[1]>;
type Slide = ReturnType<Deck["addSlide"]>;

function addHead(slide: Slide, page: PlanPage, plan: PlanDocument): void {
  slide.addText(page.title, {
    x: LEFT,
    y: 0.35,
    w: 8,
    h: 0.6,
    fontFace: FONT,
    fontSize: 24,
    bold: true,
    color: INK,
  });
  slide.addText(`${plan.customer}\n${plan.head}`, {
    x: 8.6,
    y: 0.35,
    w: 4.13,
    h: 0.6,
    fontFace: FONT,
    fontSize: 10,
    color: QUIET,
    align: "right",
  });
  slide.addShape("line", { x: LEFT, y: 1.1, w: WIDTH, h: 0, line: { color: RULE, width: 1 } });
}

function addFoot(slide: Slide, internal: string | undefined): void {
  slide.slideNumber = { x: 12.4, y: 7.05, fontFace: FONT, fontSize: 10, color: QUIET };
  if (internal !== undefined)
    slide.addText(internal, { x: LEFT, y: 7.0, w: 8, h: 0.3, fontFace: FONT, fontSize: 10, color: QUIET });
}

function addBlock(slide: Slide, { block, y, height }: SlideBlock): void {
  const place = { x: LEFT, y: TOP + y, w: WIDTH, h: height };
  if (block.kind === "table") {
    const head = block.columns.map((text) => ({ text, options: { bold: true, color: QUIET } }));
    const rows = block.rows.map((row) => row.map((text) => ({ text })));
    if (block.title !== undefined)
      slide.addText(block.title, {
        ...place,
        h: 0.35,
        fontFace: FONT,
        fontSize: 14,
        bold: true,
        color: ACCENT,
      });
    slide.addTable([head, ...rows], {
      x: LEFT,
      y: place.y + (block.title === undefined ? 0 : 0.4),
      w: WIDTH,
      fontFace: FONT,
      fontSize: 11,
      color: INK,
      border: { type: "solid", pt: 0.5, color: RULE },
      valign: "top",
    });
    return;
  }
  slide.addText(runsOf(block), { ...place, fontFace: FONT, valign: "top", margin: 0 });
}

type Runs = { readonly text: string; readonly options: TextOptions }[];

function runsOf(block: Exclude<Block, { readonly kind: "table" }>): Runs {
  const title = (text: string): Runs[number] => ({
    text,
    options: { bold: true, fontSize: 14, color: ACCENT, breakLine: true },
  });
  switch (block.kind) {
    case "text":
      return [
        ...(block.title === undefined ? [] : [title(block.title)]),
        {
          text: block.text,
          options: { fontSize: block.isQuote === true ? 18 : 14, italic: block.isQuote === true, color: INK },
        },
      ];
    case "facts":
      return block.facts.flatMap(({ label, text }): Runs => [
        { text: `${label}  `, options: { fontSize: 12, color: QUIET } },
        { text, options: { fontSize: 12, color: INK, breakLine: true } },
      ]);
    case "list":
      return [
        title(block.title),
        ...block.items.flatMap(({ text, note }): Runs => {
          const hasNote = note !== undefined && note !== "";
          return [
            { text, options: { fontSize: 13, color: INK, bullet: true, breakLine: !hasNote } },
            ...(hasNote
              ? [{ text: `  ${note}`, options: { fontSize: 11, color: QUIET, breakLine: true } }]
              : []),
          ];
        }),
        ...(block.more === undefined ? [] : [{ text: block.more, options: { fontSize: 11, color: QUIET } }]),
      ];
  }
}
