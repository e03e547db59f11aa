import type { WidgetRoot } from "../widget/widget-root.ts";
import { escapeHtml } from "../export/copy-rich-text.ts";

/** A whole page of its own made of one element of a widget. */
export interface SheetDocument {
  readonly title: string;
  readonly language: string;
  /** The element as the widget draws it, inside what its styles expect around it. */
  readonly body: HTMLElement;
  readonly styles: readonly string[];
}

/** A4 with room for a punch; page numbers where the browser knows margin boxes. */
const PAPER = `
@page {
  size: A4;
  margin: 16mm 16mm 18mm;
  @bottom-right {
    content: counter(page) " / " counter(pages);
    font: 8pt sans-serif;
    color: #586274;
  }
}
html, body { margin: 0; background: #fff; }
.ss-root, .ss-content { min-height: 0; background: none; }
`;

/** Copies what stands on a sheet out of its widget; always in the light theme, as it is for paper. */
export function toSheetDocument(title: string, sheet: HTMLElement, root: WidgetRoot): SheetDocument {
  const body = root.frame.cloneNode(false) as HTMLElement;
  body.dataset["theme"] = "light";
  const content = root.content.cloneNode(false) as HTMLElement;
  content.append(sheet.cloneNode(true));
  body.append(content);
  return { title, language: root.frame.lang, body, styles: [...root.styles, PAPER] };
}

/** The same as a file that stands for itself. Style sheets are the widget's own texts; the words are escaped by the DOM. */
export function sheetToHtml({ title, language, body, styles }: SheetDocument): string {
  const css = styles.join("\n").replaceAll("</", "<\\/");
  return [
    "<!doctype html>",
    `<html lang="${escapeHtml(language)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>`,
    `<style>${css}</style></head><body>${body.outerHTML}</body></html>`,
  ].join("\n");
}
