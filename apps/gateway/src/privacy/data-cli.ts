import { open } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { CrmError } from "@sweetspot/contract";
import {
  createAudit,
  createPrivacy,
  type Database,
  DatabaseTooNewError,
  type ExportedRow,
  openDatabase,
} from "@sweetspot/crm-sql";
import { ConfigError, type GatewayConfig, readConfig } from "../config/config.model.ts";
import { type DataCommand, DATA_USAGE, readDataCommand } from "./data-command.model.ts";
import { prepareDataFolder } from "../data-folder/data-folder.ts";
import { CommandError } from "../import/import-command.ts";
import { openPlansElsewhere } from "./plans-elsewhere.ts";
import { countOf } from "../import/import-words.ts";
import { lockFolder } from "../data-folder/lock-file.ts";
import { StartError, systemCode } from "../data-folder/start-error.ts";

// npm run gateway -- export|erase|audit: see DATA_USAGE. Paths are those of the shell in which npm was called.
const folder = process.env["SWEETSPOT_CALLED_FROM"] ?? process.cwd();
const parameters = process.argv.slice(2);
/** In the trail: whoever may use this machine. */
const OPERATOR = "operator";

try {
  if (parameters.includes("--help") || parameters.includes("-h")) console.log(DATA_USAGE);
  else {
    const command = readDataCommand(parameters);
    const config = readConfig(process.env, [], process.cwd());
    await onDatabase(config, (database) => follow(command, database, config));
  }
} catch (error) {
  const kinds = [CommandError, ConfigError, StartError, DatabaseTooNewError];
  if (!kinds.some((kind) => error instanceof kind) && !CrmError.is(error)) throw error;
  console.error((error as Error).message);
  process.exitCode = error instanceof CommandError ? 2 : 1;
}

async function onDatabase(config: GatewayConfig, work: (database: Database) => Promise<void>): Promise<void> {
  await prepareDataFolder(config.dataFolder);
  const lock = config.databaseUrl === undefined ? await lockFolder(config.dataFolder) : undefined;
  try {
    const place = { url: config.databaseUrl, folder: path.join(config.dataFolder, "database") };
    const database = await openDatabase(place);
    await work(database).finally(() => database.close());
  } finally {
    await lock?.release();
  }
}

async function follow(command: DataCommand, database: Database, config: GatewayConfig): Promise<void> {
  const { tenant } = command;
  const privacy = createPrivacy(database);
  switch (command.verb) {
    case "export": {
      const { person, file } = command;
      const elsewhere = await openPlansElsewhere(command, database, config);
      const scope = person === undefined ? "tenant" : "person";
      await createAudit(database).noteAct({ tenant, by: OPERATOR, did: "exported", scope });
      const rows = await writeRows(path.resolve(folder, file), async (write) => {
        await (person === undefined
          ? privacy.exportTenant(tenant, write)
          : privacy.exportPerson(person, write));
        await elsewhere.export(person, write);
      });
      return console.log(`${countOf(rows, "row")} of ${tenant} written to ${file}.`);
    }
    case "erase": {
      const { person, yes } = command;
      const elsewhere = await openPlansElsewhere(command, database, config);
      if (!yes) {
        const rows = await countRows(async (write) => {
          await (person === undefined
            ? privacy.exportTenant(tenant, write)
            : privacy.exportPerson(person, write));
          await elsewhere.export(person, write);
        });
        throw new CommandError(`${countOf(rows, "row")} would be erased or changed. Say --yes to do it.`);
      }
      if (person === undefined) {
        // First, while there are tokens to reach them; should it fail, all is as it was.
        const commits = await elsewhere.eraseAll();
        const rows = commits + (await privacy.eraseTenant(tenant, { by: OPERATOR }));
        return console.log(`${countOf(rows, "row")} of ${tenant} erased.`);
      }
      await createAudit(database).noteAct({ tenant, by: OPERATOR, did: "erased", scope: "person" });
      const erased = await privacy.erasePerson(person);
      const { pseudonym } = erased;
      // Should HubSpot fail here, the command said again finds what is left there.
      const rows = erased.rows + (await elsewhere.erasePerson(person, erased));
      return console.log(
        `The person is erased; in ${countOf(rows, "row")} ${pseudonym} stands in its place. ` +
          "Erase it in the CRM too, or the next import brings it back; backups keep it until they expire.",
      );
    }
    case "audit":
      for (const { at, by, did, scope, record } of await createAudit(database).trail(command))
        console.log(JSON.stringify({ at: at.toISOString(), by, did, scope, ...(record ? { record } : {}) }));
  }
}

type Writing = (write: (row: ExportedRow) => Promise<void>) => Promise<void>;

async function countRows(work: Writing): Promise<number> {
  let rows = 0;
  await work(async () => void (rows += 1));
  return rows;
}

/** A new file that only this user can read. */
async function writeRows(file: string, work: Writing): Promise<number> {
  const target = await open(file, "wx", 0o600).catch((error: unknown) => {
    const reason =
      systemCode(error) === "EEXIST" ? "exists already" : `cannot be written (${systemCode(error)})`;
    throw new CommandError(`${file} ${reason}. Choose another name.`, { cause: error });
  });
  let rows = 0;
  try {
    await work(async (row) => {
      rows += 1;
      await target.write(`${JSON.stringify(row)}\n`);
    });
  } finally {
    await target.close();
  }
  return rows;
}
