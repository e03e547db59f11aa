import { expect, test } from "vitest";
import { previewRelationFile } from "./preview-file.ts";

const fileOf = (name: string, text: string) => {
  const bytes = new TextEncoder().encode(text);
  return { name, bytes: bytes.length, open: () => new Blob([bytes]).stream() };
};
const look = (name: string, text: string) => previewRelationFile(fileOf(name, text));

test("a file of ties shows what its columns mean, which are passed over, and its first rows", async () => {
  const rows = Array.from({ length: 9 }, (_, at) => `t${at},p${at},b1,club,green`);
  expect(await look("ties.csv", ["id,person,org,type,colour", ...rows].join("\n"))).toMatchObject({
    form: "csv",
    kind: "ties",
    columns: [
      { header: "id", field: "key" },
      { header: "person", field: "person" },
      { header: "org", field: "body" },
      { header: "type", field: "type" },
      { header: "colour" },
    ],
    sample: [0, 1, 2, 3, 4].map((at) => ({ kind: "ties", cells: [`t${at}`, `p${at}`, "b1", "club", ""] })),
  });
});

test("lines of JSON show of each what it is, and not those that nobody can read", async () => {
  const shown = await look(
    "all.jsonl",
    '{"kind":"person","key":"1","name":"Nora"}\n{broken\n{"kind":"body","key":"2","place":"Kiel"}',
  );
  expect(shown).toMatchObject({
    form: "json-lines",
    columns: [{ field: "key" }, { field: "name" }, { field: "place" }],
    sample: [
      { kind: "people", cells: ["1", "Nora", ""] },
      { kind: "bodies", cells: ["2", "", "Kiel"] },
    ],
  });
  expect(shown.kind).toBeUndefined();
});

test("a file that cannot be imported says why before anybody tries", async () => {
  expect((await look("people.csv", "colour,weight\ngreen,3")).refused?.code).toBe("no-header");
  expect((await look("people.csv", "name,city\nNora,Kiel")).refused?.code).toBe("incomplete-mapping");
});
