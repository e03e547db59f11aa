import { type PlanRecord, toRecordId } from "@sweetspot/contract";
import { describe, expect, test } from "vitest";
import { defineEntity } from "./entity.ts";
import { text } from "./field-kinds.ts";
import { upgradeRecord } from "./upgrade.ts";

/** Schema 1 had `title`; schema 2 calls it `name`; schema 3 splits off `code`. */
const product = defineEntity({
  name: "product-line",
  help: "Made up for this test.",
  scopes: ["plan"],
  schema: 3,
  fields: { name: text({ help: "Name.", max: 80 }), code: text({ help: "Code.", max: 8 }) },
  upgrade(fields, from) {
    const { title, ...rest } = fields;
    if (from === 1) return { ...rest, name: title ?? null };
    const [code, ...words] = String(fields["name"]).split(" ");
    return { ...fields, code: code ?? null, name: words.join(" ") };
  },
});

const stored = (schema: number, fields: PlanRecord["fields"]): PlanRecord => ({
  id: toRecordId("r"),
  type: "product-line",
  revision: 4,
  schema,
  fields,
  createdBy: toRecordId("u"),
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedBy: toRecordId("u"),
  updatedAt: "2026-01-01T00:00:00.000Z",
});

describe("reading a record of an older schema", () => {
  test("takes it through every step up to today's", () => {
    const { schema, fields } = upgradeRecord(stored(1, { title: "T9 Great Turbine", kept: true }), product);
    expect(schema).toBe(3);
    expect(fields).toEqual({ code: "T9", name: "Great Turbine", kept: true });
  });

  test("begins at the record's own step", () => {
    expect(upgradeRecord(stored(2, { name: "T9 Turbine" }), product).fields).toEqual({
      code: "T9",
      name: "Turbine",
    });
  });

  test("leaves its revision and authorship alone: reading is no change", () => {
    expect(upgradeRecord(stored(1, { title: "T9 X" }), product)).toMatchObject({
      revision: 4,
      updatedBy: "u",
    });
  });

  test("returns today's and a newer version's records untouched", () => {
    const [current, newer] = [stored(3, { name: "N" }), stored(9, { whatever: 1 })];
    expect(upgradeRecord(current, product)).toBe(current);
    expect(upgradeRecord(newer, product)).toBe(newer);
  });

  test("returns records of an entity nobody declared untouched", () => {
    const foreign = stored(1, { any: "thing" });
    expect(upgradeRecord(foreign)).toBe(foreign);
  });
});
