import { appendFile, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { CrmError } from "@sweetspot/contract";
import { createAudit, createSqlCrm, createSqlRelations, openDatabase } from "@sweetspot/crm-sql";
import {
  importRelations,
  type RelationImportProgress,
  type RelationImportReport,
} from "@sweetspot/relation-import";
import type { GatewayConfig } from "../config/config.model.ts";
import { prepareDataFolder } from "../data-folder/data-folder.ts";
import { lockFolder } from "../data-folder/lock-file.ts";
import { seedOnce } from "../data-folder/seed.ts";
import {
  createGatewayCaller,
  type GatewayAddress,
  toBody,
  waitUntilReady,
} from "../import/gateway-caller.ts";
import type { RelationCommand } from "./relation-command.ts";
import type { RelationJob } from "./relation-jobs.ts";

export interface CommandRun {
  readonly command: RelationCommand;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: RelationImportProgress) => void;
}

const POLL_MS = 300;

/** Imports into the database itself, as long as no gateway has it open. @throws StartError, CrmError */
export async function importDirectly(
  config: GatewayConfig,
  { command, signal, onProgress }: CommandRun,
): Promise<RelationImportReport> {
  const { files, source, tenant, badRowsFile } = command;
  await prepareDataFolder(config.dataFolder);
  const lock = config.databaseUrl === undefined ? await lockFolder(config.dataFolder) : undefined;
  try {
    const folder = path.join(config.dataFolder, "database");
    if (config.databaseUrl === undefined) await mkdir(folder, { recursive: true, mode: 0o700 });
    const database = await openDatabase({ url: config.databaseUrl, folder });
    try {
      const stored = createSqlRelations(database, { tenant });
      // A folder nobody has started on yet stays without demo company.
      await seedOnce(createSqlCrm(database), createSqlRelations(database), true);
      await createAudit(database).noteAct({
        tenant,
        by: "operator",
        did: "relations-imported",
        scope: "tenant",
      });
      await rm(badRowsFile, { force: true });
      return await importRelations({
        files,
        source,
        sink: stored.sink(),
        signal,
        onProgress,
        badRows: { write: (text) => appendFile(badRowsFile, text, { mode: 0o600 }) },
      });
    } finally {
      await database.close();
    }
  } finally {
    await lock?.release();
  }
}

/** Imports through a running gateway, for its own tenant: the files are streamed to it. @throws CrmError */
export async function importThroughGateway(
  gateway: GatewayAddress,
  { command, signal, onProgress }: CommandRun,
): Promise<RelationImportReport> {
  const { call, send } = createGatewayCaller(gateway);
  await waitUntilReady(gateway.address);
  const { id } = await send<RelationJob>("POST", "/api/relations/jobs", { source: command.source });
  const job = `/api/relations/jobs/${id}`;
  try {
    for (const file of command.files)
      await call("PUT", `${job}/files/${encodeURIComponent(file.name)}`, toBody(file));
    await send("POST", `${job}/run`);
    let cancelled = false;
    for (;;) {
      const { state, progress, report } = (await (await call("GET", job)).json()) as RelationJob;
      if (progress) onProgress(progress);
      if (state !== "running") {
        if (!report) throw new CrmError("unavailable", "The import failed in the gateway. Its log says why.");
        await rm(command.badRowsFile, { force: true });
        if (report.problemCount > 0)
          await writeFile(
            command.badRowsFile,
            new Uint8Array(await (await call("GET", `${job}/bad-rows.csv`)).arrayBuffer()),
          );
        return report;
      }
      if (signal.aborted && !cancelled) {
        cancelled = true;
        await send("POST", `${job}/cancel`);
      }
      await wait(POLL_MS);
    }
  } finally {
    await call("DELETE", job);
  }
}
