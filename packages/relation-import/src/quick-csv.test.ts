import { createCsvReader, type CsvReader, type CsvRecord } from "@sweetspot/crm-import/reading";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { createQuickCsvReader } from "./quick-csv.ts";

async function readAll(reader: CsvReader, pieces: readonly string[]): Promise<readonly CsvRecord[]> {
  const records: CsvRecord[] = [];
  for (const piece of pieces) records.push(...(await reader.push(piece)));
  records.push(...(await reader.end()));
  reader.destroy();
  return records;
}

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z' <>=+-]{0,5}$/u) },
  { weight: 1, arbitrary: fc.constantFrom('"a, b"', '"two\nlines"', '"say ""hi"""', "é", "\u{1F600}") },
);
const text = fc
  .array(fc.tuple(fc.array(cell, { minLength: 2, maxLength: 4 }), fc.constantFrom("\n", "\r\n")), {
    maxLength: 12,
  })
  .map((lines) => lines.map(([cells, end]) => cells.join(",") + end).join(""));

it("reads whatever text as the careful reader does, in pieces of whatever length", async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 20 }), fc.boolean(), async (whole, length, cut) => {
      const given = cut ? whole.trimEnd() : whole;
      const pieces = given.match(new RegExp(`[^]{1,${length}}`, "gu")) ?? [];
      const careful = await readAll(createCsvReader("x.csv", ","), [given]);
      expect(await readAll(createQuickCsvReader("x.csv", ","), pieces)).toEqual(careful);
    }),
    { numRuns: 100 },
  );
});
