import type { HostSurface } from "@sweetspot/contract";
import { defuseFormula } from "./csv.ts";
import { cellText, cellValue, type TableCell, type TableData } from "./table.model.ts";

/** Tab-separated text: pastes into spreadsheets as cells. */
export function tableToTsv(table: TableData): string {
  const line = (cells: readonly string[]): string => cells.map(toTsvField).join("\t");
  return [
    line(table.columns.map((column) => column.label)),
    ...table.rows.map((row) => line(row.cells.map(toPlain))),
  ].join("\n");
}

const toPlain = (cell: TableCell): string => {
  const value = cellValue(cell);
  return typeof value === "number" ? String(value) : defuseFormula(value ?? "");
};

const toTsvField = (text: string): string => text.replaceAll(/[\t\r\n]+/g, " ");

/** Pastes into mail and documents as a table. Every text is escaped. */
export function tableToHtml(table: TableData): string {
  const head = table.columns.map((column) => `<th>${escapeHtml(column.label)}</th>`).join("");
  const body = table.rows
    .map((row) => `<tr>${row.cells.map((cell) => `<td>${escapeHtml(cellText(cell))}</td>`).join("")}</tr>`)
    .join("");
  return `<table><caption>${escapeHtml(table.title)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");

/** Both forms where the page itself may write them, otherwise text by the host. Rejects where neither may copy. */
export async function copyTable(table: TableData, surface: HostSurface): Promise<void> {
  const text = tableToTsv(table);
  if (typeof ClipboardItem === "function") {
    try {
      const types = { "text/plain": text, "text/html": tableToHtml(table) };
      const blobs = Object.entries(types).map(([type, part]) => [type, new Blob([part], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      return;
    } catch {
      // Some hosts allow plain text only, some only through themselves.
    }
  }
  await (surface.copyText?.(text) ?? navigator.clipboard.writeText(text));
}
