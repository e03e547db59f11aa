import { defuseFormula } from "./csv.ts";
import { cellValue, type TableCell, type TableData } from "./table.model.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Places in the style sheet below. */
const BOLD = 1;
/** A text that a spreadsheet would take for a formula if somebody typed it: kept a text on editing, too. */
const QUOTED = 2;

/** What a cell of a sheet may hold, in UTF-16 code units. */
const LONGEST = 32_767;

/**
 * Tables as one workbook, a sheet each (ECMA-376). A cell is a number or a text, never a formula, whatever the text says.
 * The archive is made by JSZip, loaded when first asked for; libraries that write workbooks start workers for larger
 * sheets, which the policies of host pages refuse.
 */
export async function toXlsx(tables: readonly TableData[]): Promise<Blob> {
  const { default: JSZip } = await import("jszip");
  const names = sheetNames(tables.map(({ title }) => title));
  const archive = new JSZip();
  const numbers = tables.map((_, index) => index + 1);
  archive.file("[Content_Types].xml", contentTypes(numbers));
  archive.file(
    "_rels/.rels",
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  archive.file(
    "xl/workbook.xml",
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names
      .map((name, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join("")}</sheets></workbook>`,
  );
  archive.file(
    "xl/_rels/workbook.xml.rels",
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${numbers
      .map(
        (number) =>
          `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
      )
      .join("")}<Relationship Id="rId0" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  );
  archive.file("xl/styles.xml", STYLES);
  tables.forEach((table, index) => archive.file(`xl/worksheets/sheet${index + 1}.xml`, toSheet(table)));
  return archive.generateAsync({
    type: "blob",
    compression: "DEFLATE",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  });
}

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/><xf quotePrefix="1" xfId="0"/></cellXfs></styleSheet>`;

const contentTypes = (numbers: readonly number[]): string => {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${numbers
    .map(
      (number) =>
        `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${type}.worksheet+xml"/>`,
    )
    .join("")}</Types>`;
};

/** The head stays in view, the first column too; columns are as wide as their words, within reason. */
function toSheet({ columns, rows }: TableData): string {
  const widths = columns.map(({ label }, index) =>
    Math.min(
      48,
      Math.max(label.length, ...rows.slice(0, 200).map(({ cells }) => lengthOf(cells[index]))) + 2,
    ),
  );
  const lines = [
    columns.map(({ label }, index) => toCell(label, index, 1, BOLD)),
    ...rows.map(({ cells }, row) => cells.map((cell, index) => toCell(cellValue(cell), index, row + 2))),
  ];
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>${widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join("")}</cols><sheetData>${lines
    .map((cells, index) => `<row r="${index + 1}">${cells.join("")}</row>`)
    .join("")}</sheetData></worksheet>`;
}

function toCell(value: string | number | null, column: number, row: number, style?: number): string {
  if (value === null || value === "") return "";
  const place = `${columnName(column)}${row}`;
  if (typeof value === "number" && Number.isFinite(value)) return `<c r="${place}"><v>${value}</v></c>`;
  const text = String(value).slice(0, LONGEST);
  const look = style ?? (defuseFormula(text) === text ? undefined : QUOTED);
  return `<c r="${place}" t="inlineStr"${look === undefined ? "" : ` s="${look}"`}><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
}

const lengthOf = (cell: TableCell | undefined): number => String(cellValue(cell) ?? "").length;

/** A, B … Z, AA … */
function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? "" : columnName(rest - 1)}${String.fromCodePoint(65 + (index % 26))}`;
}

/** Names a workbook takes: at most 31 signs, none of `[]:*?/\`, each once. */
function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const name =
      title
        .replaceAll(/[[\]:*?/\\]/g, " ")
        .trim()
        .replaceAll(/^'|'$/g, "")
        .slice(0, 27) || "Sheet";
    let free = name;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${name} ${count}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** Control characters cannot stand in XML at all; lone surrogates neither. */
const escape = (text: string): string =>
  text
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
