import { createReadStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import {
  createImportMemory,
  DEFAULT_IMPORT_OPTIONS,
  type ImportSource,
  type RecognisedFile,
  runImport,
  surveyFile,
} from "@sweetspot/crm-import";
import { createSqlCrm, createSqlRelations, openDatabase } from "@sweetspot/crm-sql";
import type { GatewayConfig } from "../config/config.model.ts";
import { prepareDataFolder } from "../data-folder/data-folder.ts";
import type { ImportDesk } from "./import-desk.port.ts";
import { createImportSpool } from "./import-spool.ts";
import { lockFolder } from "../data-folder/lock-file.ts";
import { seedOnce } from "../data-folder/seed.ts";

/**
 * Opens the data itself, as long as no gateway does. A folder nobody has started on yet stays without demo company.
 *
 * @throws StartError where the folder is taken or cannot be written
 */
export async function openDirectDesk(config: GatewayConfig): Promise<ImportDesk> {
  await prepareDataFolder(config.dataFolder);
  const lock = config.databaseUrl === undefined ? await lockFolder(config.dataFolder) : undefined;
  const folder = path.join(config.dataFolder, "database");
  const spoolFolder = path.join(config.dataFolder, "imports", `command-${process.pid}`);
  const spool = createImportSpool(spoolFolder);
  try {
    if (config.databaseUrl === undefined) await mkdir(folder, { recursive: true, mode: 0o700 });
    const database = await openDatabase({ url: config.databaseUrl, folder });
    const crm = createSqlCrm(database);
    await seedOnce(crm, createSqlRelations(database), true);
    const sink = crm.importSink();
    const memory = createImportMemory(sink);
    let files: readonly { readonly source: ImportSource; readonly file: RecognisedFile }[] = [];
    return {
      place:
        config.databaseUrl === undefined
          ? `the data folder ${config.dataFolder}`
          : "the database of DATABASE_URL",
      options: {
        ...DEFAULT_IMPORT_OPTIONS,
        currency: (await memory.currency()) ?? DEFAULT_IMPORT_OPTIONS.currency,
      },
      async survey(sources, { dates }, onFile) {
        const found = [];
        for (const source of sources) {
          onFile(source.name);
          found.push({
            source,
            file: await surveyFile(source, { dates, savedMapping: memory.savedMapping }),
          });
        }
        files = found;
        return found.map(({ file }) => file);
      },
      async run(options, onProgress, signal) {
        await spool.clearBadRows();
        await memory.saveCurrency(options.currency);
        const badRows = { write: (text: string) => spool.appendBadRows(text) };
        return runImport({
          files,
          sink,
          options,
          aliases: await memory.aliases(),
          signal,
          onProgress,
          badRows,
        });
      },
      saveAliases: async (aliases) => void (await memory.saveAliases(aliases)),
      badRows: () => createReadStream(path.join(spoolFolder, "bad-rows.csv")),
      async close() {
        await spool.remove();
        await crm.close();
        await lock?.release();
      },
    };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}
