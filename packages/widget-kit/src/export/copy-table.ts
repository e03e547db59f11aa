import type { HostSurface } from "@sweetspot/contract";
import { copyRichText, escapeHtml } from "./copy-rich-text.ts";
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

/** Both forms where the page itself may write them, otherwise text by the host. Rejects where neither may copy. */
export const copyTable = async (table: TableData, surface: HostSurface): Promise<void> =>
  copyRichText({ text: tableToTsv(table), html: tableToHtml(table) }, surface);
