import * as fc from "fast-check";
import JSZip from "jszip";
import { expect, test } from "vitest";
import { toXlsx } from "./to-xlsx.ts";

const table = (title: string, ...rows: readonly (readonly (string | number | null)[])[]) => ({
  title,
  columns: [
    { id: "name", label: "Name" },
    { id: "value", label: "Value" },
  ],
  rows: rows.map((cells, index) => ({ id: String(index), cells })),
});

async function partsOf(file: Blob): Promise<ReadonlyMap<string, string>> {
  const archive = await JSZip.loadAsync(await file.arrayBuffer());
  return new Map(
    await Promise.all(
      Object.values(archive.files)
        .filter((part) => !part.dir)
        .map(async (part) => [part.name, await part.async("string")] as const),
    ),
  );
}

test("a text is never a formula, whatever it says, and stays a text when somebody edits it", async () => {
  const text = fc.oneof(
    fc.array(fc.nat(0xff_ff), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
    fc.constantFrom("=1+1", "@SUM(A1)", "+49", "-1", "\t=2"),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 50, maxLength: 200 }), async (texts) => {
      const file = await toXlsx([table("Grid", ...texts.map((words) => [words, 1]))]);
      const written = (await partsOf(file)).get("xl/worksheets/sheet1.xml");
      expect(written).not.toMatch(/<f[ >]/);
      expect(written?.match(/<row /g)).toHaveLength(texts.length + 1);
    }),
    { numRuns: 3 },
  );
  const sheet = (await partsOf(await toXlsx([table("Grid", ["=HYPERLINK(1)", 2.5])]))).get(
    "xl/worksheets/sheet1.xml",
  );
  expect(sheet).toContain(
    '<c r="A2" t="inlineStr" s="2"><is><t xml:space="preserve">=HYPERLINK(1)</t></is></c>',
  );
  expect(sheet).toContain('<c r="B2"><v>2.5</v></c>');
});

test("each table is a sheet with a name that a workbook takes", async () => {
  const parts = await partsOf(
    await toXlsx([
      table("Regions: North/South"),
      table("Regions: North/South"),
      table("x".repeat(60)),
      table(""),
    ]),
  );
  const names = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<sheet name="([^"]*)"/g)].map(
    ([, name]) => name,
  );
  expect(names).toEqual(["Regions  North South", "Regions  North South 2", "x".repeat(27), "Sheet"]);
  expect([...parts.keys()].filter((name) => name.includes("worksheets/"))).toHaveLength(4);
});

test("columns beyond Z have two letters", async () => {
  const columns = Array.from({ length: 54 }, (_, index) => ({ id: String(index), label: String(index) }));
  const file = await toXlsx([{ title: "Wide", columns, rows: [] }]);
  const sheet = (await partsOf(file)).get("xl/worksheets/sheet1.xml") ?? "";
  for (const place of ["A1", "Z1", "AA1", "AZ1", "BA1", "BB1"]) expect(sheet).toContain(`<c r="${place}"`);
});
