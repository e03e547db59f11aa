import type { HostSurface } from "@sweetspot/contract";

/** The same words twice: for mail and documents, and for places that take plain text only. */
export interface RichText {
  readonly text: string;
  /** Every text of it escaped, for example by `escapeHtml` or by `toRichText`. */
  readonly html: string;
}

/** Both forms where the page itself may write them, otherwise text by the host. Rejects where neither may copy. */
export async function copyRichText({ text, html }: RichText, surface: HostSurface): Promise<void> {
  if (typeof ClipboardItem === "function") {
    try {
      const types = { "text/plain": text, "text/html": html };
      const blobs = Object.entries(types).map(([type, part]) => [type, new Blob([part], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      return;
    } catch {
      // Some hosts allow plain text only, some only through themselves.
    }
  }
  await (surface.copyText?.(text) ?? navigator.clipboard.writeText(text));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML says it, inside an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
