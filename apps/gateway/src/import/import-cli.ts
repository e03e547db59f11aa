import { createWriteStream } from "node:fs";
import { access, constants, rm } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline/promises";
import { pipeline } from "node:stream/promises";
import { CrmError } from "@sweetspot/contract";
import {
  type ImportAlias,
  type ImportOptions,
  type ImportProgress,
  type ImportReport,
  squashName,
} from "@sweetspot/crm-import";
import { ConfigError, readConfig } from "../config/config.model.ts";
import {
  BAD_ROWS_NAME,
  CommandError,
  type ImportCommand,
  readImportCommand,
  USAGE,
} from "./import-command.ts";
import type { ImportDesk } from "./import-desk.port.ts";
import { openDirectDesk } from "./import-direct-desk.ts";
import { openRemoteDesk } from "./import-remote-desk.ts";
import { countOf, describeFile, describeProgress, describeReport } from "./import-words.ts";
import { runRelationImport } from "../relations/relation-cli.ts";
import { isRelationCommand, RELATION_USAGE } from "../relations/relation-command.ts";
import { isLive, LOCK_FILE, readLock } from "../data-folder/lock-file.ts";
import { StartError } from "../data-folder/start-error.ts";

// npm run import -- <folder or files…>: see USAGE. Paths are those of the shell in which npm was called.
const folder = process.env["SWEETSPOT_CALLED_FROM"] ?? process.cwd();
const parameters = process.argv.slice(2);
/** Questions asked about unknown names, at most. */
const ASKED = 20;
const cancel = new AbortController();
process.once("SIGINT", () => cancel.abort());
process.once("SIGTERM", () => cancel.abort());

try {
  if (parameters.includes("--help") || parameters.includes("-h"))
    console.log(isRelationCommand(parameters) ? RELATION_USAGE : USAGE);
  else if (isRelationCommand(parameters))
    process.exitCode = await runRelationImport(parameters, folder, cancel.signal);
  else process.exitCode = await run(await readImportCommand(parameters, folder));
} catch (error) {
  const known =
    [CommandError, ConfigError, StartError].some((kind) => error instanceof kind) || CrmError.is(error);
  if (!known) throw error;
  console.error((error as Error).message);
  process.exitCode = error instanceof CommandError ? 2 : 1;
}

async function run(command: ImportCommand): Promise<number> {
  const desk = await openDesk();
  try {
    console.log(`Importing into ${desk.place}.\n`);
    const options = { ...desk.options, ...command.options };
    const files = await desk.survey(command.sources, options, (name) => showLine(`reading ${name}`));
    showLine("");
    for (const file of files) console.log(describeFile(file).join("\n"));
    if (!files.some((file) => !file.refused && file.mapping.kind !== "ignored")) {
      console.error("\nNone of the files can be imported. Nothing was changed.");
      return 1;
    }
    if (!(await agrees(command, "\nImport this?"))) return 1;
    let report = await runOnce(desk, options);
    const aliases = await chooseAliases(report, command);
    if (aliases.length > 0) {
      await desk.saveAliases(aliases);
      console.log(`\nOnce more with ${countOf(aliases.length, "name")} matched:`);
      report = await runOnce(desk, options);
    }
    await keepBadRows(desk, report, command);
    const refused = report.files.some((file) => file.refused !== undefined);
    return report.outcome === "finished" && !refused ? 0 : 1;
  } finally {
    await desk.close();
  }
}

async function openDesk(): Promise<ImportDesk> {
  const config = readConfig(process.env, [], process.cwd());
  const lock =
    config.databaseUrl === undefined ? await readLock(path.join(config.dataFolder, LOCK_FILE)) : undefined;
  if (lock && lock.address !== "" && (await isLive(lock))) return openRemoteDesk(lock);
  return openDirectDesk(config);
}

async function runOnce(desk: ImportDesk, options: ImportOptions): Promise<ImportReport> {
  const report = await desk.run(options, showProgress(), cancel.signal);
  showLine("");
  console.log(describeReport(report).join("\n"));
  return report;
}

/** On a terminal one line that is written over; elsewhere a line every few seconds. */
function showProgress(): (progress: ImportProgress) => void {
  let shown = process.stdout.isTTY ? 0 : Date.now();
  const pause = process.stdout.isTTY ? 100 : 5000;
  return (progress) => {
    if (Date.now() - shown < pause) return;
    shown = Date.now();
    const line = describeProgress(progress);
    if (process.stdout.isTTY) showLine(line);
    else console.log(line);
  };
}

function showLine(text: string): void {
  if (!process.stdout.isTTY) return;
  process.stdout.write(`\r\u001B[K${text.slice(0, (process.stdout.columns ?? 80) - 1)}`);
}

async function agrees({ yes }: ImportCommand, question: string): Promise<boolean> {
  if (yes || !process.stdin.isTTY) return true;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return !/^n/iu.test(await lines.question(`${question} [Y/n] `, { signal: cancel.signal }));
  } catch {
    return false;
  } finally {
    lines.close();
  }
}

async function chooseAliases(report: ImportReport, command: ImportCommand): Promise<readonly ImportAlias[]> {
  if (report.outcome !== "finished") return [];
  const aliases: ImportAlias[] = [];
  for (const { kind, text, suggestions } of report.unmatched.slice(0, command.match ? undefined : ASKED)) {
    const [best] = suggestions;
    if (best === undefined) continue;
    const same = suggestions.filter(({ name }) => squashName(name) === squashName(text));
    const taken = command.match
      ? same.length === 1
      : !command.yes && process.stdin.isTTY && (await agrees(command, `Does “${text}” mean “${best.name}”?`));
    if (taken) aliases.push({ kind, text, target: best.id });
  }
  return aliases;
}

async function keepBadRows(
  desk: ImportDesk,
  { problemCount }: ImportReport,
  { badRowsFile }: ImportCommand,
): Promise<void> {
  if (problemCount === 0) return rm(badRowsFile, { force: true }).catch(() => undefined);
  const beside = await access(path.dirname(badRowsFile), constants.W_OK).then(
    () => badRowsFile,
    () => path.join(folder, BAD_ROWS_NAME),
  );
  await pipeline(desk.badRows(), createWriteStream(beside));
  console.log(`\n${countOf(problemCount, "problem")} listed in ${beside}`);
}
