import type PptxGenJS from "pptxgenjs";

/** A presentation of wide slides (13.33 × 7.5 inches) that is being written. */
export type Deck = PptxGenJS;

/**
 * An empty presentation. The library is loaded, and in one script with the widgets run, when the first slides are asked
 * for: running it cost a page in the sandbox a quarter more until white space was painted.
 */
export async function openDeck(title: string): Promise<Deck> {
  const { default: Library } = await import("pptxgenjs");
  const deck = new Library();
  deck.layout = "LAYOUT_WIDE";
  deck.title = title;
  return deck;
}

/** The presentation as a file. @throws Error where the library gave back something else. */
export async function writeDeck(deck: Deck): Promise<Blob> {
  const written = await deck.write({ outputType: "blob", compression: true });
  if (!(written instanceof Blob)) throw new Error("The presentation was not written as a file.");
  return written;
}
