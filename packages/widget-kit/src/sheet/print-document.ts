import type { SheetDocument } from "./sheet-document.ts";

/**
 * Opens the print dialog on a document alone, whatever else stands on the page: in a frame without an address, which
 * any page's policy allows, with constructed style sheets, which need no `<style>`.
 *
 * @returns false where this place lets nobody into a frame, as Lightning Web Security may
 */
export function printDocument(document: SheetDocument, near: HTMLElement): boolean {
  let frame: HTMLIFrameElement | undefined;
  try {
    frame = openFrame(document.title, near);
    printIn(frame, document);
    return true;
  } catch {
    frame?.remove();
    return false;
  }
}

function openFrame(title: string, near: HTMLElement): HTMLIFrameElement {
  // oxlint-disable-next-line react/iframe-missing-sandbox -- the rule does not see the attribute two lines below
  const frame = near.ownerDocument.createElement("iframe");
  // It runs nothing of its own; to print is a modal dialog.
  frame.setAttribute("sandbox", "allow-same-origin allow-modals");
  frame.className = "ss-print-frame";
  frame.title = title;
  frame.tabIndex = -1;
  near.append(frame);
  return frame;
}

function printIn(frame: HTMLIFrameElement, document: SheetDocument): void {
  const page = frame.contentWindow as (Window & typeof globalThis) | null;
  const inside = frame.contentDocument;
  if (page === null || inside === null) throw new Error("The frame stays closed.");
  inside.title = document.title;
  inside.documentElement.lang = document.language;
  inside.adoptedStyleSheets = document.styles.map((text) => {
    const sheet = new page.CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  // The frame's own body; named by a selector, as the gate for sandboxes cannot tell it from the page's.
  inside.querySelector("body")?.replaceChildren(inside.importNode(document.body, true));
  page.addEventListener("afterprint", () => frame.remove());
  page.focus();
  page.print();
}
