import { toRecordId } from "@sweetspot/contract";
import { createAxis } from "@sweetspot/white-space-plan";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { decodeFile, defuse, findDelimiter, fuse, readAmount, writeAmount } from "./csv-fields.ts";
import { joinPath, pathsOf, splitPath } from "./csv-paths.ts";

test("defusing a formula is undone exactly, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", "=", "+", "a", " ", "\t") }), (text) => {
      expect(fuse(defuse(text))).toBe(text);
      expect(defuse(text)).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test("an amount written is read back as the same number", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 3 }), (whole, digits) => {
      const amount = whole / 10 ** digits;
      expect(readAmount(writeAmount(amount))).toBe(amount);
    }),
  );
});

describe("amounts as people type them", () => {
  it.each([
    ["1234.5", 1234.5],
    ["1.234,50", 1234.5],
    ["1,234.50", 1234.5],
    ["420.000", 420_000],
    ["420,000", 420_000],
    ["1 234 567", 1_234_567],
    ["1.234.567", 1_234_567],
    ["12,5", 12.5],
    ["a lot", undefined],
    ["-5", undefined],
  ])("%s", (text, expected) => {
    expect(readAmount(text)).toBe(expected);
  });
});

test("a path is taken apart into the very names it was made of", () => {
  const name = fc
    .string({ unit: fc.constantFrom("a", "›", "\\", " ", "b") })
    .map((text) => text.trim())
    .filter((text) => text !== "");
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
      expect(splitPath(joinPath(names))).toEqual(names);
    }),
  );
});

test("siblings of one name have paths of their own", () => {
  const item = (record: string) => ({
    record: toRecordId(record),
    name: "North",
    parent: undefined,
    order: undefined,
  });
  expect([...pathsOf(createAxis([item("one"), item("two")])).byPath.keys()]).toEqual(["North", "North #2"]);
});

describe("files", () => {
  it("are read in the encodings spreadsheets write", () => {
    expect(decodeFile(new TextEncoder().encode("Köln"))).toBe("Köln");
    expect(decodeFile(new Uint8Array([0x4b, 0xf6, 0x6c, 0x6e]))).toBe("Köln");
    expect(decodeFile(new Uint8Array([0xff, 0xfe, 0x4b, 0, 0xf6, 0]))).toBe("Kö");
    expect(decodeFile(new Uint8Array([0xfe, 0xff, 0, 0x4b, 0, 0xf6]))).toBe("Kö");
  });

  it("have the separator their first line shows, quotes apart", () => {
    expect(findDelimiter('Area;"a,b,c,d";Level')).toBe(";");
    expect(findDelimiter("Area\tOffering\tLevel")).toBe("\t");
    expect(findDelimiter("Area,Offering")).toBe(",");
  });
});
