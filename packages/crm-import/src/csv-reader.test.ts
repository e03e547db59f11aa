import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCsvReader, createLibraryReader, type CsvReader, type CsvRecord } from "./csv-reader.ts";

async function readAll(
  reader: CsvReader,
  pieces: readonly Uint8Array[],
): Promise<readonly CsvRecord[] | string> {
  const records: CsvRecord[] = [];
  try {
    for (const piece of pieces) records.push(...(await reader.push(piece)));
    records.push(...(await reader.end()));
    return records;
  } catch (error) {
    // The library alone does not count blank lines before an open quote.
    return String(error).replace(/line \d+/u, "a line");
  } finally {
    reader.destroy();
  }
}

function cutAt(bytes: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] {
  const places = cuts.map((cut) => cut % (bytes.length + 1)).toSorted((one, other) => one - other);
  return [0, ...places].map((from, at) => bytes.subarray(from, places[at] ?? bytes.length));
}

const sign = fc.constantFrom(
  "a",
  "bc",
  "é",
  "😀",
  " ",
  ",",
  ",",
  ";",
  '"',
  '""',
  '"',
  "\n",
  "\n",
  "\r\n",
  "\r",
  "\uFEFF",
);
const wild = fc.array(sign, { maxLength: 40 }).map((signs) => signs.join(""));
const cell = fc.oneof(
  fc.constantFrom("", "plain", "a b", '""', '"x, y"', '"two\nlines"', '"two\r\nlines"', '"said ""so"""', "é"),
  fc.string({ unit: fc.constantFrom("a", "é", " "), maxLength: 5 }),
);
const regular = fc
  .tuple(
    fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
    fc.constantFrom("\n", "\r\n"),
  )
  .map(([rows, lineEnd]) => rows.map((cells) => cells.join(",")).join(lineEnd));
const cuts = fc.array(fc.nat(60), { maxLength: 4 });

describe("text is read as csv-parse alone would read it, wherever its pieces are cut", () => {
  test.each([
    ["exports as programs write them", regular],
    ["any jumble of quotes, delimiters and line ends", wild],
    ["an export that turns odd", fc.tuple(regular, wild).map((parts) => parts.join("\n"))],
  ])("%s", async (_, texts) => {
    await fc.assert(
      fc.asyncProperty(texts, cuts, async (text, places) => {
        const pieces = cutAt(new TextEncoder().encode(text), places);
        const ours = await readAll(createCsvReader("f.csv", ","), pieces);
        expect(ours).toEqual(await readAll(createLibraryReader("f.csv", ","), pieces));
      }),
      { numRuns: 300 },
    );
  });

  test("a record names the line it begins on, blank lines and quoted ones before it counted", async () => {
    const text = 'a,b\n\n"1\r\n2",c\nd,e\r\n\r\nf,"g""\n"';
    const records = await readAll(createCsvReader("f.csv", ","), [new TextEncoder().encode(text)]);
    expect(records).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 3, cells: ["1\r\n2", "c"] },
      { line: 5, cells: ["d", "e"] },
      { line: 7, cells: ["f", 'g"\n'] },
    ]);
  });

  test("a quote that is never closed is told with its line", async () => {
    const reader = createCsvReader("f.csv", ",");
    await reader.push(`${"a,b\n".repeat(1000)}\nc,"d\n`);
    await expect(reader.end()).rejects.toThrow("line 1002 that is never closed");
    reader.destroy();
  });
});
