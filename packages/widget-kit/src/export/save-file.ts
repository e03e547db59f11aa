import type { HostSurface } from "@sweetspot/contract";
import { tableToCsv } from "./csv.ts";
import type { TableData } from "./table.model.ts";

/**
 * Hands a file to the user: through the host where it can, otherwise by a link inside `near`. The type is always
 * `application/octet-stream`, because Lightning Web Security refuses object URLs of text types.
 */
export function saveFile(
  file: { readonly name: string; readonly content: Blob },
  surface: HostSurface,
  near: Node,
): void {
  const type = "application/octet-stream";
  const content = new Blob([file.content], { type });
  if (surface.download !== undefined) {
    surface.download({ name: file.name, type, content });
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = file.name;
  near.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Opens rightly in spreadsheets: the byte order mark tells them it is UTF-8. */
export const toCsvFile = (table: TableData): { readonly name: string; readonly content: Blob } => ({
  name: `${toFileName(table.title)}.csv`,
  content: new Blob(["\uFEFF", tableToCsv(table)]),
});

/** Hands a table to the user as CSV. */
export function downloadCsv(table: TableData, surface: HostSurface, near: Node): void {
  saveFile(toCsvFile(table), surface, near);
}

/** A name every file system takes; letters of all scripts stay. */
export const toFileName = (title: string): string =>
  title
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 80)
    .toLowerCase() || "export";
