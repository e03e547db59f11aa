import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { toRecordId } from "@sweetspot/contract";
import { type ImportRowOf, normaliseName } from "@sweetspot/crm-import";
import { sql } from "kysely";
import { CRM_TABLES, toColumnJson } from "./crm-tables.ts";
import { type Database, openDatabase } from "./database.ts";
import { findPostgres, startPrivatePostgres } from "./private-postgres.ts";
import { createSqlCrm } from "./sql-crm.ts";

// How fast the import sink writes opportunities, staging and merge included, against a plain COPY of the same rows
// into the same table with its indexes. Both begin with an empty tenant; the COPY's file is made beforehand.
const ROWS = 40_000;
const BATCH = 2000;
const ROUNDS = 3;
const { table, columns } = CRM_TABLES.opportunities;
const names = ["tenant", "id", ...columns.map((column) => column.name)];

const rows = Array.from({ length: ROWS }, (_, index): ImportRowOf["opportunities"] => {
  const name = `Turbine maintenance for site ${index}, lot ${index % 97}`;
  return {
    id: toRecordId(`0064x00000${String(index).padStart(8, "0")}`),
    name,
    nameKey: normaliseName(name),
    account: toRecordId(`0014x0000${index % 900}`),
    status: index % 3 === 0 ? "open" : "won",
    stage: "Closed Won",
    amount: { amount: index * 10.5, currency: "EUR" },
    closeDate: `2026-0${1 + (index % 9)}-15`,
    owner: toRecordId(`0054x${index % 40}`),
    product: null,
    productName: index % 2 === 0 ? "Turbine T9" : null,
    attributes: { Region: index % 5 === 0 ? "North" : "South", Campaign: null },
  };
});

function csvFor(tenant: string): string {
  const cells = JSON.parse(toColumnJson(CRM_TABLES.opportunities, rows, 0)) as Record<string, unknown>[];
  return cells
    .map((row) => names.map((name) => (name === "tenant" ? tenant : cellOf(row[name]))).join(","))
    .join("\n");
}

function cellOf(value: unknown): string {
  if (value == null) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return `"${text.replaceAll('"', '""')}"`;
}

async function timeSink(database: Database, tenant: string): Promise<number> {
  const sink = createSqlCrm(database, { tenant }).importSink();
  const fields = columns.map((column) => column.field);
  const started = performance.now();
  const writer = await sink.begin();
  for (let start = 0; start < ROWS; start += BATCH)
    await writer.write({ kind: "opportunities", fields, rows: rows.slice(start, start + BATCH) });
  await writer.finish();
  return performance.now() - started;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const figures: { name: string; value: number; unit: string; aim?: string }[] = [];

function report(engine: string, copies: readonly number[], sinks: readonly number[]): void {
  const middle = (times: readonly number[]): number =>
    times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
  const perSecond = (milliseconds: number): number => Math.round((ROWS / milliseconds) * 1000);
  figures.push(
    { name: `${engine}: COPY`, value: perSecond(middle(copies)), unit: "rows/s" },
    { name: `${engine}: import sink`, value: perSecond(middle(sinks)), unit: "rows/s" },
    { name: `${engine}: sink / COPY`, value: middle(copies) / middle(sinks), unit: "×", aim: "≥ 0.3" },
  );
}

async function benchPglite(folder: string): Promise<void> {
  const copies: number[] = [];
  const sinks: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const database = await openDatabase({ folder });
    sinks.push(await timeSink(database, `sink-${round}`));
    await database.close();
    // COPY from memory is PGlite's own; the port to it is closed while the adapter has the folder.
    const engine = await PGlite.create({ dataDir: folder });
    const blob = new Blob([csvFor(`copy-${round}`)]);
    copies.push(
      await timed(() =>
        engine.query(`copy ${table} (${names.join(", ")}) from '/dev/blob' (format csv)`, [], { blob }),
      ),
    );
    await engine.close();
  }
  report("PGlite", copies, sinks);
}

async function benchPostgres(programs: string, folder: string): Promise<void> {
  const server = await startPrivatePostgres(programs);
  const database = await openDatabase({ url: server.url });
  const copies: number[] = [];
  const sinks: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    sinks.push(await timeSink(database, `sink-${round}`));
    const file = path.join(folder, `rows-${round}.csv`);
    await writeFile(file, csvFor(`copy-${round}`), { mode: 0o644 });
    const copy = `copy ${table} (${names.join(", ")}) from '${file}' (format csv)`;
    copies.push(await timed(() => database.query(sql.raw(copy))));
  }
  await database.close();
  await server.stop();
  report("PostgreSQL", copies, sinks);
}

const folder = await mkdtemp(path.join(tmpdir(), "sweetspot-bench-"));
try {
  await benchPglite(path.join(folder, "pglite"));
  const programs = await findPostgres();
  const shared = await mkdtemp(path.join(tmpdir(), "sweetspot-copy-"));
  // The server reads the file as its own user.
  await chmod(shared, 0o755);
  if (programs) await benchPostgres(programs, shared);
  await rm(shared, { recursive: true });
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify({ bench: "import-sink", figures })}\n`);
