import { rm } from "node:fs/promises";
import type { Hono } from "hono";
import { admitImporters, type ImportAccessParts } from "./import-access.ts";
import { createImportJobs } from "./import-jobs.ts";
import { createImportRoutes } from "./import-routes.ts";
import type { Log } from "./log.ts";

export interface ImportParts extends ImportAccessParts {
  /** Uploads lie in here; what an earlier run left is removed. */
  readonly folder: string;
  readonly log: Log;
}

/** The import of one gateway: jobs in memory, uploads on disk, routes for `/api/import`. */
export async function createImport({ crm, sessions, secret, folder, log }: ImportParts): Promise<Hono> {
  await rm(folder, { recursive: true, force: true });
  const sink = () => crm.importSink();
  const onFailure = (error: unknown): void =>
    log.error("import-failed", { error: error instanceof Error ? error.name : "unknown" });
  const jobs = createImportJobs({ sink, folder, onFailure });
  return createImportRoutes({ jobs, sink, admit: admitImporters({ crm, sessions, secret }) });
}
