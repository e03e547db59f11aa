import { rm } from "node:fs/promises";
import type { Hono } from "hono";
import type { SqlCrm } from "@sweetspot/crm-sql";
import type { AdminAccess } from "../sessions/admin-access.ts";
import { createImportJobs } from "./import-jobs.ts";
import { createImportRoutes } from "./import-routes.ts";
import type { Log } from "../operation/log.ts";

export interface ImportParts {
  readonly crm: Pick<SqlCrm, "importSink">;
  readonly admit: AdminAccess;
  /** Uploads lie in here; what an earlier run left is removed. */
  readonly folder: string;
  readonly log: Log;
  /** The CRM’s records are others now. */
  readonly onFinished?: () => void;
}

/** The import of one gateway: jobs in memory, uploads on disk, routes for `/api/import`. */
export async function createImport({ crm, admit, folder, log, onFinished }: ImportParts): Promise<Hono> {
  await rm(folder, { recursive: true, force: true });
  const sink = () => crm.importSink();
  const onFailure = (error: unknown): void =>
    log.error("import-failed", { error: error instanceof Error ? error.name : "unknown" });
  const jobs = createImportJobs({ sink, folder, onFailure, onFinished });
  return createImportRoutes({ jobs, sink, admit });
}
