import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMemorySource } from "./file-source.ts";
import { surveyFile } from "./survey-file.ts";

const survey = (name: string, content: Uint8Array | string) => surveyFile(createMemorySource(name, content));
const ACCOUNTS = "Account ID,Account Name,Industry\n1,Müller & Söhne,Energy\n2,Łódź S.A.,Retail\n";

describe("how a file is written is found out", () => {
  test.each([
    ["UTF-8", "utf-8", Buffer.from(ACCOUNTS)],
    ["UTF-8 with a mark", "utf-8", Buffer.from(`\uFEFF${ACCOUNTS}`)],
    ["UTF-16 LE with a mark", "utf-16le", Buffer.from(`\uFEFF${ACCOUNTS}`, "utf16le")],
    ["UTF-16 LE without", "utf-16le", Buffer.from(ACCOUNTS, "utf16le")],
    ["UTF-16 BE with a mark", "utf-16be", Buffer.from(`\uFEFF${ACCOUNTS}`, "utf16le").swap16()],
    ["UTF-16 BE without", "utf-16be", Buffer.from(ACCOUNTS, "utf16le").swap16()],
    [
      "Windows-1252",
      "windows-1252",
      Buffer.from("Account ID,Account Name,Industry\n1,Müller,Energy\n", "latin1"),
    ],
    ["gzip", "utf-8", gzipSync(ACCOUNTS)],
  ])("%s", async (_, encoding, content) => {
    const file = await survey("accounts.csv", content);
    expect(file).toMatchObject({ encoding, mapping: { kind: "accounts", key: "id" }, headerLine: 1 });
    expect(file.refused).toBeUndefined();
    expect(file.sample[0]?.[1]).toMatch(/^Müller/u);
  });

  test.each([",", ";", "\t", "|"])(
    "cells parted by %j, even where the cells hold other delimiters",
    async (delimiter) => {
      const rows = [
        ["Account Name", "Annual Revenue", "Industry"],
        ['"Smith, Jones; Partner"', '"1,5"', "Retail"],
        ['"A|B"', "2", '"x;y;z"'],
      ];
      const file = await survey("f.csv", rows.map((row) => row.join(delimiter)).join("\r\n"));
      expect(file.delimiter).toBe(delimiter);
      expect(file.mapping.columns.map(({ target }) => target)).toEqual(["name", "annualRevenue", "industry"]);
    },
  );

  test("what Excel declares in its first line", async () => {
    const file = await survey("f.csv", "sep=;\r\nAccount Name;Industry\r\nA,B;C,D\r\n");
    expect(file).toMatchObject({ delimiter: ";", headerLine: 2 });
  });

  test("title lines above the header are passed over", async () => {
    const file = await survey(
      "report.csv",
      '"Big report"\n"As of 31.03.2026"\n\nAccount Name,Industry,Billing City\nA,B,C\n',
    );
    expect(file).toMatchObject({ headerLine: 4, mapping: { kind: "accounts" } });
  });

  test("a header of unknown words is taken, but the file waits for a mapping", async () => {
    const file = await survey("data.csv", "Table,Field,Description\naccounts,account,Company name\n");
    expect(file).toMatchObject({ headerLine: 1, mapping: { kind: "ignored" } });
    expect(file.refused).toBeUndefined();
  });
});

describe("a file that cannot be imported is refused with the reason", () => {
  test.each([
    ["nothing", "", "empty"],
    ["blank lines", " \n\n \n", "empty"],
    [
      "a picture",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3, 0, 9]),
      "binary",
    ],
    ["an Excel workbook", Buffer.from("PK\u0003\u0004rest of a zip\u0000\u0000", "latin1"), "spreadsheet"],
    [
      "an old Excel workbook",
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      "spreadsheet",
    ],
    [
      "a report saved as .xls, which is a web page",
      "<html><table><tr><td>Account</td></tr></table>",
      "web-page",
    ],
    ["rows without a header", "001,Acme,12.5\n002,Beta,13.5\n", "no-header"],
    ["a gzip cut off", gzipSync(ACCOUNTS.repeat(50)).subarray(0, 60), "broken-gzip"],
    [
      "UTF-8 cut in a character",
      Buffer.concat([Buffer.from(ACCOUNTS.repeat(5)), Buffer.from([0xc3])]),
      "broken-encoding",
    ],
    ["zeros in the middle", Buffer.from(`${ACCOUNTS}3,\0\0\0\0,x\n`), "binary"],
  ])("%s", async (_, content, code) => {
    const file = await survey("export.csv", content);
    expect(file.refused?.code).toBe(code);
    expect(file.refused?.message).toContain("export.csv");
  });
});

test("the beginning of a file is recognised without its end", async () => {
  const packed = gzipSync(
    Array.from({ length: 5000 }, (_, at) => `${at},Account ${Math.random()},Energy`).join("\n"),
  );
  const whole = gzipSync(`Account ID,Account Name,Industry\n${packed.toString("hex")}`);
  const file = await surveyFile(createMemorySource("a.csv.gz", whole.subarray(0, 20_000)), { cut: true });
  expect(file.refused).toBeUndefined();
  expect(file.mapping.kind).toBe("accounts");
});

test("no bytes at all make the importer fall over", async () => {
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: "binary", maxLength: 200 }).map((text) => Buffer.from(text)),
    fc
      .array(fc.constantFrom('"', ",", ";", "\n", "\r", "\t", "a", "1", "Account Name", "Id", "\0", "é"), {
        maxLength: 60,
      })
      .map((parts) => Buffer.from(parts.join(""))),
  );
  await fc.assert(
    fc.asyncProperty(anyBytes, async (bytes) => {
      const file = await survey("any.csv", bytes);
      expect(typeof (file.refused?.message ?? "")).toBe("string");
    }),
    { numRuns: 300 },
  );
});
