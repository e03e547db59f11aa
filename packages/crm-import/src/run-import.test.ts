import { toRecordId } from "@sweetspot/contract";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMemorySource } from "./file-source.ts";
import { DEFAULT_IMPORT_OPTIONS } from "./import-options.model.ts";
import type { ImportProgress } from "./import-report.model.ts";
import { runImport } from "./run-import.ts";
import { surveyFile } from "./survey-file.ts";
import { importFiles } from "./testing/import-files.ts";
import { createMemorySink } from "./testing/memory-sink.ts";

const accounts = (count: number, from = 0): string =>
  [
    "Account ID,Account Name,Employees",
    ...Array.from({ length: count }, (_, at) => `${at + from},Account ${at + from},${at}`),
  ].join("\n");

describe("a broken file changes nothing", () => {
  test("when a quote is never closed, however late; the other files are imported", async () => {
    const sink = createMemorySink();
    const { report } = await importFiles(
      [
        { name: "accounts broken.csv", content: `${accounts(6000)}\n9999,"open,1\n10000,next,2\n` },
        { name: "accounts good.csv", content: accounts(3, 100_000) },
      ],
      sink,
    );
    expect(report.outcome).toBe("finished");
    expect(report.files[0]).toMatchObject({ good: 0, refused: { code: "broken-quotes" } });
    expect(report.files[0]?.refused?.message).toContain("line 6002");
    expect([...sink.rows.accounts.keys()]).toEqual(["100000", "100001", "100002"]);
  });

  test("when it names parents too; ids of the refused file are free for others", async () => {
    const sink = createMemorySink();
    const header = "Account ID,Account Name,Parent Account ID";
    const { report } = await importFiles(
      [
        { name: "1.csv", content: `${header}\n1,One,\n2,"Two,1\n` },
        { name: "2.csv", content: `${header}\n1,One again,\n3,Three,1\n` },
      ],
      sink,
    );
    expect(report.files.map(({ refused }) => refused?.code)).toEqual(["broken-quotes", undefined]);
    expect(report.problems).toEqual([]);
    expect(sink.rows.accounts.get(toRecordId("3"))?.parent).toBe("1");
  });

  test("and its ids are free for a file that is whole", async () => {
    const header = "Deal ID,Deal Name,Deal Stage";
    const many = Array.from({ length: 2500 }, (_, at) => `more${at},More,Won\n`).join("");
    const { report, sink } = await withSink((sink) =>
      importFiles(
        [
          { name: "1.csv", content: `${header}\n1,One,Won\n${many}x,"open,Won\n` },
          { name: "2.csv", content: `${header}\n1,One again,Won\n` },
        ],
        sink,
      ),
    );
    expect(report.problems).toEqual([]);
    expect(sink.rows.opportunities.get(toRecordId("1"))?.name).toBe("One again");
  });

  test("when its mapping lacks what every record needs", async () => {
    const { report, sink } = await withSink((sink) =>
      importFiles([{ name: "accounts.csv", content: accounts(3) }], sink, {
        correct: (file) => ({
          ...file,
          mapping: {
            ...file.mapping,
            columns: file.mapping.columns.map((column) => ({ ...column, target: "ignored" })),
          },
        }),
      }),
    );
    expect(report.files[0]?.refused?.code).toBe("incomplete-mapping");
    expect(sink.rows.accounts.size).toBe(0);
  });

  test("whatever bytes are spliced into it", async () => {
    const clean = Buffer.from(`${accounts(40)}\n`);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: clean.length }),
        fc.uint8Array({ minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 64 }),
        async (at, junk, chunkBytes) => {
          const content = Buffer.concat([clean.subarray(0, at), junk, clean.subarray(at)]);
          const sink = createMemorySink();
          const { report } = await importFiles([{ name: "accounts.csv", content }], sink, { chunkBytes });
          const [file] = report.files;
          expect(sink.rows.accounts.size).toBe(file?.refused || file?.kind !== "accounts" ? 0 : file.good);
          await (await sink.begin()).abort();
        },
      ),
      { numRuns: 150 },
    );
  });
});

const withSink = async <T extends object>(
  work: (sink: ReturnType<typeof createMemorySink>) => Promise<T>,
) => {
  const sink = createMemorySink();
  return { ...(await work(sink)), sink };
};

