import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { toRecordId } from "@sweetspot/contract";
import { describe, expect, test } from "vitest";
import { importFiles } from "./testing/import-files.ts";
import { createMemorySink } from "./testing/memory-sink.ts";

// A real sample that lies beside the repository and is never part of it.
const folder = path.resolve(import.meta.dirname, "../../../../shared/data/graph/crm-opportunities");
const NAMES = ["sales_pipeline", "accounts", "products", "sales_teams", "data_dictionary"];
const read = () =>
  Promise.all(
    NAMES.map(async (name) => ({
      name: `${name}.csv.gz`,
      content: await readFile(path.join(folder, `${name}.csv.gz`)),
    })),
  );

describe.skipIf(!existsSync(folder))(
  "a seller's export without ids for accounts, products and agents",
  () => {
    test("is recognised and imported whole", async () => {
      const sink = createMemorySink();
      const { report, files } = await importFiles(await read(), sink, { options: { currency: "USD" } });
      expect(files.map(({ mapping }) => [mapping.kind, mapping.key])).toEqual([
        ["opportunities", "id"],
        ["accounts", "name"],
        ["products", "name"],
        ["teamMembers", "name"],
        ["ignored", "id"],
      ]);
      expect(report.counts).toMatchObject({
        accounts: { created: 85 },
        products: { created: 7 },
        opportunities: { created: 8800 },
        teamMembers: { created: 35 },
      });
      const deals = [...sink.rows.opportunities.values()];
      expect(deals.filter(({ account }) => account === null)).toHaveLength(1425);
      const withStatus = (wanted: string): number => deals.filter(({ status }) => status === wanted).length;
      expect([withStatus("won"), withStatus("lost"), withStatus("open")]).toEqual([4238, 2473, 2089]);
      expect(
        deals
          .map(({ closeDate }) => closeDate ?? "")
          .toSorted()
          .at(-1),
      ).toBe("2017-12-31");
      expect([...sink.rows.accounts.values()].filter(({ parent }) => parent !== null)).toHaveLength(15);
      expect(sink.rows.accounts.get(toRecordId("name:acme corporation"))).toMatchObject({
        industry: "technolgy",
        employees: 2822,
        annualRevenue: { amount: 1100.04, currency: "USD" },
      });
    });

    test("asks who GTXPro is, and knows it at the next import", async () => {
      const sink = createMemorySink();
      const contents = await read();
      const { report } = await importFiles(contents, sink, { options: { currency: "USD" } });
      expect(report.unmatched).toMatchObject([
        {
          kind: "products",
          text: "GTXPro",
          rows: 1480,
          suggestions: [{ id: "name:gtx pro", name: "GTX Pro" }],
        },
      ]);
      expect(report.problemCount).toBe(1480);
      const aliases = [
        { kind: "products" as const, text: "GTXPro", target: report.unmatched[0]!.suggestions[0]!.id },
      ];
      const { report: again } = await importFiles(contents, sink, { options: { currency: "USD" }, aliases });
      expect(again.problemCount).toBe(0);
      expect(again.counts.opportunities).toEqual({ created: 0, updated: 1480, unchanged: 7320 });
      expect(sink.rows.opportunities.size).toBe(8800);
    });
  },
);
