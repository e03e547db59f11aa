import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { toRecordId } from "@sweetspot/contract";
import {
  createFileSource,
  DEFAULT_IMPORT_OPTIONS,
  type ImportRowOf,
  normaliseName,
  runImport,
  surveyFile,
} from "@sweetspot/crm-import";
import { sql } from "kysely";
import { CRM_TABLES, toColumnJson } from "./crm-tables.ts";
import { type Database, openDatabase } from "./database.ts";
import { findPostgres, startPrivatePostgres } from "./private-postgres.ts";
import { createSqlCrm } from "./sql-crm.ts";

// A whole import, from the bytes of a Salesforce export to rows readers see (recognised, checked, references looked up,
// staged, merged), against a plain COPY of the same rows, ready made, into the same table with its indexes.
//   node packages/crm-sql/src/import-file.bench.ts [rows]
const ROWS = Number(process.argv[2] ?? 40_000);
const ACCOUNTS = Math.max(1, Math.round(ROWS / 20));
const ROUNDS = 3;
const { table, columns } = CRM_TABLES.opportunities;
const names = ["tenant", "id", ...columns.map((column) => column.name)];
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

function copyInput(tenant: string): string {
  const cells = JSON.parse(toColumnJson(CRM_TABLES.opportunities, numbers.map(importedRow), 0)) as Record<
    string,
    unknown
  >[];
  return cells
    .map((row) => names.map((name) => (name === "tenant" ? tenant : cellOf(row[name]))).join(","))
    .join("\n");
}

function cellOf(value: unknown): string {
  if (value == null) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return `"${text.replaceAll('"', '""')}"`;
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

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const middle = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;

function report(
  engine: string,
  copies: readonly number[],
  imports: readonly { readonly milliseconds: number; readonly megabytes: number }[],
): void {
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

async function benchPglite(folder: string, files: readonly string[]): Promise<void> {
  const copies: number[] = [];
  const imports = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const database = await openDatabase({ folder });
    imports.push(await timeImport(database, `import-${round}`, files));
    await database.close();
    // COPY from memory is PGlite's own; the port to it is closed while the adapter has the folder.
    const engine = await PGlite.create({ dataDir: folder });
    const blob = new Blob([copyInput(`copy-${round}`)]);
    const copy = `copy ${table} (${names.join(", ")}) from '/dev/blob' (format csv)`;
    copies.push(await timed(() => engine.query(copy, [], { blob })));
    await engine.close();
  }
  report("PGlite", copies, imports);
}

async function benchPostgres(programs: string, folder: string, files: readonly string[]): Promise<void> {
  const server = await startPrivatePostgres(programs);
  const database = await openDatabase({ url: server.url });
  const copies: number[] = [];
  const imports = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    imports.push(await timeImport(database, `import-${round}`, files));
    const file = path.join(folder, `copy-${round}.csv`);
    await writeFile(file, copyInput(`copy-${round}`), { mode: 0o644 });
    const copy = `copy ${table} (${names.join(", ")}) from '${file}' (format csv)`;
    copies.push(await timed(() => database.query(sql.raw(copy))));
  }
  await database.close();
  await server.stop();
  report("PostgreSQL", copies, imports);
}

const folder = await mkdtemp(path.join(tmpdir(), "sweetspot-import-"));
try {
  // The server reads the COPY's file as its own user.
  await chmod(folder, 0o755);
  const files = await writeExport(folder);
  await benchPglite(path.join(folder, "pglite"), files);
  const programs = await findPostgres();
  if (programs) await benchPostgres(programs, folder, files);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify({ bench: "import-file", figures })}\n`);
