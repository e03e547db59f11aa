import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { toRecordId } from "@sweetspot/contract";
import {
  createFileSource,
  DEFAULT_IMPORT_OPTIONS,
  type ImportRowOf,
  normaliseName,
  runImport,
  surveyFile,
} from "@sweetspot/crm-import";
import { type Comparison, compareWithCopy, middle } from "./copy-comparison.testing.ts";
import type { Database } from "./database.ts";
import { createSqlCrm } from "./sql-crm.ts";

// A whole import, from the bytes of a Salesforce export to rows readers see (recognised, checked, references looked up,
// staged, merged), against a plain COPY of the same rows, ready made, into the same table with its indexes.
//   node packages/crm-sql/src/import-file.bench.ts [rows]
const ROWS = Number(process.argv[2] ?? 40_000);
const ACCOUNTS = Math.max(1, Math.round(ROWS / 20));
const figures: { name: string; value: number; unit: string; aim?: string }[] = [];

const dealId = (at: number): string => `0064x00000${String(at).padStart(8, "0")}`;
const accountId = (at: number): string => `0014x00000${String(at % ACCOUNTS).padStart(8, "0")}`;
const dealName = (at: number): string => `Turbine maintenance for site ${at}, lot ${at % 97}`;
const region = (at: number): string => (at % 5 === 0 ? "North" : "South");

const exportLine = (at: number): string =>
  `"${dealId(at)}","${accountId(at)}","${dealName(at)}","Closed Won","${at * 10.5}","EUR","2026-0${1 + (at % 9)}-15","true","true","${region(at)}"`;

const importedRow = (at: number): ImportRowOf["opportunities"] => ({
  id: toRecordId(dealId(at)),
  name: dealName(at),
  nameKey: normaliseName(dealName(at)),
  account: toRecordId(accountId(at)),
  status: "won",
  stage: "Closed Won",
  amount: { amount: at * 10.5, currency: "EUR" },
  closeDate: `2026-0${1 + (at % 9)}-15`,
  owner: null,
  product: null,
  productName: null,
  attributes: { Region__c: region(at) },
});

const numbers = Array.from({ length: ROWS }, (_, at) => at);

async function writeExport(folder: string): Promise<readonly string[]> {
  const files = [path.join(folder, "Account.csv"), path.join(folder, "Opportunity.csv")] as const;
  const accounts = numbers.slice(0, ACCOUNTS).map((at) => `"${accountId(at)}","Customer ${at}",""`);
  await writeFile(files[0], `"ID","NAME","PARENTID"\n${accounts.join("\n")}\n`);
  const header = "ID,ACCOUNTID,NAME,STAGENAME,AMOUNT,CURRENCYISOCODE,CLOSEDATE,ISWON,ISCLOSED,REGION__C";
  await writeFile(files[1], `${header}\n${numbers.map(exportLine).join("\n")}\n`);
  return files;
}

/** Milliseconds of the whole import, and the memory it took above what was there before. */
async function timeImport(database: Database, tenant: string, files: readonly string[]) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const started = performance.now();
  const sources = await Promise.all(files.map((file) => createFileSource(file)));
  const surveyed = await Promise.all(
    sources.map(async (source) => ({ source, file: await surveyFile(source) })),
  );
  const sink = createSqlCrm(database, { tenant }).importSink();
  const report = await runImport({ files: surveyed, sink, options: DEFAULT_IMPORT_OPTIONS, aliases: [] });
  const milliseconds = performance.now() - started;
  clearInterval(watch);
  if (report.counts.opportunities?.created !== ROWS)
    throw new Error(`The import went wrong: ${JSON.stringify(report.counts)}`);
  return { milliseconds, megabytes: (peak - before) / 1e6 };
}

function report({ engine, copies, runs: imports }: Comparison<Awaited<ReturnType<typeof timeImport>>>): void {
  const copy = middle(copies);
  const whole = middle(imports.map(({ milliseconds }) => milliseconds));
  figures.push(
    { name: `${engine}: COPY`, value: Math.round((ROWS / copy) * 1000), unit: "rows/s" },
    {
      name: `${engine}: import of the export`,
      value: Math.round(((ROWS + ACCOUNTS) / whole) * 1000),
      unit: "rows/s",
    },
    {
      name: `${engine}: import / COPY`,
      value: (copy / whole) * ((ROWS + ACCOUNTS) / ROWS),
      unit: "×",
      aim: "≥ 0.3",
    },
    {
      name: `${engine}: memory above the start`,
      value: Math.max(...imports.map(({ megabytes }) => megabytes)),
      unit: "MB",
      aim: "≤ 300",
    },
  );
}

const folder = await mkdtemp(path.join(tmpdir(), "sweetspot-import-"));
try {
  const files = await writeExport(folder);
  const work = (database: Database, tenant: string) => timeImport(database, tenant, files);
  for (const comparison of await compareWithCopy(numbers.map(importedRow), work)) report(comparison);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify({ bench: "import-file", figures })}\n`);