describe("stopping on the way", () => {
  test("a cancelled import keeps finished files and takes back the one at hand", async () => {
    const sink = createMemorySink();
    const cancel = new AbortController();
    const contents = [
      { name: "accounts.csv", content: accounts(10) },
      {
        name: "deals.csv",
        content: [
          "Deal ID,Deal Name,Deal Stage",
          ...Array.from({ length: 9000 }, (_, at) => `${at},Deal ${at},Won`),
        ].join("\n"),
      },
    ];
    const files = await Promise.all(
      contents.map(async ({ name, content }) => {
        const source = createMemorySource(name, content, 4096);
        return { source, file: await surveyFile(source) };
      }),
    );
    const seen: ImportProgress[] = [];
    const report = await runImport({
      files,
      sink,
      options: DEFAULT_IMPORT_OPTIONS,
      aliases: [],
      signal: cancel.signal,
      onProgress(progress) {
        seen.push(progress);
        if ((progress.rows.opportunities?.good ?? 0) > 0) cancel.abort();
      },
    });
    expect(report.outcome).toBe("cancelled");
    expect(report.counts).toEqual({ accounts: { created: 10, updated: 0, unchanged: 0 } });
    expect([sink.rows.accounts.size, sink.rows.opportunities.size]).toEqual([10, 0]);
    expect(seen.some(({ bytesRead, bytesTotal }) => bytesRead > 0 && bytesRead < bytesTotal)).toBe(true);
    await (await sink.begin()).abort();
  });

  test.each([0, 2, 3])(
    "a disk that is full at write %s fails the import with its reason and half-writes no file",
    async (after) => {
      const sink = createMemorySink();
      sink.failWrite(after);
      const { report } = await importFiles([{ name: "accounts.csv", content: accounts(7000) }], sink);
      expect(report).toMatchObject({ outcome: "failed", failure: "The disk is full." });
      expect(sink.rows.accounts.size).toBe(0);
      await (await sink.begin()).abort();
    },
  );

  test("while another import writes, this one fails without touching anything", async () => {
    const sink = createMemorySink();
    const other = await sink.begin();
    const { report } = await importFiles([{ name: "accounts.csv", content: accounts(3) }], sink);
    expect(report.outcome).toBe("failed");
    await other.abort();
  });
});

test("a file with fewer columns leaves the other fields as they are", async () => {
  const sink = createMemorySink();
  await importFiles(
    [{ name: "accounts.csv", content: "Account ID,Account Name,Industry,Region\n1,Acme,Retail,North\n" }],
    sink,
  );
  const { report } = await importFiles(
    [{ name: "accounts.csv", content: "Account ID,Account Name,Tier\n1,Acme,Gold\n" }],
    sink,
  );
  expect(report.counts.accounts).toEqual({ created: 0, updated: 1, unchanged: 0 });
  const stored = sink.rows.accounts.get(toRecordId("1"));
  expect(stored).toMatchObject({ industry: "Retail", attributes: { Region: "North", Tier: "Gold" } });
});

test("files are written in the order of what points at what, whatever their own order", async () => {
  const sink = createMemorySink();
  const { report } = await importFiles(
    [
      {
        name: "a line items.csv",
        content: "Record ID,Name,Quantity,Net price,Associated Deal IDs\n5,GTX Pro,2,30,4\n",
      },
      {
        name: "b deals.csv",
        content: "Record ID,Deal Name,Deal Stage,Associated Company\n4,Deal,Closed Won,Acme\n",
      },
      { name: "c companies.csv", content: "Record ID,Company name,Industry\n1,Acme,Retail\n" },
      { name: "d products.csv", content: "Record ID,Name,SKU\n3,GTX Pro,x\n" },
    ],
    sink,
  );
  expect(report.problems).toEqual([]);
  expect(sink.rows.lineItems.get(toRecordId("5"))).toMatchObject({
    opportunity: "4",
    product: "3",
    amount: { amount: 30, currency: "EUR" },
  });
  expect(sink.rows.opportunities.get(toRecordId("4"))?.account).toBe("1");
});

test("rows of a report's footer are no bad rows, but single cells amid the rows are", async () => {
  const footer = '\n\n"Grand Totals (2 records)"\n"Copyright (c) salesforce.com"\n"Confidential"\n';
  const { report } = await importFiles(
    [{ name: "accounts.csv", content: `${accounts(2)}\nlost cell\n7,Seven,7${footer}` }],
    createMemorySink(),
  );
  expect(report.files[0]).toMatchObject({ good: 3, bad: 1, skipped: 3 });
});
