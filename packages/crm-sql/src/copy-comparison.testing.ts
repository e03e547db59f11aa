import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { ImportRowOf } from "@sweetspot/crm-import";
import { sql } from "kysely";
import { columnsOf } from "./crm-columns.ts";
import { CRM_TABLES } from "./crm-tables.ts";
import { type Database, openDatabase } from "./database.ts";
import { findPostgres, startPrivatePostgres } from "./private-postgres.ts";

const ROUNDS = 3;
const COLUMNS = columnsOf("opportunities").map(({ name }) => name);
const TARGET = `stored_opportunity (tenant, ${COLUMNS.join(", ")})`;

/** What one engine took, round by round. */
export interface Comparison<T> {
  readonly engine: "PGlite" | "PostgreSQL";
  /** Milliseconds of a plain COPY of the rows into the same table with its indexes. */
  readonly copies: readonly number[];
  readonly runs: readonly T[];
}

/**
 * Runs the work and a plain COPY of the opportunities in turns, each into an empty tenant, on PGlite in a folder and,
 * where it is installed, on PostgreSQL.
 */
export async function compareWithCopy<T>(
  rows: readonly ImportRowOf["opportunities"][],
  work: (database: Database, tenant: string) => Promise<T>,
): Promise<readonly Comparison<T>[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "sweetspot-bench-"));
  const copyText = (tenant: string): string => rows.map((row) => toCopyLine(tenant, row)).join("");
  try {
    // The server reads the COPY's file as its own user.
    await chmod(folder, 0o755);
    const embedded = await onPglite(path.join(folder, "pglite"), copyText, work);
    const programs = await findPostgres();
    return programs ? [embedded, await onPostgres(programs, folder, copyText, work)] : [embedded];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onPglite<T>(
  dataDir: string,
  copyText: (tenant: string) => string,
  work: (database: Database, tenant: string) => Promise<T>,
): Promise<Comparison<T>> {
  const copies: number[] = [];
  const runs: T[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const database = await openDatabase({ folder: dataDir });
    runs.push(await work(database, `import-${round}`));
    await database.close();
    // A COPY without anything of ours around it.
    const engine = await PGlite.create({ dataDir });
    const blob = new Blob([copyText(`copy-${round}`)]);
    copies.push(await timed(() => engine.query(`copy ${TARGET} from '/dev/blob'`, [], { blob })));
    await engine.close();
  }
  return { engine: "PGlite", copies, runs };
}

async function onPostgres<T>(
  programs: string,
  folder: string,
  copyText: (tenant: string) => string,
  work: (database: Database, tenant: string) => Promise<T>,
): Promise<Comparison<T>> {
  const server = await startPrivatePostgres(programs);
  const database = await openDatabase({ url: server.url });
  const copies: number[] = [];
  const runs: T[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    runs.push(await work(database, `import-${round}`));
    const file = path.join(folder, `copy-${round}.txt`);
    await writeFile(file, copyText(`copy-${round}`), { mode: 0o644 });
    copies.push(await timed(() => database.query(sql.raw(`copy ${TARGET} from '${file}'`))));
  }
  await database.close();
  await server.stop();
  return { engine: "PostgreSQL", copies, runs };
}

/** One line in the text format of `COPY`. The rows of the benchmarks hold nothing that would have to be escaped. */
function toCopyLine(tenant: string, row: ImportRowOf["opportunities"]): string {
  const cells = CRM_TABLES.opportunities.columns.map(({ valueOf }) => {
    const value = valueOf(row);
    if (value === null || value === undefined) return "\\N";
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  });
  return `${[tenant, row.id, ...cells].join("\t")}\n`;
}

/** Milliseconds the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export const middle = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
