import { cellValue, type TableData } from "./table.model.ts";

/**
 * A table as CSV after RFC 4180. Numbers stay numbers with a point; text that a spreadsheet would run as a formula is
 * defused by a leading apostrophe (OWASP, "CSV injection").
 */
export function tableToCsv(table: TableData): string {
  const lines = [
    table.columns.map((column) => column.label),
    ...table.rows.map((row) => row.cells.map(cellValue)),
  ];
  return lines.map((line) => `${line.map(toCsvField).join(",")}\r\n`).join("");
}

function toCsvField(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = defuseFormula(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Also the full-width forms, which spreadsheets in East Asian locales read as operators. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/u;

export const defuseFormula = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);
