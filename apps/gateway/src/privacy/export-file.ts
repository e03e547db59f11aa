import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import type { ExportedRow } from "@sweetspot/crm-sql";

/**
 * An export on its way to somebody's browser, as JSON by table. It goes through a file without a name, which ends with the
 * stream, or with the process: however slowly it is fetched, the database is free, and a failure is known before the answer begins.
 *
 * @param work calls back with row after row, one table after the other
 */
export async function spoolExport(
  folder: string,
  work: (write: (row: ExportedRow) => Promise<void>) => Promise<void>,
): Promise<ReadableStream> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `export-${randomUUID()}`);
  const target = await open(file, "wx+", 0o600);
  try {
    await rm(file);
    let table: string | undefined;
    await work(async ({ table: next, row }) => {
      const before = next === table ? "," : `${table === undefined ? "{" : "],"}${JSON.stringify(next)}:[`;
      table = next;
      await target.write(`${before}${JSON.stringify(row)}`);
    });
    await target.write(table === undefined ? "{}" : "]}");
    return Readable.toWeb(target.createReadStream({ start: 0 })) as ReadableStream;
  } catch (error) {
    await target.close();
    throw error;
  }
}
