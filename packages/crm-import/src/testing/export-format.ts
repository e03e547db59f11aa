import { stringify } from "csv-stringify/sync";
import type { DateOrder, DecimalSign } from "../file-mapping.model.ts";
import type { TextEncoding } from "../text-encoding.ts";

/** How a vendor writes cells and files. */
export interface ExportFormat {
  readonly delimiter: string;
  readonly encoding: TextEncoding;
  readonly byteOrderMark: boolean;
  readonly dates: DateOrder;
  readonly decimal: DecimalSign;
  readonly yes: string;
  readonly no: string;
  /** Lines of a report above its header and below its rows. */
  readonly title: readonly string[];
  readonly footer: readonly string[];
}

/** A column: its header, and the cell of a record. */
export type ExportColumn<Row> = readonly [header: string, cell: (row: Row) => string | undefined];

export function toFile<Row>(
  rows: readonly Row[],
  columns: readonly ExportColumn<Row>[],
  format: ExportFormat,
): Uint8Array {
  const records = [
    columns.map(([header]) => header),
    ...rows.map((row) => columns.map(([, cell]) => cell(row) ?? "")),
  ];
  const body = stringify(records, { delimiter: format.delimiter, quoted: true, record_delimiter: "\r\n" });
  const lines = (texts: readonly string[]): string =>
    texts.map((text) => (text === "" ? "\r\n" : `"${text}"\r\n`)).join("");
  return encode(`${lines(format.title)}${body}${lines(format.footer)}`, format);
}

export function toDate(iso: string, order: DateOrder): string {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  if (order === "ymd") return iso;
  return order === "dmy" ? `${pad(day)}.${pad(month)}.${year}` : `${month}/${day}/${year}`;
}

const pad = (part: number): string => String(part).padStart(2, "0");

/** Groups thousands, as reports do; all decimals are kept. */
export function toNumber(value: number, decimal: DecimalSign): string {
  const [whole = "", fraction] = value
    .toFixed(6)
    .replace(/\.?0+$/u, "")
    .split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/gu, decimal === "." ? "," : ".");
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}

function encode(text: string, { encoding, byteOrderMark }: ExportFormat): Uint8Array {
  const marked = byteOrderMark ? `\uFEFF${text}` : text;
  if (encoding === "utf-8") return Buffer.from(marked, "utf8");
  if (encoding === "utf-16le") return Buffer.from(marked, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(marked, "utf16le").swap16();
  return Uint8Array.from(text, toWindows1252);
}

const QUESTION_MARK = 0x3f;

/** Byte of a character; what Windows-1252 lacks becomes a question mark, as it does in the CRM. */
function toWindows1252(character: string): number {
  const code = character.charCodeAt(0);
  if (character === "€") return 0x80;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  return QUESTION_MARK;
}
