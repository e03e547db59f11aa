import { stringify } from "csv-stringify/sync";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableToHtml, tableToTsv } from "./copy-table.ts";
import { tableToCsv } from "./csv.ts";
import { toFileName } from "./save-file.ts";
import type { TableCell, TableData } from "./table.model.ts";

const tableOf = (...rows: readonly (readonly TableCell[])[]): TableData => ({
  title: "Areas",
  columns: (rows[0] ?? []).map((_cell, index) => ({
    id: String(index),
    label: `Column ${String(index + 1)}`,
  })),
  rows: rows.map((cells, index) => ({ id: String(index), cells })),
});

const bodyOf = (csv: string): string => csv.slice(csv.indexOf("\r\n") + 2);

describe("a table as CSV", () => {
  test.each(["=1+1", "+49 30", "-5", "@SUM(A1)", "\tx", "\rx", "＝1", '=HYPERLINK("x")'])(
    "takes the power of a formula from the text %j",
    (text) => {
      expect(bodyOf(tableToCsv(tableOf([text])))).toMatch(/^"?'/);
    },
  );

  test("leaves numbers numbers, negative ones too, and writes what a program reads", () => {
    const csv = tableToCsv(
      tableOf([-5, { value: 420_000, text: "€420,000" }, null, { value: null, text: "hidden" }]),
    );
    expect(bodyOf(csv)).toBe("-5,420000,,\r\n");
  });

  test("keeps quotes, commas and line breaks inside their field", () => {
    expect(bodyOf(tableToCsv(tableOf(['a "b"', "c,d", "e\nf"])))).toBe('"a ""b""","c,d","e\nf"\r\n');
  });

  test("defuses the headings too", () => {
    const table = { ...tableOf(["x"]), columns: [{ id: "0", label: "=cmd()" }] };
    expect(tableToCsv(table)).toMatch(/^'=cmd\(\)/);
  });

  test("agrees with csv-stringify on every table", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.integer(),
      fc.constantFrom("=x", "-1", "a,b", '"'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const theirs = stringify(rows, {
          escape_formulas: true,
          record_delimiter: "\r\n",
          quoted_match: /[\r\n]/,
        });
        expect(bodyOf(tableToCsv(tableOf(...rows)))).toBe(theirs);
      }),
    );
  });
});

describe("a table on the clipboard", () => {
  test("pastes into a spreadsheet as cells, without formulas and without torn rows", () => {
    expect(tableToTsv(tableOf(["=x", "a\tb\nc", 7]))).toBe("Column 1\tColumn 2\tColumn 3\n'=x\ta b c\t7");
  });

  test("pastes into a mail as a table whose texts are text", () => {
    const html = tableToHtml(tableOf(['<img src=x onerror="alert(1)">', { value: 1, text: "1 & 2" }]));
    expect(html).toContain("<td>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</td><td>1 &amp; 2</td>");
  });
});

test("file names keep letters of every script and nothing a file system refuses", () => {
  expect(toFileName("Weiße Flächen: Haver/Markt?")).toBe("weiße-flächen-haver-markt");
  expect(toFileName("///")).toBe("export");
});
