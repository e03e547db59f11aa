import { type Field, type RecordId, valueOf } from "@sweetspot/contract";
import { conformanceWorld, demoWorld } from "@sweetspot/fixtures";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IMPORT_KINDS, type ImportKind } from "./import-sink.port.ts";
import { arbitraryWorld } from "./testing/arbitrary-world.ts";
import { exportWorld, type ExportedWorld } from "./testing/export-world.ts";
import { EXPORT_HEADERS, EXPORT_SHAPES, type ExportShape } from "./testing/export-shapes.ts";
import { importFiles } from "./testing/import-files.ts";
import { createMemorySink, type MemorySink } from "./testing/memory-sink.ts";

const SHAPES = Object.keys(EXPORT_SHAPES) as readonly ExportShape[];

describe.each(SHAPES)("an export in the shape %s", (shape) => {
  test("of any world is the same world when imported", async () => {
    const latin = EXPORT_SHAPES[shape].encoding === "windows-1252";
    await fc.assert(
      fc.asyncProperty(arbitraryWorld(latin), async (world) => {
        const sink = createMemorySink();
        const files = exportWorld(world, shape);
        fc.pre(!latin || files.every(({ content }) => !looksLikeUtf8(content)));
        const { report } = await importFiles(files, sink);
        expect(report.problems).toEqual([]);
        expect(readBack(sink, shape)).toEqual(expected(world, shape));
      }),
      { numRuns: 25 },
    );
  });

  test("is recognised file by file, with every column", async () => {
    const world = demoWorld();
    const { files } = await importFiles(exportWorld(world, shape), createMemorySink());
    for (const file of files) {
      const [kind, headers] = Object.entries(EXPORT_HEADERS[shape]).find(
        ([, one]) => one.file === file.name,
      )!;
      expect([file.name, file.mapping.kind]).toEqual([file.name, kind]);
      const mapped = Object.fromEntries(file.mapping.columns.map(({ header, target }) => [header, target]));
      for (const [target, header] of Object.entries(headers.columns))
        expect([header, mapped[header]]).toEqual([header, target]);
      expect(file.encoding === EXPORT_SHAPES[shape].encoding || isAscii(world, shape, file.name)).toBe(true);
    }
  });

  test("updates nothing when it is imported again, and deletes nothing", async () => {
    const sink = createMemorySink();
    const files = exportWorld(conformanceWorld(), shape);
    const { report: first } = await importFiles(files, sink);
    const before = IMPORT_KINDS.map((kind) => sink.rows[kind].size);
    const { report: again } = await importFiles(files, sink);
    expect(IMPORT_KINDS.map((kind) => sink.rows[kind].size)).toEqual(before);
    for (const kind of IMPORT_KINDS) {
      if (kind === "teamMembers") continue;
      const created = first.counts[kind]?.created;
      expect(again.counts[kind]).toEqual(
        created === undefined ? undefined : { created: 0, updated: 0, unchanged: created },
      );
    }
  });
});

/** Some letters of Windows-1252 side by side are a letter of UTF-8 too: nobody can tell which of the two was meant. */
function looksLikeUtf8(content: Uint8Array): boolean {
  if (content.every((byte) => byte < 0x80)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

/** A file without a letter beyond ASCII is valid UTF-8, whatever wrote it. */
const isAscii = (world: ExportedWorld, shape: ExportShape, name: string): boolean =>
  exportWorld(world, shape)
    .find((file) => file.name === name)!
    .content.every((byte) => byte < 0x80);

type Row = Readonly<Record<string, unknown>>;
type Rows = Readonly<Partial<Record<ImportKind, readonly Row[]>>>;

/** The world as far as the shape has a column for it; owners by name, because most shapes have no ids of users. */
function expected(world: ExportedWorld, shape: ExportShape): Rows {
  const owners = new Map(world.teamMembers.map(({ id, name }) => [id, name]));
  const lineItems = world.opportunities.flatMap(({ id, lineItems }) =>
    (valueOf(lineItems) ?? []).map((line) => ({ ...line, opportunity: id })),
  );
  return project(
    shape,
    (kind) => (kind === "lineItems" ? lineItems : world[kind]),
    (value) => {
      const plain = isField(value) ? (valueOf(value) ?? null) : value;
      return owners.get(plain as RecordId) ?? plain;
    },
  );
}

function readBack(sink: MemorySink, shape: ExportShape): Rows {
  const owners = new Map([...sink.rows.teamMembers.values()].map(({ id, name }) => [id, name]));
  return project(
    shape,
    (kind) => [...sink.rows[kind].values()],
    (value) => owners.get(value as RecordId) ?? value,
  );
}

function project(
  shape: ExportShape,
  rowsOf: (kind: ImportKind) => Iterable<object>,
  plain: (value: unknown) => unknown,
): Rows {
  const kinds = Object.entries(EXPORT_HEADERS[shape]) as [ImportKind, { readonly columns: object }][];
  return Object.fromEntries(
    kinds.map(([kind, { columns }]) => {
      const fields = fieldsOf(Object.keys(columns));
      const rows = [...rowsOf(kind)].map((row) => {
        const attributes = Object.entries((row as Row)["attributes"] ?? {}).map(([label, value]) => [
          label,
          plain(value),
        ]);
        const values = fields.map((field) => [field, plain((row as Row)[field])]);
        return Object.fromEntries([...values, ["attributes", Object.fromEntries(attributes)]]) as Row;
      });
      return [kind, rows.toSorted((one, other) => (String(one["id"]) < String(other["id"]) ? -1 : 1))];
    }),
  );
}

const isField = (value: unknown): value is Field<unknown> =>
  typeof value === "object" && value !== null && "state" in value;

/** Fields of a row that these columns speak about. */
const fieldsOf = (targets: readonly string[]): readonly string[] => {
  const renamed: Readonly<Record<string, string>> = {
    firstName: "name",
    lastName: "name",
    won: "status",
    closed: "status",
    status: "active",
  };
  const fields = targets.map(
    (target) =>
      renamed[target] ??
      target.replace(/^(parent|owner|account|opportunity|product)Id$|^(parent|owner|account)Name$/u, "$1$2"),
  );
  return [...new Set(fields)].filter((field) => field !== "currency");
};
